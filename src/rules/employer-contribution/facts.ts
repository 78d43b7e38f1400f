import { z } from 'zod'

/** Zones of the employer's contribution to national insurance. Which one a workplace is in follows from its municipality: ask the payroll office. */
const CONTRIBUTION_ZONES = ['I', 'Ia', 'II', 'III', 'IV', 'IVa', 'V'] as const

export const CONTRIBUTION_FACTS = {
  contributionZone: z.enum(CONTRIBUTION_ZONES).describe('Zone of the employer’s contribution. There is no table of municipalities built in.'),
  contributionTrade: z.enum(['ordinary', 'farming_or_fishing']).describe('Trade of the employer: decides the rate in zone IVa alone.'),
  contributionBase: z.int().min(0).max(1_000_000_000).describe('What the contribution is levied on, whole kroner: pay, holiday pay and what else counts.'),
  contributionAllowanceUsed: z.int().min(0).max(1_000_000_000).describe('How much of the allowance of zone Ia the employer has used this year, whole kroner: the difference between the full and the reduced rate.'),
} as const
