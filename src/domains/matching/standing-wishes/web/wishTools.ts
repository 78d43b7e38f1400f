import type { z } from 'zod'
import type { FormTools } from '#web/form.tsx'
import type { SaveWishInput } from '../wish.schema.ts'

/** What is filled in of a standing wish, before it is checked. */
export type WishValues = z.input<typeof SaveWishInput>
/** The form of a standing wish, for the parts it is put together of. */
export type WishTools = FormTools<WishValues>
