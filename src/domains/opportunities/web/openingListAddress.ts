import type { z } from 'zod'
import { ListOpeningsInput } from '../opening.schema.ts'

/** What the address of the list keeps. The text is not among it. */
export const ListAddress = ListOpeningsInput.omit({ text: true })
export type ListAddress = z.output<typeof ListAddress>
