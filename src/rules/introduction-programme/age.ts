import type { PlainDate } from '#shared/date.ts'
import { yearsBetween } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'
import { ageLimit60, exactly55 } from './choices.ts'

/** Whether a person is over 55 on a day; somebody of 55 as the municipality reads "between 18 and 55". */
export function isOver55(ask: Pick<Asking<never>, 'choice'>, birthDate: PlainDate, day: PlainDate): boolean {
  const age = yearsBetween(birthDate, day)
  return age === 55 ? ask.choice(exactly55) === 'outside' : age > 55
}

/**
 * Where the age on the day the permit was granted puts a person (IL § 8 first ledd, second sentence). From the day age 60
 * is commenced, for decisions from then on, the limit is through 60.
 */
export function ageGroup(ask: Asking<'birthDate' | 'permitGrantedOn'>, decided: PlainDate): 'under' | 'inside' | 'over' {
  const { birthDate, permitGrantedOn } = ask.need('birthDate', 'permitGrantedOn')
  const age = yearsBetween(birthDate, permitGrantedOn)
  const is60 = ask.inForce(ageLimit60, decided)
  ask.step('step.targetGroup.age', ref('IL', '8', { ledd: 1, sentence: 2 }), { params: { age, permitGrantedOn, limit: is60 ? 60 : 55 } })
  if (is60) ask.judge('judge.targetGroup.age60', ageLimit60.source)
  if (age < 18) return 'under'
  if (is60) return age > 60 ? 'over' : 'inside'
  return isOver55(ask, birthDate, permitGrantedOn) ? 'over' : 'inside'
}
