import type { Output } from '#web/api.ts'

export type Settings = Output<'rules.listSettings'>
export type Value = Settings['values'][number]
/** Whether the server says that this may be done. */
export type May = (action: Settings['actions'][number]) => boolean
