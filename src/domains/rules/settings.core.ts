import type { PlainDate } from '#shared/date.ts'
import { addMonths, plainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { parameters } from '#rules/registry.ts'
import type { EnteredValue, Parameter } from '#rules/parameter.ts'
import { valueOn } from '#rules/parameter.ts'
import { choiceRefusals, enactedRefusals } from './ask.core.ts'
import type { ChooseInput, CommenceInput, EnterValueInput } from './settings.schema.ts'

/** How long ahead one is told that a yearly figure will be missing: time to find it before anybody asks. */
const MONTHS_AHEAD = 4

export type Missing = { name: string; on: PlainDate }

/** The days on which a figure must be there: today, and each day in the months ahead on which a new one is due. */
function dueDays({ renews }: Parameter, today: PlainDate): PlainDate[] {
  const until = addMonths(today, MONTHS_AHEAD)
  if (renews === undefined) return [today]
  const years = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1]
  return [today, ...years.map((year) => plainDate(`${year}-${renews}`)).filter((day) => day > today && day <= until)]
}

/** Figures there are none of today, or will be none of within the months ahead; each with the first such day. A repealed one is not missing. */
export function missingAhead(all: readonly Parameter[], today: PlainDate, entered: readonly EnteredValue[]): Missing[] {
  return all.flatMap((one) => {
    const isAhead = one.values.length > 0 && one.values.every(({ from }) => from > today)
    const on = isAhead ? undefined : dueDays(one, today).find((day) => valueOn(one, day, entered) === undefined)
    return on === undefined ? [] : [{ name: one.name, on }]
  })
}

/** The last row must be the one that was seen: else somebody was first. */
const isLast = (lastId: string | undefined, replaces: string | null, code: string): Refusal[] => check((lastId ?? null) === replaces, { code })

const grounded = (words: string, path: string): Refusal[] => check(words.length >= 3, { code: 'rules.needsSource', path })

/** A figure needs a name we know and a source; only what was entered can be withdrawn. */
export function mayEnter({ name, source, isWithdrawn, value, replaces }: EnterValueInput, lastId: string | undefined): Refusal[] {
  const known = parameters.find((one) => one.name === name)
  return [
    ...check(known !== undefined, { code: 'rules.unknownValue', path: 'name', params: { name, known: parameters.map((one) => one.name).join(', ') } }),
    ...check(known?.unit !== 'share' || value === null || value <= 1, { code: 'rules.shareAboveOne', path: 'value' }),
    ...check(!isWithdrawn || (value === null && replaces !== null), { code: 'rules.nothingToWithdraw', path: 'isWithdrawn' }),
    ...grounded(source, 'source'), ...isLast(lastId, replaces, 'constraint.rule_value_replaced_once'),
  ]
}

/** A choice needs a known option, a reason and a source; undoing one needs one to undo. */
export const mayChoose = ({ name, option, reason, source, replaces }: ChooseInput, lastId: string | undefined): Refusal[] => [
  ...(option === null ? check(replaces !== null, { code: 'rules.nothingToWithdraw', path: 'option' }) : choiceRefusals(name, option, 'option')),
  ...grounded(reason, 'reason'), ...grounded(source, 'source'), ...isLast(lastId, replaces, 'constraint.rule_choice_replaced_once'),
]

/** A commencement needs an enacted rule we know and a source; undoing one needs one to undo. */
export const mayCommence = ({ name, onDay, source, replaces }: CommenceInput, lastId: string | undefined): Refusal[] => [
  ...(onDay === null ? check(replaces !== null, { code: 'rules.nothingToWithdraw', path: 'onDay' }) : []), ...enactedRefusals(name, 'name'),
  ...grounded(source, 'source'), ...isLast(lastId, replaces, 'constraint.rule_commencement_replaced_once'),
]
