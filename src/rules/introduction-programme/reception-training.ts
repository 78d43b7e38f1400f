import { z } from 'zod'
import { plainDate, yearsBetween } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import { isChapterInForce } from '../collective-protection/chapter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const names = ['birthDate', 'reception', 'asylumCase', 'asylumAppliedOn', 'inGroupOfCollectiveProtection'] as const
type Ask = Asking<(typeof names)[number]>

export const ReceptionTraining = z.object({
  hasDuty: z.boolean(),
  norwegianHours: z.int(),
  socialStudiesHours: z.int(),
  /** Letter of the exception in IL § 5 first ledd. */
  exception: z.enum(['a', 'b', 'c', 'd']).nullable(),
})
type ReceptionTraining = z.infer<typeof ReceptionTraining>

const actFrom = plainDate('2021-01-01')
const socialStudiesFrom = plainDate('2022-01-01')
const without = (exception: ReceptionTraining['exception'] = null): ReceptionTraining => ({ hasDuty: false, norwegianHours: 0, socialStudiesHours: 0, exception })

function exceptionOf(ask: Ask): 'a' | 'b' | 'c' | 'd' | null {
  const { reception, asylumCase } = ask.need('reception', 'asylumCase')
  if (asylumCase === 'fast_track') return 'a'
  if (asylumCase === 'not_examined') return 'b'
  if (reception === 'arrival_centre' || reception === 'transit') return 'c'
  return asylumCase === 'rejected' ? 'd' : null
}

/** Why somebody is outside the duty altogether: no adult, not in a centre, an application from before the act, or the group of collective protection. */
function outsideBecause(ask: Ask, birthDate: PlainDate): string | null {
  const { reception, asylumAppliedOn, inGroupOfCollectiveProtection } = ask.need('reception', 'asylumAppliedOn', 'inGroupOfCollectiveProtection')
  if (asylumAppliedOn < actFrom) return 'step.reception.formerAct'
  if (yearsBetween(birthDate, ask.on) < 18) return 'step.reception.minor'
  if (reception === 'none') return 'step.reception.notInCentre'
  return inGroupOfCollectiveProtection && isChapterInForce(ask, ask.on) ? 'step.reception.collective' : null
}

const sourceOf = (key: string) => {
  if (key === 'step.reception.formerAct') return ref('IF', '72', { ledd: 1, sentence: 1 })
  return key === 'step.reception.collective' ? ref('IL', '37 a') : ref('IL', '5', { ledd: 1, sentence: 1 })
}

/** Training in a reception centre for adult asylum seekers (IL § 5, IF §§ 1, 2): 175 hours of Norwegian and 25 of social studies (before 2022 of Norwegian culture and values). */
export const receptionTraining = rule({
  name: 'programme.receptionTraining', version: 1, decidedBy: ['asylumAppliedOn'], facts: names, answer: ReceptionTraining,
  sources: [ref('IL', '5', { ledd: 1 }), ref('IL', '37 a'), ref('IF', '1', { ledd: 1 }), ref('IF', '2', { ledd: 1 }), ref('IF', '72', { ledd: 1 }), ref('IF', '73', { ledd: 1 })],
  checkedBy: 'IMDi',
  decide(ask) {
    const { birthDate } = ask.need('birthDate', 'reception', 'asylumCase', 'asylumAppliedOn', 'inGroupOfCollectiveProtection')
    const outside = outsideBecause(ask, birthDate)
    if (outside !== null) {
      ask.step(outside, sourceOf(outside))
      return without()
    }
    const exception = exceptionOf(ask)
    if (exception !== null) {
      ask.step('step.reception.exception', ref('IL', '5', { ledd: 1, sentence: 2, letter: exception }), { params: { letter: exception } })
      return without(exception)
    }
    ask.step('step.reception.norwegian', ref('IF', '1', { ledd: 1 }), { params: { hours: 175 }, force: 'shall' })
    if (ask.on < socialStudiesFrom) ask.step('step.reception.culture', ref('IF', '73', { ledd: 1 }), { params: { hours: 25 }, force: 'shall' })
    else ask.step('step.reception.socialStudies', ref('IF', '2', { ledd: 1 }), { params: { hours: 25 }, force: 'shall' })
    ask.judge('judge.reception.exemption', ref('IF', '1', { ledd: 2 }), { force: 'may' })
    return { hasDuty: true, norwegianHours: 175, socialStudiesHours: 25, exception: null }
  },
})
