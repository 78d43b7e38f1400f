import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import { z } from 'zod'
import type { Facts } from '#rules/facts.ts'
import { Source } from '#rules/source.ts'
import { DecisionRow, DecisionTerms, StoredAnswer } from './decision.schema.ts'
import { toFacts } from './legal-facts.schema.ts'

const query = (tx: Tx) => tx.selectFrom('programmeDecision as d')
  .innerJoin('account', (join) => join.onRef('account.municipalityId', '=', 'd.municipalityId').onRef('account.id', '=', 'd.decidedBy'))
  .leftJoin('programmeDecision as newer', (join) => join.onRef('newer.municipalityId', '=', 'd.municipalityId').onRef('newer.replacesId', '=', 'd.id'))
  .selectAll('d').select(['account.name as decidedByName', 'newer.id as newerId', 'newer.replacesWhy as newerWhy'])

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const shown = (row: Row): DecisionRow => ({
  ...row, terms: DecisionTerms.parse(row.terms), decidedBy: row.decidedByName,
  replaces: row.replacesId === null || row.replacesWhy === null ? null : { id: row.replacesId, why: row.replacesWhy },
  replacedBy: row.newerId === null || row.newerWhy === null ? null : { id: row.newerId, why: row.newerWhy },
})

/** Every decision about one person, newest first. Nothing without the ground `case`. */
export async function loadDecisions(tx: Tx, personId: string): Promise<DecisionRow[]> {
  const rows = await query(tx).where('d.personId', '=', personId).orderBy('d.decidedOn', 'desc').orderBy('d.recordedAt', 'desc').execute()
  return rows.map((row) => DecisionRow.parse(shown(row)))
}

export type LoadedDecision = { row: DecisionRow; personId: string; facts: Facts; answers: StoredAnswer[]; legalBasis: Source[] }

/** One decision with all it rests on; NotFound where it is hidden. */
export async function loadDecision(tx: Tx, id: string): Promise<LoadedDecision> {
  const row = found(await query(tx).where('d.id', '=', id).executeTakeFirst())
  return { row: DecisionRow.parse(shown(row)), personId: row.personId, facts: toFacts(z.record(z.string(), z.unknown()).parse(row.facts)),
    answers: z.array(StoredAnswer).parse(row.answers), legalBasis: z.array(Source).parse(row.legalBasis) }
}
