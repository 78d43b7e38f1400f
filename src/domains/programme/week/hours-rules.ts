import type { Tx } from '#platform/db.ts'
import type { WorkRule } from './week.core.ts'

export type HourRules = { full: number | null; work: WorkRule }
export const askHourRules = async (_tx: Tx, _personId: string): Promise<HourRules> => ({ full: null, work: { openQuestions: [] } })
