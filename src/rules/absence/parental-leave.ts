import { z } from 'zod'
import { addDays, addMonths, PlainDate, yearsBetween } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const [MONTHS, RESERVED_DAYS, ADOPTION_AGE, OFFER_FROM_MONTH] = [10, 75, 15, 4]
const names = ['childBirthDate', 'isAdoption', 'areBothParentsInProgramme', 'parentRole', 'absentFrom'] as const
type Ask = Asking<(typeof names)[number]>

/** Parental leave without benefit. */
const ParentalLeave = z.object({
  hasRight: z.boolean(),
  /** Months for both parents together; 0 without a right. */
  upToMonths: z.int(),
  /** Last day the leave can be taken: the day before the child turns one. Null for adoption, which names no such limit. */
  latest: PlainDate.nullable(),
  /** Days of it reserved for each parent; 0 unless both take part in the programme. */
  reservedDaysEach: z.int(),
  /** The day from which the municipality shall offer follow-up and Norwegian or language practice. */
  offerFrom: PlainDate,
})

function reservedDays(ask: Ask): number {
  const { areBothParentsInProgramme, parentRole } = ask.need('areBothParentsInProgramme', 'parentRole')
  if (!areBothParentsInProgramme) return 0
  ask.step('step.parentalLeave.reserved', ref('IF', '16', { ledd: 4, sentence: 1 }), { params: { days: RESERVED_DAYS } })
  if (parentRole !== 'father') ask.step('step.parentalLeave.lapses', ref('IF', '16', { ledd: 4, sentence: 2 }))
  ask.judge('judge.parentalLeave.fatherIll', ref('IF', '16', { ledd: 5 }), { force: 'may' })
  return RESERVED_DAYS
}

/** After a birth: the leave ends before the child is one year old. */
function afterBirth(ask: Ask): { hasRight: boolean; latest: PlainDate } {
  const { childBirthDate, absentFrom, parentRole } = ask.need('childBirthDate', 'absentFrom', 'parentRole')
  const latest = addDays(addMonths(childBirthDate, 12), -1)
  ask.step('step.parentalLeave.birth', ref('IF', '16', { ledd: 1, sentence: 1 }), { params: { months: MONTHS, latest }, force: 'shall' })
  if (parentRole === 'other') ask.judge('judge.parentalLeave.other', ref('IF', '16', { ledd: 1, sentence: 2 }))
  return { hasRight: absentFrom >= childBirthDate && absentFrom <= latest, latest }
}

function afterAdoption(ask: Ask): { hasRight: boolean; latest: null } {
  const { childBirthDate, absentFrom } = ask.need('childBirthDate', 'absentFrom')
  ask.step('step.parentalLeave.adoption', ref('IF', '16', { ledd: 3 }), { params: { months: MONTHS, age: ADOPTION_AGE }, force: 'shall' })
  return { hasRight: yearsBetween(childBirthDate, absentFrom) < ADOPTION_AGE, latest: null }
}

/** Parental leave after birth or adoption (IF § 16): ten months in total for the parents, and an offer of follow-up and training from the fourth month. */
export const absenceParentalLeave = rule({
  name: 'absence.parentalLeave', version: 1, decidedBy: ['childBirthDate'], facts: names, answer: ParentalLeave,
  sources: [1, 2, 3, 4, 5].map((ledd) => ref('IF', '16', { ledd })), checkedBy: 'IMDi',
  decide(ask) {
    const { isAdoption, absentFrom } = ask.need('isAdoption', 'absentFrom', 'childBirthDate', 'areBothParentsInProgramme', 'parentRole')
    const { hasRight, latest } = isAdoption ? afterAdoption(ask) : afterBirth(ask)
    const offerFrom = addMonths(absentFrom, OFFER_FROM_MONTH - 1)
    const reservedDaysEach = reservedDays(ask)
    ask.step('step.parentalLeave.offer', ref('IF', '16', { ledd: 2 }), { params: { offerFrom }, force: 'shall' })
    return { hasRight, upToMonths: hasRight ? MONTHS : 0, latest, reservedDaysEach: hasRight ? reservedDaysEach : 0, offerFrom }
  },
})
