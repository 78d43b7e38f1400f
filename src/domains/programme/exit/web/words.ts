import type { Tone } from '#web/ui/Tag.tsx'
import type { ExitStep } from '../exit.schema.ts'
import type { HandOver } from '../hand-over.schema.ts'

export const stepTones: Record<ExitStep['state'], Tone> = { late: 'danger', soon: 'warning', later: 'neutral', done: 'success', not_needed: 'neutral' }
export const handOverTones: Record<HandOver['state'], Tone> = { draft: 'warning', sent: 'info', confirmed: 'success' }

/** Everything that shows the road out, fetched again after each change. */
export const showsExit = ['programme.getExit', 'people.getPerson'] as const
export const showsHandOvers = ['programme.listHandOvers', 'programme.listReceivedHandOvers', 'programme.getExit'] as const
