import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'

/** The first day on which a person has lived two years in a municipality: a decision must be taken before it (IL § 8). */
export const twoYearsFrom = (residenceSince: PlainDate): PlainDate => addMonths(residenceSince, 24)

/** Whether a person has lived less than two years in a municipality when the decision is taken (IL § 8 first and third ledd). */
export function isNewInMunicipality(ask: Asking<'residenceSince'>, decided: PlainDate, ledd: 1 | 3): boolean {
  const { residenceSince } = ask.need('residenceSince')
  const limit = twoYearsFrom(residenceSince)
  const isNew = decided < limit
  ask.step(isNew ? 'step.targetGroup.underTwoYears' : 'step.targetGroup.twoYears', ref('IL', '8', ledd === 1 ? { ledd, sentence: 3 } : { ledd, sentence: 2 }), { params: { residenceSince, decided, limit } })
  return isNew
}
