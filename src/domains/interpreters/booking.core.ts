import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Instant, PlainDate } from '#shared/date.ts'
import { addDays, daysBetween } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import { fold } from '#shared/text.ts'
import type { BookingAction, BookingState, Category, InterpretedBy, Kind, LeadTime, Modality, Outcome, Purpose, Risk, SaveBookingInput } from './booking.schema.ts'

/** What of a booking decides how it stands. */
export type Standing = { askedAt: Instant | null; confirmedAt: Instant | null; notHadAt: Instant | null; cancelledAt: Instant | null; outcome: Outcome | null }

/** How a booking stands, from its times: the last that happened. */
export function stateOf(now: Standing): BookingState {
  if (now.outcome !== null) return now.outcome
  if (now.cancelledAt !== null) return 'cancelled'
  if (now.notHadAt !== null) return 'not_had'
  if (now.confirmedAt !== null) return 'confirmed'
  return now.askedAt === null ? 'draft' : 'asked'
}

/** What an order, a call to the supplier and a list name it by: nothing of whom it is about. */
export const referenceOf = (id: string): string => `TOLK-${id.slice(0, 8).toUpperCase()}`

/** An answer later than this before the meeting is a risk: there is hardly time for another service. */
const ANSWER_DAYS = 3
/** A draft nearer than this is a risk whatever the lead time says. */
const SOON_DAYS = 14

/** Why a meeting may be held without the interpreter it needs; null where nothing is wrong. */
export function riskOf(booking: { state: BookingState; kind: Kind; onDay: PlainDate; category: Category | null }, today: PlainDate): Risk | null {
  const { state, kind, onDay, category } = booking
  const days = daysBetween(today, onDay)
  if (days < 0) return ['draft', 'asked', 'confirmed'].includes(state) ? 'not_recorded' : null
  if (state === 'not_had') return 'not_had'
  if (state === 'draft') return days <= SOON_DAYS ? 'not_asked' : null
  if (state === 'asked') return days <= ANSWER_DAYS ? 'no_answer' : null
  return state === 'confirmed' && kind === 'qualified' && category === 'none' ? 'not_qualified' : null
}

/** What may be done now with a booking. */
export function bookingActions(state: BookingState, onDay: PlainDate, today: PlainDate): BookingAction[] {
  const isOpen = state === 'draft' || state === 'asked' || state === 'confirmed' || state === 'not_had'
  if (!isOpen) return ['again']
  const isHere = onDay <= today
  return [
    ...(onDay >= today ? (['change'] as const) : []), ...((state === 'draft' || state === 'not_had') && onDay >= today ? (['order'] as const) : []),
    ...(state === 'asked' ? (['confirm', 'notHad'] as const) : []), ...(state === 'confirmed' && onDay >= today ? (['notHad'] as const) : []), ...(isHere ? (['record'] as const) : []),
    ...(onDay < today ? (['again'] as const) : []), 'cancel',
  ]
}

/** The day itself, or the first after it on which people work. */
const onWorkday = (day: PlainDate): PlainDate => (isDayOff(day) ? onWorkday(addDays(day, 1)) : day)

export type LeadDays = Record<Modality, number>
/** The text of the field (Bergen): usually within two weeks, up to a month for one who comes. Not law: the municipality sets its own. */
export const USUAL_LEAD_DAYS: LeadDays = { present: 30, video: 14, phone: 14 }

/** Whether it is asked for late, the earliest day that is likely, and the ways that may still be had by the day wanted. A warning, never a refusal. */
export function leadTime(modality: Modality, onDay: PlainDate, lead: LeadDays, today: PlainDate): LeadTime {
  const earliest = (one: Modality): PlainDate => onWorkday(addDays(today, lead[one]))
  const isLate = onDay < earliest(modality)
  return { days: lead[modality], isLate, earliest: earliest(modality), instead: isLate ? (['video', 'phone'] as const).filter((one) => one !== modality && earliest(one) <= onDay) : [] }
}

/** What a bilingual assistant may carry: messages and practical help; never what decides something for somebody. */
const assistantMay: Record<Purpose, 'may' | 'look' | 'may_not'> = {
  practical: 'may', message: 'may', information: 'look', workplace: 'look', other: 'look', mapping: 'may_not', plan: 'may_not', decision: 'may_not', economy: 'may_not', health: 'may_not',
}
export const assistantFor = (purpose: Purpose): 'may' | 'look' | 'may_not' => assistantMay[purpose]

type Wanted = Pick<SaveBookingInput, 'personId' | 'others' | 'groupName' | 'activityId' | 'kind' | 'purpose' | 'onDay' | 'modality' | 'place' | 'language' | 'secondLanguage'>

/** Whether a booking may be made or changed so, with every reason why not. */
export const maySave = (input: Wanted, today: PlainDate): Refusal[] => [
  ...check((input.personId === null) !== (input.groupName === null), { code: 'interpreters.personOrGroup', path: input.personId === null ? 'groupName' : 'personId' }),
  ...check(input.others.length === 0 || (input.personId !== null && !input.others.includes(input.personId)), { code: 'interpreters.othersBeside', path: 'others' }),
  ...check(input.activityId === null || input.personId === null, { code: 'interpreters.classIsGroup', path: 'activityId' }),
  ...check(input.purpose !== 'health' || input.groupName === null, { code: 'interpreters.healthIsOnes', path: 'purpose' }),
  ...check(input.onDay >= today, { code: 'interpreters.dayIsOver', path: 'onDay' }),
  ...check(input.modality !== 'present' || input.place !== null, { code: 'interpreters.needsPlace', path: 'place' }),
  ...check(input.secondLanguage !== input.language, { code: 'interpreters.sameLanguage', path: 'secondLanguage' }),
  ...check(input.kind !== 'assistant' || assistantFor(input.purpose) !== 'may_not', { code: 'interpreters.assistantMayNot', path: 'kind', params: { purpose: input.purpose } }),
]

const ordered = ['language', 'dialect', 'secondLanguage', 'modality', 'kind', 'onDay', 'fromTime', 'minutes', 'place', 'wantedGender'] as const
type Ordered = Pick<SaveBookingInput, (typeof ordered)[number]>
/** Whether the service has to be told: what stands in the order is another than it was. */
export const changesOrder = (before: Ordered, after: Ordered): boolean => ordered.some((one) => before[one] !== after[one])

/** Whether the service's answer may be noted: not of one she does not want. */
export const mayConfirm = (input: { interpreterName: string | null; interpreterNumber: string | null; category: Category | null }, booking: { state: BookingState; unwanted: readonly string[] }): Refusal[] => [
  ...check(booking.state === 'asked', { code: 'interpreters.notAsked' }),
  ...check(input.interpreterName !== null || input.interpreterNumber !== null, { code: 'interpreters.whoComes', path: 'interpreterName' }),
  ...check(!booking.unwanted.some((one) => input.interpreterName !== null && fold(one) === fold(input.interpreterName)), { code: 'interpreters.unwanted', path: 'interpreterName' }),
]

/** The moment until which it may be called off without cost. `startsAt` is the moment the meeting begins. */
export const freeUntil = (startsAt: Date, hours: number): Date => new Date(startsAt.getTime() - hours * 3_600_000)

/** Who interpreted when all went as booked. */
export const expectedBy = (booking: { kind: Kind; category: Category | null; state: BookingState }): InterpretedBy =>
  booking.state !== 'confirmed' ? 'nobody' : booking.kind === 'assistant' ? 'assistant' : booking.category === 'none' ? 'unqualified' : 'qualified'
