import type { AbsenceKind } from './facts.ts'

/** Kinds that never come in addition to the programme although they are by the regulation: holiday and the two religious days (IF § 19). */
const exempt: readonly AbsenceKind[] = ['holiday', 'religious_day']
/** Days nobody works, and absence that is not by the rules of the regulation at all. */
const outside: readonly AbsenceKind[] = ['public_day_off', 'home_travel', 'permitted', 'unauthorised']

/** Whether days of a kind come in addition to the programme when the limit is passed (IF §§ 10 and 19). */
export const isAdded = (kind: AbsenceKind): boolean => !exempt.includes(kind) && !outside.includes(kind)

/** Whether days of a kind are by the regulation, and yet never added. */
export const isExempt = (kind: AbsenceKind): boolean => exempt.includes(kind)
