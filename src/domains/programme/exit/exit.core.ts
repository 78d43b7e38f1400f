import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween } from '#shared/date.ts'
import type { EndProgrammeInput, EndReason, Exit, ExitStep, ExitStepKind, Gap, LaterStatus, NorwegianAfter, NoteLaterInput, SettleStepInput } from './exit.schema.ts'
import { EXIT_STEPS, LATER_MONTHS } from './exit.schema.ts'

/** How long before the last day each step is due: months, and days where a month is too coarse. Half a year is where it begins (TRN-01). */
const before: Record<ExitStepKind, { months?: number; days?: number }> = {
  talk: { months: 6 }, path: { months: 5 }, school_application: { months: 5 }, nav_meeting: { months: 4 }, nav_application: { months: 3 },
  norwegian: { months: 2 }, gap: { months: 2 }, hand_over: { days: 42 }, certificate: { days: 0 },
}

/** A step within this many days is said to be soon. */
const SOON_DAYS = 30

export type Settled = { id: string; version: number; kind: ExitStepKind; doneOn: PlainDate | null; notNeeded: boolean; note: string | null; norwegian: NorwegianAfter | null; gap: Gap | null }

const dueOn = (kind: ExitStepKind, lastDay: PlainDate): PlainDate => addDays(addMonths(lastDay, -(before[kind].months ?? 0)), -(before[kind].days ?? 0))

function stateOf(settled: Settled | undefined, due: PlainDate, today: PlainDate): ExitStep['state'] {
  if (settled?.doneOn) return 'done'
  if (settled?.notNeeded) return 'not_needed'
  if (due < today) return 'late'
  return due <= addDays(today, SOON_DAYS) ? 'soon' : 'later'
}

/** Every step towards the end with its day and how it stands; those that were begun too late are late, not left out. */
export function exitTimeline(lastDay: PlainDate, settled: readonly Settled[], today: PlainDate): ExitStep[] {
  return EXIT_STEPS.map((kind) => {
    const own = settled.find((one) => one.kind === kind)
    const due = dueOn(kind, lastDay)
    return { kind, dueOn: due, state: stateOf(own, due, today), id: own?.id ?? null, version: own?.version ?? null, doneOn: own?.doneOn ?? null, note: own?.note ?? null, norwegian: own?.norwegian ?? null, gap: own?.gap ?? null }
  }).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || EXIT_STEPS.indexOf(a.kind) - EXIT_STEPS.indexOf(b.kind))
}

/** Whether a step may be settled so: either done on a day that has been, or not needed with a reason; the two that need details have theirs. */
export const maySettle = (input: Pick<SettleStepInput, 'kind' | 'doneOn' | 'notNeeded' | 'note' | 'norwegian' | 'gap'>, today: PlainDate): Refusal[] => [
  ...check((input.doneOn !== null) !== input.notNeeded, { code: 'exit.doneOrNotNeeded', path: 'doneOn' }),
  ...check(input.doneOn === null || input.doneOn <= today, { code: 'exit.inFuture', path: 'doneOn' }),
  ...check(!input.notNeeded || Boolean(input.note), { code: 'exit.sayWhy', path: 'note' }),
  ...check((input.norwegian === null || input.kind === 'norwegian') && (input.gap === null || input.kind === 'gap'), { code: 'exit.otherDetail', path: 'kind' }),
  ...check(input.kind !== 'norwegian' || input.notNeeded || input.norwegian !== null, { code: 'exit.needsDetail', path: 'norwegian' }),
  ...check(input.kind !== 'gap' || input.notNeeded || input.gap !== null, { code: 'exit.needsDetail', path: 'gap' }),
  ...check(input.gap === null || input.gap.firstMoneyOn >= input.gap.lastBenefitOn, { code: 'exit.moneyBeforeBenefit', path: 'gap.firstMoneyOn' }),
]

/** Days between the last benefit and the first money after it; null where it is not known yet. */
export function daysWithoutMoney(settled: readonly Pick<Settled, 'gap'>[]): number | null {
  const gap = settled.find((one) => one.gap !== null)?.gap
  return gap === undefined || gap === null ? null : daysBetween(gap.lastBenefitOn, gap.firstMoneyOn)
}

/** Reasons after which nobody here goes on with her. */
const gone: readonly EndReason[] = ['moved', 'left_norway', 'died']

export type Ending = { startsOn: PlainDate; endedOn: PlainDate | null }

/** Whether a programme may be ended so: once, not before it began, not ahead of time, and never without a next step where she stays (QUA-20). */
export const mayEnd = (input: Pick<EndProgrammeInput, 'endedOn' | 'reason' | 'nextStep'>, now: Ending, today: PlainDate): Refusal[] => [
  ...check(now.endedOn === null, { code: 'exit.alreadyEnded' }),
  ...check(input.endedOn >= now.startsOn, { code: 'exit.beforeStart', path: 'endedOn' }),
  ...check(input.endedOn <= today, { code: 'exit.endInFuture', path: 'endedOn' }),
  ...check(gone.includes(input.reason) || input.nextStep !== null, { code: 'exit.needsNextStep', path: 'nextStep' }),
  ...check(input.nextStep === null || input.nextStep.dueOn >= input.endedOn, { code: 'exit.stepBeforeEnd', path: 'nextStep.dueOn' }),
]

/** Whether a later status may be noted: after the end, not of the future, and hours only of work. */
export const mayNoteLater = (input: Pick<NoteLaterInput, 'askedOn' | 'activity' | 'hoursPerWeek'>, endedOn: PlainDate | null, today: PlainDate): Refusal[] => [
  ...check(endedOn !== null, { code: 'exit.notEnded' }),
  ...check(endedOn === null || input.askedOn > endedOn, { code: 'exit.laterBeforeEnd', path: 'askedOn' }),
  ...check(input.askedOn <= today, { code: 'exit.inFuture', path: 'askedOn' }),
  ...check(input.hoursPerWeek === null || input.activity.startsWith('work_'), { code: 'exit.hoursOfWork', path: 'hoursPerWeek' }),
]

/** The days it should have been asked how she does and was not, and the next one ahead. An answer counts for the time it is nearest after. */
export function laterDue(endedOn: PlainDate, later: readonly Pick<LaterStatus, 'askedOn'>[], today: PlainDate): PlainDate[] {
  const days = LATER_MONTHS.map((months) => addMonths(endedOn, months))
  const open = days.filter((day, at) => !later.some(({ askedOn }) => askedOn >= addDays(day, -30) && askedOn < (days[at + 1] ?? addMonths(day, 12))))
  const next = open.find((day) => day > today)
  return [...open.filter((day) => day <= today), ...(next === undefined ? [] : [next])]
}

/** What may be done now with the road out. */
export function exitActions(endedOn: PlainDate | null, mayHandOver: boolean): Exit['actions'] {
  if (!mayHandOver) return []
  return endedOn === null ? ['settle', 'end', 'writeHandOver'] : ['settle', 'writeHandOver', 'noteLater', 'certificate']
}
