import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Pressure, Request } from './request.schema.ts'

type Asked = Pick<Request, 'answer' | 'askedOn'>

/** Requests without an answer. One joined in another is counted with that one. */
export const isOpen = ({ answer }: Pick<Asked, 'answer'>): boolean => answer === 'open'

/** Without a cap of the employer's own, this many open requests are felt as many. */
const MANY_OPEN = 2
/** Without a cap, a request within so many days of the last one is felt as another of the same. */
const JUST_ASKED_DAYS = 14

/**
 * Whether one more request today would make different bodies press the same employer, and every reason why. What the
 * employer has said herself counts: full until a day, and a cap of open requests. Only where she has set no cap do our
 * own rules of thumb speak. It is shown before a request is noted, and forbids nothing (EMP-03).
 */
export function crossPressure(requests: readonly Asked[], cap: number | null, fullUntil: PlainDate | null, today: PlainDate): Pressure {
  const open = requests.filter(isOpen).length
  const since = addDays(today, -JUST_ASKED_DAYS)
  const lately = requests.filter(({ askedOn, answer }) => askedOn > since && answer !== 'joined').length
  const reasons: Pressure['reasons'] = [
    ...(fullUntil !== null && fullUntil >= today ? [{ code: 'employers.pressure.full', params: { day: fullUntil } }] : []),
    ...(cap !== null && open >= cap ? [{ code: 'employers.pressure.cap', params: { open, cap } }] : []),
    ...(cap === null && open >= MANY_OPEN ? [{ code: 'employers.pressure.many', params: { open } }] : []),
    ...(cap === null && lately > 0 ? [{ code: 'employers.pressure.lately', params: { count: lately, days: JUST_ASKED_DAYS } }] : []),
  ]
  return { crosses: reasons.length > 0, open, reasons }
}

/** Several requests become one when all are open and of the same employer. */
export function joinRequests(into: { id: string; employerId: string; answer: Request['answer'] }, joined: readonly { id: string; employerId: string; answer: Request['answer'] }[]): Refusal[] {
  return [
    ...check(!joined.some(({ id }) => id === into.id), { code: 'employers.joinItself', path: 'joined' }),
    ...check(joined.every(({ employerId }) => employerId === into.employerId), { code: 'employers.joinElsewhere', path: 'joined' }),
    ...check([into, ...joined].every(isOpen), { code: 'employers.joinAnswered', path: 'joined' }),
  ]
}

/** How many requests were open at the end of each of the given months, in their order: the picture of the pressure over time. */
export function pressureOverTime(requests: readonly Pick<Request, 'answer' | 'askedOn' | 'answeredOn'>[], monthEnds: readonly PlainDate[]): number[] {
  return monthEnds.map((end) => requests.filter(({ askedOn, answer, answeredOn }) =>
    askedOn <= end && (answer === 'open' || (answeredOn !== null && answeredOn > end))).length)
}
