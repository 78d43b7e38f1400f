import type { Output } from '#web/api.ts'

/** One run as its page shows it. */
export type Run = Output<'programme.getBenefitRun'>
