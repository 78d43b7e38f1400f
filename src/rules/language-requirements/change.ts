import type { CefrLevel } from '#shared/cefr.ts'
import { yearsBetween } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Choice } from '../choice.ts'
import type { Asking } from '../rule.ts'

/** A level that was raised on a day: the older one for decisions before it, the newer for applications from it, and a choice between. */
export function levelAt(ask: Asking<'applicationOn'>, changed: PlainDate, [older, newer]: readonly [CefrLevel, CefrLevel], between: Choice): { level: CefrLevel; isOlder: boolean } {
  const { applicationOn } = ask.need('applicationOn')
  const isNew = ask.on >= changed && (applicationOn >= changed || ask.choice(between) === 'new_level')
  return { level: isNew ? newer : older, isOlder: !isNew }
}

/** Between 18 and 67: 18 on the day of the application, not yet 67 on the day of the decision. */
export function isInAge(ask: Asking<'birthDate' | 'applicationOn'>): boolean {
  const { birthDate, applicationOn } = ask.need('birthDate', 'applicationOn')
  return yearsBetween(birthDate, applicationOn) >= 18 && yearsBetween(birthDate, ask.on) < 67
}

/** The letter of an exception: its place in the list, counted from a. */
export const letterOf = (list: readonly string[], one: string): string => String.fromCharCode('a'.charCodeAt(0) + list.indexOf(one))
