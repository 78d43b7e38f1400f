import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import { progressOf } from './progress.core.ts'
import { LanguageProgress } from './progress.schema.ts'

/** Of one placement: what Norwegian its place asks to begin and to be hired, and where she was and is. */
export const getLanguageProgress = operation({
  permission: 'placements.read', reads: true, input: z.object({ agreementId: Id }), output: LanguageProgress, subjects: (_, { personId }) => [personId],
  async run({ tx }, { agreementId }) {
    const { personId, openingId, fromDate } = found(await tx.selectFrom('agreement').select(['personId', 'openingId', 'fromDate']).where('id', '=', agreementId).executeTakeFirst())
    if (openingId === null) return { personId, openingId, rows: [] }
    const demands = await tx.selectFrom('openingDemand').select(['skill', 'level', 'isRequired', 'sentence']).where('openingId', '=', openingId).where('kind', '=', 'norwegian').orderBy('isRequired', 'desc').orderBy('id').execute()
    const levels = await tx.selectFrom('languageLevel').select(['skill', 'level', 'assessedOn as on', 'source']).where('personId', '=', personId).where('language', '=', 'no').execute()
    const asked = demands.flatMap(({ skill, level, ...rest }) => (skill === null || level === null ? [] : [{ skill, level, ...rest }]))
    return { personId, openingId, rows: progressOf(asked, levels, fromDate) }
  },
})
