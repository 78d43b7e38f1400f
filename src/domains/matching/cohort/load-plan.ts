import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant, PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { Numbered, Ruling } from './change.core.ts'
import type { Place } from './cohort.schema.ts'
import { LeftOut, PlanLimit, RowFacts, Summary } from './cohort.schema.ts'
import { loadRulings } from './load-basis.ts'

/** The scores of a row, on a copy, since they are read four bytes at a time. */
const scoresOf = (bytes: Buffer): Int32Array => new Int32Array(Uint8Array.from(bytes).buffer)

/** A row as it is kept. `facts` is read only where it is shown. */
export type StoredRow = { id: string; personId: string; openingId: string | null; source: 'solve' | 'hand'; pairs: Int32Array; releasedAt: Instant | null; releasedBy: string | null; presentationId: string | null; /** Since when she is put forward for her place, which a neighbour shares. */ putForwardOn: PlainDate | null }

/** The heads of plans that are not dropped, the newest first. Totals are those of the last solve or change. */
export async function loadSummaries({ tx }: Context, planId?: string): Promise<Summary[]> {
  const { rows } = await sql<Summary & { bound: number | null }>`select p.id, p.version, p.name, p.goal, p.solved_at, a.name as solved_by, p.people, p.placed, p.score, p.blocking_pairs, p.bound is not null or p.blocking_pairs = 0 as is_proven,
      (select count(*)::int from cohort_row r where r.municipality_id = p.municipality_id and r.plan_id = p.id and r.released_at is not null) as released
    from cohort_plan p join account a on a.municipality_id = p.municipality_id and a.id = p.solved_by
    where p.dropped_at is null and ${planId === undefined ? sql`true` : sql`p.id = ${planId}`} order by p.solved_at desc, p.id limit 100`.execute(tx)
  return rows.map((row) => Summary.parse(row))
}

/** The plan itself with all that was decided when it was solved; NotFound where it was dropped. */
export async function loadHead({ tx }: Context, planId: string) {
  const row = found(await tx.selectFrom('cohortPlan').selectAll().where('id', '=', planId).where('droppedAt', 'is', null).executeTakeFirst())
  return { ...row, limits: z.array(PlanLimit).parse(row.limits), leftOut: LeftOut.parse(row.leftOut) }
}
export type Head = Awaited<ReturnType<typeof loadHead>>

export const loadPlaces = ({ tx }: Context, planId: string): Promise<Place[]> =>
  tx.selectFrom('cohortPlace').select(['openingId', 'title', 'employerId', 'employerName', 'place', 'seats', 'limitAt', 'sharedBy']).where('planId', '=', planId).orderBy('at').execute()

/** Who of a plan is put forward for her place at a neighbour's, and since when; one who was told "not now" no more. */
async function loadPutForward({ tx }: Context, planId: string): Promise<Map<string, PlainDate>> {
  const { rows } = await sql<{ personId: string; on: PlainDate }>`select f.person_id, f.put_forward_on as "on" from cohort_row r
      join put_forward f on f.municipality_id = r.municipality_id and f.person_id = r.person_id and f.opening_id = r.opening_id and f.withdrawn_on is null
      left join app.answers_from_neighbours() n on n.put_forward_id = f.id
    where r.plan_id = ${planId} and n.ended_on is null and n.answer is distinct from 'not_now'`.execute(tx)
  return new Map(rows.map(({ personId, on }) => [personId, on]))
}

/** The rows the one who asks may see, without what is only shown. */
export async function loadRows(context: Context, planId: string, withNeighbours: boolean): Promise<StoredRow[]> {
  const { tx } = context
  const putForward = withNeighbours ? await loadPutForward(context, planId) : new Map<string, PlainDate>()
  const rows = await tx.selectFrom('cohortRow').select(['id', 'personId', 'openingId', 'source', 'pairs', 'releasedAt', 'releasedBy', 'presentationId']).where('planId', '=', planId).orderBy('id').execute()
  return rows.map((row) => ({ ...row, pairs: scoresOf(row.pairs), putForwardOn: putForward.get(row.personId) ?? null }))
}

/** A plan by number, as the engine takes it, with where everybody is. */
export type Loaded = Numbered & { head: Head; places: Place[]; rows: StoredRow[]; rulings: Ruling[] }

/** A whole plan from what is kept with it: nothing is scored anew. */
export async function loadPlan(context: Context, planId: string): Promise<Loaded> {
  const head = await loadHead(context, planId)
  const [places, rows, rulings] = [await loadPlaces(context, planId), await loadRows(context, planId, head.withNeighbours), await loadRulings(context, planId)]
  const openings = places.map(({ openingId }) => openingId)
  const placeOf = new Map(openings.map((id, at) => [id, at]))
  return { head, places, rows, rulings, openings, people: rows.map(({ personId }) => personId), released: new Set(rows.filter(({ releasedAt, putForwardOn }) => releasedAt !== null || putForwardOn !== null).map(({ personId }) => personId)),
    match: Int32Array.from(rows, ({ openingId }) => placeOf.get(openingId ?? '') ?? -1),
    cohort: { pairs: rows.map(({ pairs }) => pairs), seats: places.map(({ seats }) => seats), limitOf: places.map(({ limitAt }) => limitAt), limits: head.limits } }
}

const Shown = z.object({ rowId: z.string(), personId: z.string(), facts: RowFacts, givenName: z.string(), familyName: z.string(), adviserName: z.string().nullable(), releaser: z.string().nullable() })
export type Shown = z.infer<typeof Shown>

/** What is shown of rows: names and reasons. All of a plan, or of some persons. */
export async function loadShown({ tx }: Context, planId: string, personIds?: readonly string[]): Promise<Map<string, Shown>> {
  const { rows } = await sql<Shown>`select r.id as row_id, r.person_id, r.facts, p.given_name, p.family_name, a.name as adviser_name, b.name as releaser from cohort_row r
    join person p on p.municipality_id = r.municipality_id and p.id = r.person_id
    left join account a on a.municipality_id = p.municipality_id and a.id = p.adviser_id left join account b on b.municipality_id = r.municipality_id and b.id = r.released_by
    where r.plan_id = ${planId} and ${personIds === undefined ? sql`true` : sql`r.person_id = any (${personIds}::uuid[])`}`.execute(tx)
  return new Map(rows.map((row) => [row.personId, Shown.parse(row)]))
}
