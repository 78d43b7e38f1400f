import { z } from 'zod'
import { addDays, PlainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const [DAYS, NOTICE_DAYS] = [2, 14]

/** Whether a self-chosen religious day can be taken on `absentFrom`. */
const ReligiousDays = z.object({
  /** Days left in the calendar year before this one. */
  daysLeft: z.int(),
  /** The last day to tell the municipality. */
  noticeBy: PlainDate,
  /** Told in time. */
  inTime: z.boolean(),
})

/** Two self-chosen working days a calendar year for holy days of other religions (IF § 17 second paragraph), told at the latest fourteen days before. */
export const absenceReligiousNotice = rule({
  name: 'absence.religiousNotice', version: 1, decidedBy: ['absentFrom'], facts: ['absentFrom', 'noticeOn', 'religiousDaysTaken'], answer: ReligiousDays,
  sources: [ref('IF', '17', { ledd: 2, sentence: 1 }), ref('IF', '17', { ledd: 2, sentence: 2 })], checkedBy: 'IMDi',
  decide(ask) {
    const { absentFrom, noticeOn, religiousDaysTaken } = ask.need('absentFrom', 'noticeOn', 'religiousDaysTaken')
    const noticeBy = addDays(absentFrom, -NOTICE_DAYS)
    const daysLeft = Math.max(0, DAYS - religiousDaysTaken)
    ask.step('step.religiousNotice.days', ref('IF', '17', { ledd: 2, sentence: 1 }), { params: { days: DAYS, daysLeft }, force: 'shall' })
    ask.step('step.religiousNotice.notice', ref('IF', '17', { ledd: 2, sentence: 2 }), { params: { days: NOTICE_DAYS, noticeBy } })
    return { daysLeft, noticeBy, inTime: noticeOn <= noticeBy }
  },
})
