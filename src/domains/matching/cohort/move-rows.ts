import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { loadFacts } from '../load-people.ts'
import { findOpenings } from '../load-openings.ts'
import type { Change, RowFacts, Shift } from './cohort.schema.ts'
import type { Loaded, Shown, StoredRow } from './load-plan.ts'
import { printWay } from './print.ts'
import { NO_PLACE, reasonsOf } from './reasons.core.ts'
import { loadScorer } from './scores.ts'

type Next = Pick<StoredRow, 'id' | 'personId' | 'openingId' | 'source'> & { facts: RowFacts; way: Record<string, string> }

/** Where people are now, with the reasons for their new places. */
async function nextRows(context: Context, { rows }: Loaded, shifts: readonly Shift[], change: Change, shown: ReadonlyMap<string, Shown>): Promise<Next[]> {
  if (shifts.length === 0) return []
  const facts = new Map((await loadFacts(context.tx, shifts.map(({ personId }) => personId))).map((one) => [one.id, one]))
  const openings = await findOpenings(context, shifts.flatMap(({ to }) => (to === null ? [] : [to])), [...facts.values()].flatMap(({ home }) => home?.postcode ?? []))
  const places = new Map(openings.map((one) => [one.card.id, one.facts]))
  const scorer = await loadScorer(context)
  return shifts.flatMap(({ personId, to }): Next[] => {
    const [row, known, hers, opening] = [rows.find((one) => one.personId === personId), shown.get(personId), facts.get(personId), places.get(to ?? '')]
    if (!row || !known) return []
    const { possible, blocked } = known.facts
    const isByHand = change.do === 'pin' && change.personId === personId
    return [{ id: row.id, personId, openingId: to, source: isByHand ? 'hand' : 'solve', facts: { possible, blocked, ...(hers && opening ? reasonsOf(scorer.match(hers, opening)) : NO_PLACE) }, way: hers ? printWay(hers, opening) : {} }]
  })
}

/** Moves rows, and answers them and what is shown of them as they are now. `shown` is of those the change and its shifts are about. */
export async function moveRows(context: Context, plan: Loaded, shifts: readonly Shift[], change: Change, shown: ReadonlyMap<string, Shown>): Promise<{ rows: StoredRow[]; shown: Map<string, Shown> }> {
  const moved = await nextRows(context, plan, shifts, change, shown)
  // her place stays and is no longer a person's choice
  const [stays] = change.do === 'clear' ? plan.rows.filter(({ personId }) => personId === change.personId && !moved.some((one) => one.personId === personId)) : []
  const next = [...moved, ...(stays ? [{ id: stays.id, personId: stays.personId, openingId: stays.openingId, source: 'solve' as const, facts: shown.get(stays.personId)?.facts, way: {} }] : [])]
  if (next.length > 0) await sql`update cohort_row r set opening_id = n."openingId", source = n.source, facts = n.facts, print = r.print || n.way
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as n(id uuid, "openingId" uuid, source text, facts jsonb, way jsonb) where r.municipality_id = (select app.municipality()) and r.id = n.id`.execute(context.tx)
  const byId = new Map(next.map((one) => [one.id, one]))
  return {
    rows: plan.rows.map((row) => ({ ...row, openingId: byId.get(row.id)?.openingId ?? (byId.has(row.id) ? null : row.openingId), source: byId.get(row.id)?.source ?? row.source })),
    shown: new Map([...shown].map(([personId, one]) => [personId, { ...one, facts: byId.get(one.rowId)?.facts ?? one.facts }])),
  }
}
