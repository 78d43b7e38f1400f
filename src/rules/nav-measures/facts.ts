import { z } from 'zod'

/** What Nav has decided about her need of help to get into work (Nav-loven § 14 a), as Nav groups it. */
export const AssistanceGroup = z.enum(['good_possibilities', 'needs_guidance', 'needs_guidance_reduced_capacity', 'works_partly', 'little_possibility'])
export type AssistanceGroup = z.infer<typeof AssistanceGroup>

/** Whether the group is one of reduced capacity for work. */
export const isReducedCapacity = (group: AssistanceGroup): boolean => group !== 'good_possibilities' && group !== 'needs_guidance'

export const MEASURE_FACTS = {
  assistanceGroup: AssistanceGroup.describe('Nav’s decision by Nav-loven § 14 a: good_possibilities, needs_guidance, needs_guidance_reduced_capacity, works_partly, little_possibility. The last three are reduced capacity for work.'),
} as const
