import { z } from 'zod'
import { addDays, daysBetween, PlainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { selfCertificationChain } from './choices.ts'
import type { SelfCertified } from './facts.ts'
import { daysFromTo } from './working-days.ts'

const [WEEKS, DAYS, GAP] = [8, 3, 16]
const names = ['startedOn', 'absentFrom', 'absentTo', 'selfCertifiedAbsences', 'selfCertificationLostOn'] as const
type Ask = Asking<(typeof names)[number]>

/** How far self-certification reaches for one absence. */
const SelfCertification = z.object({
  /** Whether she may use it at all for this absence. */
  allowed: z.boolean(),
  /** Calendar days of this absence it covers, at most 3. */
  coveredDays: z.int(),
  /** Days of earlier absence without doctor's note that were counted in. */
  earlierDays: z.int(),
  /** The first day that needs a doctor's note; null when none of the absence does. */
  doctorsNoteFrom: PlainDate.nullable(),
})

const lengthOf = (spells: readonly SelfCertified[]): number => new Set(spells.flatMap(({ from, to }) => daysFromTo(from, to))).size

/** Earlier absences that ended at most sixteen days before; chained: and those that ended at most sixteen days before them, and so on. */
function within(from: PlainDate, spells: readonly SelfCertified[], isChained: boolean): SelfCertified[] {
  const near = spells.filter(({ to }) => to < from && daysBetween(to, from) <= GAP)
  if (!isChained || near.length === 0) return near
  const rest = spells.filter((one) => !near.includes(one))
  return [...near, ...within(near.reduce((first, one) => (one.from < first ? one.from : first), from), rest, true)]
}

/** Earlier days without doctor's note. The choice is asked only where the two readings differ. */
function earlierDays(ask: Ask, from: PlainDate, spells: readonly SelfCertified[]): number {
  const [plain, chained] = [lengthOf(within(from, spells, false)), lengthOf(within(from, spells, true))]
  return Math.min(plain, DAYS) === Math.min(chained, DAYS) || ask.choice(selfCertificationChain) === 'sixteen_days_back' ? plain : chained
}

/** Why it may not be used at all: too short a time in the programme, or the right is lost. */
function isAllowed(ask: Ask): boolean {
  const { startedOn, absentFrom } = ask.need('startedOn', 'absentFrom')
  const firstDay = addDays(startedOn, WEEKS * 7)
  ask.step('step.selfCertification.weeks', ref('IF', '8', { ledd: 1, sentence: 1 }), { params: { weeks: WEEKS, firstDay } })
  const lostOn = ask.known('selfCertificationLostOn')
  const isLost = lostOn !== undefined && lostOn <= absentFrom
  if (isLost) ask.step('step.selfCertification.lost', ref('IF', '9', { ledd: 1 }), { params: { lostOn } })
  return absentFrom >= firstDay && !isLost
}

/**
 * Use of self-certification (IF § 8): after at least eight weeks in the programme, up to three calendar days at a time, earlier
 * days without doctor's note counted in when the new absence comes within sixteen days. What is beyond needs a doctor's note.
 */
export const absenceSelfCertification = rule({
  name: 'absence.selfCertification', version: 1, decidedBy: ['absentFrom'], facts: names, answer: SelfCertification,
  sources: [ref('IF', '8', { ledd: 1 }), ref('IF', '8', { ledd: 2 }), ref('IF', '9', { ledd: 1 })], checkedBy: 'IMDi',
  decide(ask) {
    const { absentFrom, absentTo, selfCertifiedAbsences } = ask.need('startedOn', 'absentFrom', 'absentTo', 'selfCertifiedAbsences')
    const allowed = isAllowed(ask)
    const earlier = earlierDays(ask, absentFrom, selfCertifiedAbsences)
    ask.step('step.selfCertification.days', ref('IF', '8', { ledd: 1, sentence: 3 }), { params: { days: DAYS }, force: 'may' })
    if (earlier > 0) ask.step('step.selfCertification.earlier', ref('IF', '8', { ledd: 1, sentence: 4 }), { params: { earlier, gap: GAP } })
    const length = daysBetween(absentFrom, absentTo) + 1
    const coveredDays = allowed ? Math.min(length, Math.max(0, DAYS - earlier)) : 0
    const doctorsNoteFrom = coveredDays < length ? addDays(absentFrom, coveredDays) : null
    if (doctorsNoteFrom !== null) ask.step('step.selfCertification.doctorsNote', ref('IF', '8', { ledd: 2, sentence: 1 }), { params: { doctorsNoteFrom }, force: 'shall' })
    if (doctorsNoteFrom !== null) ask.judge('judge.selfCertification.prevented', ref('IF', '8', { ledd: 2, sentence: 2 }))
    return { allowed, coveredDays, earlierDays: earlier, doctorsNoteFrom }
  },
})
