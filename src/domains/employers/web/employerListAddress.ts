import { z } from 'zod'
import { ListEmployersInput } from '../employer.schema.ts'

/** What the address of the list keeps. The text is not among it. */
export const ListAddress = ListEmployersInput.omit({ text: true, notAskedForMonths: true }).extend({ notAskedForMonths: z.coerce.number().int().min(1).max(60).optional() })
export type ListAddress = z.output<typeof ListAddress>
