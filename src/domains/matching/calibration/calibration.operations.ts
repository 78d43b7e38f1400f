import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { calibrationFile } from './calibration-file.ts'
import { calibrationOf } from './calibration.core.ts'
import { Calibration } from './calibration.schema.ts'
import { countUnscored, loadProposals } from './load-proposals.ts'

/** Figures without names, for whoever sees the work from above. */
const permission = 'programme.overview' as const
const subjects = (): string[] => []
const report = async (context: Context): Promise<Calibration> => calibrationOf(await loadProposals(context), await countUnscored(context))

/** Whether scores predict: shares of each outcome by score and by group, with intervals. It never changes a weight. */
export const getCalibration = operation({ permission, reads: true, input: z.object({}), output: Calibration, subjects, run: (context) => report(context) })

export const getCalibrationFile = operation({
  permission, reads: true, input: z.object({}), output: FileOutput, subjects,
  async run(context) {
    const bytes = Uint8Array.from(await calibrationFile(await report(context), context.actor.locale === 'en' || context.actor.locale === 'nn' ? context.actor.locale : 'nb'))
    return { fileName: `treff-${context.today}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
  },
})
