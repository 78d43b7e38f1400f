import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween } from '#shared/date.ts'
import type { FirstBenefit } from '../benefit/month.core.ts'
import type { CalendarItem, Warning } from './payments.schema.ts'
import { START_UP_MONTHS } from './payments.schema.ts'

/** The days of a plan of start-up support: the first, and the same day of the months after. */
export const startUpDays = (firstOn: PlainDate): PlainDate[] => Array.from({ length: START_UP_MONTHS }, (_, index) => addMonths(firstOn, index))

/** The benefit that follows start-up support from a day on: of the first programme that had not ended then. */
export const benefitAfter = <P extends FirstBenefit>(firstOn: PlainDate, programmes: readonly P[]): P | undefined => programmes.find(({ endsOn }) => endsOn === null || endsOn >= firstOn)

type Money = Pick<CalendarItem, 'kind' | 'dueOn' | 'payOn' | 'state'>

/** What else comes in some days: named once each, in the order it comes. */
const meanwhile = (others: readonly Money[], from: PlainDate, to: PlainDate | null): CalendarItem['kind'][] =>
  [...new Set(others.filter(({ payOn }) => payOn >= from && (to === null || payOn <= to)).toSorted((a, b) => a.payOn.localeCompare(b.payOn)).map(({ kind }) => kind))]

/**
 * Where start-up support and the first introduction benefit do not meet. Each month of support is for living until the same day of the
 * month after; the benefit helps from the day it is first paid, which is in arrears. Days between the two are a gap; support that
 * is still to be paid on that day or later is an overlap. Where no benefit is known yet, the gap has no end. There is never both,
 * and nothing of what is over.
 */
export function startUpWarnings(items: readonly Money[], benefitOn: PlainDate | null, today: PlainDate): Warning[] {
  return between(items, benefitOn).filter(({ to }) => to === null || to >= today)
}

function between(items: readonly Money[], benefitOn: PlainDate | null): Warning[] {
  const support = items.filter(({ kind, state }) => kind === 'start_up_support' && state !== 'stopped').toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
  const last = support.at(-1)
  if (last === undefined) return []
  const others = items.filter(({ kind, state }) => kind !== 'start_up_support' && kind !== 'introduction_benefit' && state !== 'stopped')
  const endsOn = addMonths(last.dueOn, 1)
  if (benefitOn === null) return [{ kind: 'gap', from: endsOn, to: null, days: null, meanwhile: meanwhile(others, endsOn, null) }]
  const beside = support.find(({ payOn, state }) => payOn >= benefitOn && state === 'expected')
  if (beside !== undefined) return [{ kind: 'overlap', from: beside.payOn, to: addDays(endsOn, -1), days: daysBetween(beside.payOn, endsOn), meanwhile: [] }]
  const to = addDays(benefitOn, -1)
  return endsOn > to ? [] : [{ kind: 'gap', from: endsOn, to, days: daysBetween(endsOn, benefitOn), meanwhile: meanwhile(others, endsOn, to) }]
}
