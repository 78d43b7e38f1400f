import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** What the log is narrowed to: ids, never names, as the address is kept in the browser's history. */
export const Filters = z.object({ person: Id.optional(), account: Id.optional(), operation: z.string().optional(), from: PlainDate.optional(), to: PlainDate.optional(), before: Id.optional() })
export type Filters = z.output<typeof Filters>
