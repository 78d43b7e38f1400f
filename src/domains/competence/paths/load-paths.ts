import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import type { Tx } from '#platform/db.ts'
import type { PathFacts } from './path.core.ts'
import { statesOf, timeLeft } from './path.core.ts'
import type { OnPath, TradePath } from './path.schema.ts'
import { DoneStep, TradePath as Shape } from './path.schema.ts'

const columns = ['id', 'version', 'trade', 'occupationCode', 'startCode', 'form', 'steps', 'requirements', 'usualMonths', 'adaptations', 'paidBy', 'ask', 'unconfirmed', 'confirmedOn', 'confirmedWith', 'isActive'] as const

/** The catalogue, by trade and form; those that are no longer used too. */
export async function loadPaths(tx: Tx): Promise<TradePath[]> {
  const rows = await tx.selectFrom('tradePath').select(columns).orderBy(sql`trade collate "nb-NO-x-icu"`).orderBy('form').execute()
  return rows.map((row) => Shape.parse(row))
}

/** What is known of her that a road asks about: the newest Norwegian level in each skill, work, trade certificates that are shown. */
async function loadFacts(tx: Tx, personId: string): Promise<PathFacts> {
  const levels = await tx.selectFrom('languageLevel').distinctOn('skill').select(['skill', 'level']).where('personId', '=', personId).where('language', '=', 'no')
    .orderBy('skill').orderBy('assessedOn', (by) => by.desc().nullsLast()).orderBy('id').execute()
  const of = (skill: string): string | undefined => levels.find((one) => one.skill === skill)?.level
  const [listening, reading, writing, oral] = [of('listening'), of('reading'), of('writing'), of('spoken_interaction')]
  const certificates = await tx.selectFrom('certificate').select('name').where('personId', '=', personId).where('kind', '=', 'trade_certificate').where('evidence', '<>', 'claimed').execute()
  return {
    norwegian: { ...(listening && { listening }), ...(reading && { reading }), ...(writing && { writing }), ...(oral && { oral }) },
    work: await tx.selectFrom('workExperience').select(['occupationCode', 'country', 'months']).where('personId', '=', personId).execute(), tradeCertificates: certificates.map(({ name }) => name),
  }
}

/** The road she is on, with where she is; nothing where none is chosen or the last has ended. */
export async function loadOnPath(tx: Tx, personId: string): Promise<OnPath | null> {
  const row = await tx.selectFrom('personPath').select(['id', 'version', 'pathId', 'chosenOn', 'note', 'stepsDone']).where('personId', '=', personId).where('endedOn', 'is', null).orderBy('chosenOn', 'desc').orderBy('id').limit(1).executeTakeFirst()
  const path = row && Shape.parse(await tx.selectFrom('tradePath').select(columns).where('id', '=', row.pathId).executeTakeFirstOrThrow())
  if (!row || !path) return null
  const states = statesOf(path, await loadFacts(tx, personId), z.array(DoneStep).parse(row.stepsDone))
  return { id: row.id, version: row.version, chosenOn: row.chosenOn, note: row.note, path, states, left: timeLeft(states), isAtEnd: states.every(({ state }) => state === 'done') }
}

type Opening = { id: string; title: string; employerName: string | null }

/** Places open today with a free seat in the occupation or the one the road begins with, a few of them. */
export const loadOpeningsFor = async ({ tx, today, now }: Context, codes: readonly string[]): Promise<Opening[]> => (await sql<Opening>`select o.id, o.title, coalesce(e.name, o.employer_name) as employer_name
  from opening o left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id left join app.taken_seats(${today}) t on t.opening_id = o.id
  where o.occupation_code = any(${codes}) and o.withdrawn_at is null and (o.expires_at is null or o.expires_at > ${now.toISOString()}::timestamptz) and (o.apply_until is null or o.apply_until >= ${today})
    and (o.to_date is null or o.to_date >= ${today}) and o.seats > coalesce(t.taken, 0) order by o.kind desc, o.title, o.id limit 6`.execute(tx)).rows

/** Her own placement that runs in the occupation. */
export const findPlacementIn = async ({ tx, today }: Context, personId: string, codes: readonly string[]) => (await sql<{ id: string; employerName: string }>`select g.id, e.name as employer_name
  from agreement g join opening o on o.municipality_id = g.municipality_id and o.id = g.opening_id join employer e on e.municipality_id = g.municipality_id and e.id = g.employer_id
  where g.person_id = ${personId} and o.occupation_code = any(${codes}) and g.cancelled_at is null and g.ended_on is null and ${today} between g.from_date and coalesce(g.to_date, ${today}) order by g.from_date desc limit 1`.execute(tx)).rows[0]
