import type { PlainDate } from '#shared/date.ts'
import { compareCommute } from './commute.core.ts'
import type { Compared, Weigh } from './compared.core.ts'
import type { Demand, OpeningFacts, PersonFacts } from './facts.schema.ts'
import { compareHours, comparePhysical, compareTransport } from './frame.core.ts'
import { compareLanguage } from './language.core.ts'
import { compareGoal, compareOccupation, compareRecency, compareWish } from './occupation.core.ts'
import { compareExperience, comparePaper, compareSkill } from './papers.core.ts'
import { compareSchedule } from './schedule.core.ts'
import { compareSupervision } from './supervision.core.ts'
import { compareWaiting } from './waiting.core.ts'
import { compareCare, compareProgramme } from './week.core.ts'
import type { WeightKey, Weights } from './weights/weights.schema.ts'

export function compareDemand(demand: Demand, opening: Pick<OpeningFacts, 'title' | 'occupationCode' | 'escoUri' | 'related'>, person: Pick<PersonFacts, 'languages' | 'papers' | 'skills' | 'work'>, today: PlainDate, weigh: Weigh): Compared {
  switch (demand.kind) {
    case 'norwegian':
    case 'language': return compareLanguage(demand, person, today, weigh)
    case 'driving_licence':
    case 'certificate': return comparePaper(demand, person, today, weigh)
    case 'skill': return compareSkill(demand, person, weigh)
    case 'experience': return compareExperience(demand, person, opening, weigh)
  }
}

/** What each demand is out of: those of a kind share its weight, and all that are only wished share that of the employer's wishes. */
export function weighsOf(demands: readonly Demand[], { points, shares }: Weights): Weigh[] {
  const keys = demands.map(({ kind, isRequired }) => (isRequired ? kind : 'employer_wish'))
  return keys.map((key) => ({ of: Math.floor(points[key] / keys.filter((other) => other === key).length), shares }))
}

/**
 * Everything that is compared, each with its part of the score, in three parts: what is demanded, what her days and ways allow, and the rest.
 * Every kind of a part stands before those of the next in `CRITERION_KINDS`, so whoever only asks what is too far first need not go on.
 */
export function* compareAll(person: PersonFacts, opening: OpeningFacts, today: PlainDate, weights: Weights): Generator<Compared[]> {
  const demanded = weighsOf(opening.demands, weights)
  const weigh = (key: WeightKey): Weigh => ({ of: weights.points[key], shares: weights.shares })
  yield opening.demands.map((demand, at) => compareDemand(demand, opening, person, today, demanded[at] ?? weigh('employer_wish')))
  yield [
    ...compareSchedule(opening, person, today, weigh('schedule')), ...compareHours(opening, person.frame, weigh('hours')),
    ...compareCare(opening, person, today, weigh('care')), ...compareProgramme(opening, person, today, weigh('programme')),
    ...compareTransport(opening, person.frame, weigh('transport')), compareCommute(opening, person, weigh('commute')),
    ...comparePhysical(opening, person.frame, weigh('physical')),
  ]
  yield [
    ...compareSupervision(opening, weigh('supervision')), ...compareOccupation(opening, person, weigh('occupation')), ...compareRecency(opening, person, today, weigh('recency')),
    compareWish(opening, person, weigh('wish')), ...compareGoal(opening, person, weigh('goal')), ...compareWaiting(person, today, weigh('waiting')),
  ]
}
