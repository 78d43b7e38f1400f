import { z } from 'zod'
import { PlainDate, addMonths } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { groupOf } from './group.ts'
import { beganByPermit, startFacts } from './start.ts'

const names = [...startFacts, 'deferralReason', 'deferralDocumented', 'deferralStillOrJustEnded'] as const
const CONDITIONS = ['reason', 'documented', 'lasts_or_just_ended', 'within_ten_years'] as const

/** A deferred start: the conditions that are not met, and the last day of the ten years. */
export const DeferredStart = z.object({ may: z.boolean(), conditionsMissing: z.array(z.enum(CONDITIONS)), lastDay: PlainDate })

/** Start of the training deferred for large care duties or detention, up to ten years after right and duty began (IF §§ 20–22). */
export const norwegianDeferral = rule({
  name: 'norwegian.deferral', version: 1, decidedBy: ['permitGrantedOn', 'claimedOn'], facts: names, answer: DeferredStart.nullable(),
  sources: [ref('IL', '26', { ledd: 2, sentence: 4 }), ref('IF', '20'), ref('IF', '21'), ref('IF', '22')], checkedBy: 'IMDi',
  decide(ask) {
    const group = groupOf(ask)
    if (group === null) return null
    const { deferralReason, deferralDocumented, deferralStillOrJustEnded, claimedOn } = ask.need('deferralReason', 'deferralDocumented', 'deferralStillOrJustEnded', 'claimedOn')
    const began = beganByPermit(ask, group)
    if (began === null) return null
    const lastDay = addMonths(began, 120)
    ask.step('step.norwegian.deferralTenYears', ref('IF', '20', { ledd: 3 }), { params: { began, lastDay, years: 10 } })
    if (deferralReason === 'care') ask.judge('judge.norwegian.careDuties', ref('IF', '21', { ledd: 1 }))
    const missing = CONDITIONS.filter((condition) => !{
      reason: deferralReason !== 'other', documented: deferralDocumented, lasts_or_just_ended: deferralStillOrJustEnded, within_ten_years: claimedOn <= lastDay,
    }[condition])
    if (missing.length > 0) ask.step('step.norwegian.deferralMissing', ref('IF', '20', { ledd: 2 }))
    return { may: missing.length === 0, conditionsMissing: missing, lastDay }
  },
})
