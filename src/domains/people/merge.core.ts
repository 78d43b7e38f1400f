import type { Decision } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { Permission } from '#shared/permission.ts'
import { ADDRESS_PROTECTIONS } from './arrival.schema.ts'
import type { MergeField } from './duplicates.schema.ts'
import type { PersonBasics } from './person.schema.ts'

type Side = PersonBasics & { id: string; version: number }
export type MergeAsk = { fromGone: readonly MergeField[]; keepVersion: number; goneVersion: number; held: readonly Permission[]; bothPresented: number; bothInProgramme: boolean; bothHavePlans: boolean }

/** What stands in the way of making two persons one. */
export const mergeRefusals = (keep: Side, gone: Side, ask: Pick<MergeAsk, 'held' | 'bothPresented' | 'bothInProgramme' | 'bothHavePlans'>) => [
  ...check(keep.id !== gone.id, { code: 'people.samePerson' }),
  ...check((keep.addressProtection === 'none' && gone.addressProtection === 'none') || ask.held.includes('people.protected'), { code: 'people.mergeProtected' }),
  ...check(ask.bothPresented === 0, { code: 'people.bothPresented', params: { count: ask.bothPresented } }),
  ...check(!ask.bothInProgramme, { code: 'people.bothInProgramme' }),
  ...check(!ask.bothHavePlans, { code: 'people.bothHavePlans' }),
]

/** The basics of the one who stays: her own, but for the fields chosen from the other; the stronger protection always. */
export function mergePersons(keep: Side, gone: Side, ask: MergeAsk): Decision<PersonBasics> {
  const refusals = [...mergeRefusals(keep, gone, ask), ...check(keep.version === ask.keepVersion && gone.version === ask.goneVersion, { code: 'people.changedMeanwhile' })]
  if (refusals.length > 0) return refuse(...refusals)
  const { id: _, version: __, ...own } = keep
  const chosen = Object.fromEntries(ask.fromGone.flatMap((field) => (field === 'address' || field === 'practicalFrame' ? [] : [[field, gone[field]] as const])))
  const protection = ADDRESS_PROTECTIONS.findLast((one) => one === keep.addressProtection || one === gone.addressProtection) ?? 'none'
  return accept({ ...own, ...chosen, addressProtection: protection })
}
