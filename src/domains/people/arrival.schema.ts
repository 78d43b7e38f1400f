import { z } from 'zod'

/** On what ground a person came; the closed list behind statistics and rights. */
export const ARRIVAL_CATEGORIES = [
  'resettlement_refugee', 'asylum', 'humanitarian', 'collective_protection',
  'family_reunification', 'family_establishment', 'unaccompanied_minor', 'other',
] as const
export const ArrivalCategory = z.enum(ARRIVAL_CATEGORIES)
export type ArrivalCategory = z.infer<typeof ArrivalCategory>

/** How protected a person's address is in the population register: none, `fortrolig`, `strengt fortrolig`. */
export const ADDRESS_PROTECTIONS = ['none', 'confidential', 'strictly_confidential'] as const
export const AddressProtection = z.enum(ADDRESS_PROTECTIONS)
export type AddressProtection = z.infer<typeof AddressProtection>
