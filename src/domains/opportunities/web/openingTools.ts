import type { z } from 'zod'
import type { FormTools } from '#web/form.tsx'
import type { SaveOpeningInput } from '../opening.schema.ts'

/** What is filled in of an opening, before it is checked. */
export type OpeningValues = z.input<typeof SaveOpeningInput>
/** The form of an opening, for the parts it is put together of. */
export type OpeningTools = FormTools<OpeningValues>
