import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween } from '#shared/date.ts'
import type { PersonBasis, Span } from './basis.core.ts'
import { lastDayOf } from './month.core.ts'

/** Days in a row, both ends included, in which nothing about the person changes. */
export type Piece = { from: PlainDate; to: PlainDate; days: number }

const covers = ({ from, to }: Span, day: PlainDate): boolean => from <= day && (to === null || to >= day)
const endsOf = (spans: readonly Span[]): PlainDate[] => spans.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]))

/** The days on which something may change: a programme or leave begins or ends, terms, or a year of age is full. */
function changesIn(basis: PersonBasis, month: PlainDate, last: PlainDate): PlainDate[] {
  const birthday = basis.birthDate === null ? [] : birthdayIn(basis.birthDate, month)
  const all = [...endsOf(basis.programmes), ...endsOf(basis.unpaidLeave), ...basis.terms.map(({ fromOn }) => fromOn), ...birthday]
  return [...new Set(all.filter((day) => day > month && day <= last))].toSorted()
}

/** Her birthday, where it lies in the month; one born on 29 February has hers on the 28th of other years, as `addMonths` counts. */
function birthdayIn(birthDate: PlainDate, month: PlainDate): PlainDate[] {
  if (birthDate.slice(5, 7) !== month.slice(5, 7)) return []
  return [addMonths(birthDate, (Number(month.slice(0, 4)) - Number(birthDate.slice(0, 4))) * 12)]
}

/** The part of a month she takes part with benefit, cut where something may change. Nothing when she took no part. */
export function piecesOf(basis: PersonBasis, month: PlainDate): Piece[] {
  const last = lastDayOf(month)
  const starts = [month, ...changesIn(basis, month, last)]
  return starts.flatMap((from, index) => {
    const next = starts[index + 1]
    const to = next === undefined ? last : addDays(next, -1)
    const counts = basis.programmes.some((one) => covers(one, from)) && !basis.unpaidLeave.some((one) => covers(one, from))
    return counts ? [{ from, to, days: daysBetween(from, to) + 1 }] : []
  })
}
