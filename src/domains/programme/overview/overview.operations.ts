import { sql } from 'kysely'
import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import { operation } from '#platform/operation.ts'
import type { Case } from './overview.core.ts'
import { USUAL_NORM, overviewOf } from './overview.core.ts'
import type { NamedFacts } from './named-facts.ts'
import { factsOfRow } from './named-facts.ts'
import { Overview } from './overview.schema.ts'

const Settings = z.object({ caseloadNorm: z.int().min(1).max(200).catch(USUAL_NORM).default(USUAL_NORM) })

/** A case as the database gives it: its legal facts in one object, by the names of the rules. */
type Row = Omit<Case, 'facts'> & { legal: NamedFacts }

/** The programme from above, for the manager: read from cases without names, so that nobody is browsed. */
export const getOverview = operation({
  permission: 'programme.overview', reads: true, input: z.object({}), output: Overview, subjects: () => [],
  async run({ tx, today }) {
    const { rows } = await sql<Row>`select * from app.list_cases(${today}::date)`.execute(tx)
    const cases = rows.map(({ legal, ...one }): Case => ({ ...one, facts: factsOfRow(legal, one) }))
    const { settings } = await tx.selectFrom('municipality').select('settings').executeTakeFirstOrThrow()
    return overviewOf(cases, today, await loadGrounds(tx), Settings.parse(settings).caseloadNorm)
  },
})
