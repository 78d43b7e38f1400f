import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { PlainDate as Day, addDays, plainDate } from '#shared/date.ts'
import { cameFromAbroad } from '../introduction-programme/which-act.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { type Group, type groupFacts, groupOf } from './group.ts'
import { lastDayOf } from './period.ts'
import { beganOn, countsFromOffer, startFacts } from './start.ts'

export const yearFacts = [...startFacts, 'trainingOfferedOn', 'approvedLeaveDays'] as const
const names = [...yearFacts, 'inFullTimeUpperSecondary', 'combinedOffer', 'completedSocialStudiesHours', 'receptionSocialStudiesHours'] as const

/** The training in social studies: whether it is required, the hours, and the last day. */
export const SocialStudies = z.object({
  required: z.boolean(),
  /** Hours required and still to be taken; null where not required. Never below 0. */
  hours: z.int().nullable(), hoursLeft: z.number().nullable(),
  lastDay: Day.nullable(),
  /** It shall be given in a language she understands. */
  inUnderstoodLanguage: z.boolean(),
})

const none = { required: false, hours: null, hoursLeft: null, lastDay: null, inUnderstoodLanguage: false } as const

/** 75 hours, or 50 for permits granted before 2022 unless she came later from abroad (IL § 33, IF § 73). */
function requiredHours(ask: Asking<(typeof groupFacts)[number]>): number {
  const changed = plainDate('2022-01-01')
  const isOld = ask.need('permitGrantedOn').permitGrantedOn < changed
  const cameLater = isOld && cameFromAbroad(ask) && ask.need('arrivedOn').arrivedOn >= changed
  const hours = isOld && !cameLater ? 50 : 75
  ask.step('step.norwegian.socialStudiesHours', isOld ? ref('IF', '73', { ledd: cameLater ? 4 : 3 }) : ref('IL', '33', { ledd: 1, sentence: 1 }), { params: { hours }, force: 'shall' })
  return hours
}

/** The last day of the one year for social studies and its test (IL §§ 33, 37; IF § 74): from the offer, or by the older act from the day right and duty began. */
export function lastDayOfYear(ask: Asking<(typeof yearFacts)[number]>, group: Group): PlainDate | null {
  if (!countsFromOffer(ask)) {
    const began = beganOn(ask, group)
    if (began !== null) ask.step('step.norwegian.yearFromBeginning', ref('LOV-2021-06-18-132', '33', { ledd: 1, sentence: 3 }), { params: { from: began }, force: 'shall' })
    return began === null ? null : lastDayOf(ask, began, 12)
  }
  const { trainingOfferedOn, approvedLeaveDays } = ask.need('trainingOfferedOn', 'approvedLeaveDays')
  ask.step('step.norwegian.yearFromOffer', ref('IL', '33', { ledd: 1, sentence: 3 }), { params: { from: trainingOfferedOn, days: approvedLeaveDays }, force: 'shall' })
  return addDays(lastDayOf(ask, trainingOfferedOn, 12), approvedLeaveDays)
}

/** Whether the county has the training, which frees from hours, language and time (IL § 33 second paragraph). */
export function isWithCounty(ask: Asking<'inFullTimeUpperSecondary' | 'combinedOffer'>): boolean {
  const { inFullTimeUpperSecondary, combinedOffer } = ask.need('inFullTimeUpperSecondary', 'combinedOffer')
  return inFullTimeUpperSecondary || combinedOffer === 'county_main' || combinedOffer === 'unclear'
}

/** Training in social studies: hours, language and time (IL § 33). Hours in a reception centre count in the modules they were given in (IF § 2). */
export const norwegianSocialStudies = rule({
  name: 'norwegian.socialStudies', version: 1, decidedBy: ['permitGrantedOn', 'arrivedOn', 'trainingOfferedOn'], facts: names, answer: SocialStudies.nullable(),
  sources: [ref('IL', '33', { ledd: 1 }), ref('IL', '33', { ledd: 2 }), ref('IL', '37 d', { ledd: 1, sentence: 2 }), ref('IF', '2', { ledd: 3 }), ref('IF', '73'), ref('IF', '74')],
  checkedBy: 'IMDi',
  decide(ask) {
    const group = groupOf(ask)
    if (group === null) return null
    if (group === 'right') ask.step('step.norwegian.noSocialStudies', ref('IL', '37 d', { ledd: 1, sentence: 2 }))
    if (group !== 'right_and_duty' && group !== 'duty') return none
    if (isWithCounty(ask)) {
      ask.step('step.norwegian.socialStudiesWithCounty', ref('IL', '33', { ledd: 2 }))
      return none
    }
    const hours = requiredHours(ask)
    const { completedSocialStudiesHours, receptionSocialStudiesHours } = ask.need('completedSocialStudiesHours', 'receptionSocialStudiesHours')
    if (receptionSocialStudiesHours > 0) ask.step('step.norwegian.receptionHours', ref('IF', '2', { ledd: 3 }), { params: { hours: receptionSocialStudiesHours } })
    ask.step('step.norwegian.understoodLanguage', ref('IL', '33', { ledd: 1, sentence: 2 }), { force: 'shall' })
    return { required: true, hours, hoursLeft: Math.max(0, hours - completedSocialStudiesHours - receptionSocialStudiesHours), lastDay: lastDayOfYear(ask, group), inUnderstoodLanguage: true }
  },
})
