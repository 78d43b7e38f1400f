import type { Facts } from '#rules/facts.ts'
import type { PlainDate } from '#shared/date.ts'

/** What the database knows of the facts that decide a right; null is unknown. */
export type Known = {
  birthDate: PlainDate | null; settledOn: PlainDate | null; permit: Facts['permit'] | null; permitGrantedOn: PlainDate | null; hadFamilyPermit: boolean | null
  settledByAgreement: boolean | null; residenceSince: PlainDate | null; claimedOn: PlainDate | null; weeklyJobHours: number | null
}
const names = ['birthDate', 'settledOn', 'permit', 'permitGrantedOn', 'hadFamilyPermit', 'settledByAgreement', 'residenceSince', 'claimedOn', 'weeklyJobHours'] as const satisfies readonly (keyof Known)[]

/** The facts that are known: one that is null is left out, so that a rule says it is missing. */
export const knownFacts = (row: Known): Facts => Object.fromEntries(names.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]])))
