import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { OpeningFacts } from '../facts.schema.ts'
import { loadFacts } from '../load-people.ts'
import { findOpenings } from '../load-openings.ts'
import type { Change, RowFacts, Shift } from './cohort.schema.ts'
import type { Loaded } from './load-plan.ts'
import { loadShown } from './load-plan.ts'
import { printWay } from './print.ts'
import { NO_PLACE, reasonsOf } from './reasons.core.ts'
import { loadScorer } from './scores.ts'

/** Writes where people are now, and the reasons for their new places. */
export async function moveRows(context: Context, { head, rows }: Loaded, shifts: readonly Shift[], change: Change): Promise<void> {
  const { tx } = context
  const ids = shifts.map(({ personId }) => personId)
  const source = (personId: string): 'hand' | 'solve' => (change.do === 'pin' && change.personId === personId ? 'hand' : 'solve')
  // her place stays and is no longer a person's choice
  if (change.do === 'clear' && !ids.includes(change.personId)) await tx.updateTable('cohortRow').set({ source: 'solve' }).where('planId', '=', head.id).where('personId', '=', change.personId).execute()
  if (ids.length === 0) return
  const facts = new Map((await loadFacts(tx, ids)).map((one) => [one.id, one]))
  const places = new Map((await findOpenings(context, shifts.flatMap(({ to }) => (to === null ? [] : [to])))).map((one): [string, OpeningFacts] => [one.card.id, one.facts]))
  const [scorer, shown] = [await loadScorer(context), await loadShown(context, head.id, ids)]
  const next = shifts.flatMap(({ personId, to }) => {
    const [row, known, hers, opening] = [rows.find((one) => one.personId === personId), shown.get(personId), facts.get(personId), places.get(to ?? '')]
    if (!row || !known) return []
    const { possible, blocked } = known.facts
    const shownNow: RowFacts = { possible, blocked, ...(hers && opening ? reasonsOf(scorer.match(hers, opening)) : NO_PLACE) }
    return [{ id: row.id, openingId: to, source: source(personId), facts: shownNow, way: hers ? printWay(hers, opening) : {} }]
  })
  await sql`update cohort_row r set opening_id = n."openingId", source = n.source, facts = n.facts, print = r.print || n.way
    from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as n(id uuid, "openingId" uuid, source text, facts jsonb, way jsonb) where r.municipality_id = (select app.municipality()) and r.id = n.id`.execute(tx)
}
