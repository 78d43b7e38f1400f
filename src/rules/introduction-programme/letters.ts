import { z } from 'zod'
import type { Permit } from '../person-facts.ts'

/** Letters of IL § 9 first ledd. */
export const Letter = z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
export type Letter = z.infer<typeof Letter>

/** The letter a permit falls under by itself; for family (f) it hangs on the reference person. */
export const letters: Partial<Record<Permit, Letter>> = { refugee: 'a', resettlement: 'b', humanitarian: 'c', limited_family: 'd', collective_protection: 'e', independent: 'g' }
