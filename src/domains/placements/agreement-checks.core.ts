import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Schedule } from '#shared/schedule.ts'
import { minutesOf, weeklyHours } from '#shared/schedule.ts'
import { agreementKinds } from './agreement-kinds.core.ts'
import type { AgreementContent, AgreementWarning } from './agreement.schema.ts'

type Span = { fromDate: PlainDate | null; toDate: PlainDate | null }
export type OtherPlacement = Span & { id: string; employerName: string; schedule: Schedule }

const LAST_DAY = '9999-12-31'
const overlap = (a: Span, b: Span): boolean => (a.fromDate ?? '') <= (b.toDate ?? LAST_DAY) && (b.fromDate ?? '') <= (a.toDate ?? LAST_DAY)

/** Stretches of minutes in one week from Monday 00:00; a night shift runs on into the next day. */
const stretches = (schedule: Schedule): [number, number][] => schedule.map(({ weekday, from, to }) => {
  const start = (weekday - 1) * 1440 + minutesOf(from)
  return [start, start + ((minutesOf(to) - minutesOf(from) + 1440) % 1440)]
})

const WEEK = 7 * 1440

/** Whether two working weeks ask for the same hour. */
export const sameHours = (a: Schedule, b: Schedule): boolean => stretches(a).some(([start, end]) =>
  stretches(b).some(([from, to]) => [-WEEK, 0, WEEK].some((shift) => start < to + shift && from + shift < end)))

/** Another placement in the very same hours is refused: nobody is at two places. */
export const noClash = (agreement: Span & { schedule: Schedule }, others: readonly OtherPlacement[]): Refusal[] =>
  others.filter((other) => overlap(agreement, other) && sameHours(agreement.schedule, other.schedule))
    .map(({ employerName }) => ({ code: 'placements.sameHours', path: 'schedule', params: { employer: employerName } }))

/** No more people at work than the opening has seats. `taken` are the others who hold one. */
export const hasSeat = (opening: { seats: number; taken: number } | undefined): Refusal[] =>
  check(opening === undefined || opening.taken < opening.seats, { code: 'placements.noSeat' })

const FULL_WEEK_HOURS = 40

type Seen = AgreementContent & { others: readonly OtherPlacement[]; permitUntil: PlainDate | null; supervisorHasOthers: number; today: PlainDate; state: string }

/** What the adviser should know before going on. Nothing of it reaches the employer, and nothing of it refuses. */
export function agreementWarnings(agreement: Seen): AgreementWarning[] {
  const { fromDate, toDate, permitUntil, schedule, others, kind } = agreement
  const usual = agreementKinds[kind].usualMonths
  const hours = weeklyHours(schedule)
  const warnings: [boolean, AgreementWarning][] = [
    [permitUntil !== null && (toDate === null || permitUntil < toDate), { code: 'placements.permitEndsBefore', params: { day: permitUntil ?? '' } }],
    // a period of n months ends the day before the n-th month day: 1 March to 31 May is three months, never 13 weeks
    [usual !== undefined && fromDate !== null && toDate !== null && toDate > addDays(addMonths(fromDate, usual), -1), { code: 'placements.longerThanUsual', params: { months: usual ?? 0 } }],
    [hours > FULL_WEEK_HOURS, { code: 'placements.longWeek', params: { hours } }],
    [fromDate !== null && fromDate < agreement.today && (agreement.state === 'draft' || agreement.state === 'waiting'), { code: 'placements.startsInPast' }],
    [agreement.supervisorHasOthers > 0, { code: 'placements.supervisorHasOthers', params: { count: agreement.supervisorHasOthers } }],
  ]
  return [...warnings.filter(([holds]) => holds).map(([, warning]) => warning),
    ...others.filter((other) => overlap(agreement, other)).map((other) => ({ code: 'placements.otherPlacement', params: { employer: other.employerName } }))]
}
