import { z } from 'zod'

/** An id made by whoever makes the thing, so that a retry is harmless. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>
