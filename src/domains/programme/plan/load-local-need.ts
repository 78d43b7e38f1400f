import { sql } from 'kysely'
import { z } from 'zod'
import { NeedAnswers } from '#domains/employers/need.schema.ts'
import { isOldForecast } from '#domains/opportunities/index.ts'
import type { Context } from '#platform/operation.ts'
import { addMonths } from '#shared/date.ts'
import type { Ended, ForecastFact, Known, OpenSeat } from './local-need.core.ts'
import { localNeed } from './local-need.core.ts'
import type { LocalNeed } from './local-need.schema.ts'

/** A talk is believed for so long. */
const BELIEVED_MONTHS = 24
const Answers = NeedAnswers.pick({ numberNow: true, numberComing: true, occupationCodes: true })

async function loadNeeds({ tx, today }: Context): Promise<Known['needs']> {
  const { rows } = await sql<{ employerId: string; answers: unknown }>`select distinct on (n.employer_id) n.employer_id, n.answers from need n join employer e on e.municipality_id = n.municipality_id and e.id = n.employer_id and e.status = 'active'
    where n.confirmed_on >= ${addMonths(today, -BELIEVED_MONTHS)} order by n.employer_id, n.talked_on desc, n.id`.execute(tx)
  return rows.map(({ employerId, answers }) => { const { numberNow, numberComing, occupationCodes } = Answers.parse(answers); return { employerId, codes: occupationCodes, now: numberNow, coming: numberComing } })
}

const loadSeats = async ({ tx, today, now }: Context): Promise<OpenSeat[]> => (await sql<OpenSeat>`select o.occupation_code as code, o.kind, o.seats - coalesce(t.taken, 0) as seats, o.reachable_by
  from opening o left join app.taken_seats(${today}) t on t.opening_id = o.id
  where o.occupation_code is not null and o.withdrawn_at is null and (o.expires_at is null or o.expires_at > ${now.toISOString()}::timestamptz) and (o.apply_until is null or o.apply_until >= ${today})
    and (o.to_date is null or o.to_date >= ${today}) and o.seats > coalesce(t.taken, 0)`.execute(tx)).rows

async function loadForecasts({ tx, today }: Context): Promise<ForecastFact[]> {
  const year = Number(today.slice(0, 4))
  const rows = await tx.selectFrom('needForecast').select(['occupationCode as code', 'level', 'people', 'horizonYear', 'source', 'sourceYear']).execute()
  return rows.map((row) => ({ ...row, isOld: isOldForecast(row, year), ofGroup: false }))
}

const loadEnded = async ({ tx, today }: Context): Promise<Ended[]> => (await sql<Ended>`select o.occupation_code as code, coalesce(g.outcome = 'hired', false) as hired
  from agreement g join opening o on o.municipality_id = g.municipality_id and o.id = g.opening_id
  where o.occupation_code is not null and g.cancelled_at is null and coalesce(g.ended_on, g.to_date) < ${today}`.execute(tx)).rows

/** What is known here of who is needed, in a few questions, whatever the occupation. */
async function loadKnown(context: Context, personId: string, goalCode: string | null): Promise<Known> {
  const { tx } = context
  const names = await tx.selectFrom('occupation').select(['code', 'name']).where('level', '=', 4).execute()
  const vacancy = await tx.selectFrom('opening').select('id').where('kind', '=', 'vacancy').limit(1).executeTakeFirst()
  const frame = await tx.selectFrom('practicalFrame').select('transport').where('personId', '=', personId).executeTakeFirst()
  const related = goalCode === null ? [] : await sql<{ other: string }>`select other from app.related_occupations(array[${goalCode}])`.execute(tx).then(({ rows }) => rows)
  return { related: new Set(related.map(({ other }) => other)), names: new Map(names.map(({ code, name }) => [code, name])), needs: await loadNeeds(context), seats: await loadSeats(context), hasVacancies: vacancy !== undefined, forecasts: await loadForecasts(context), ended: await loadEnded(context), transport: z.array(z.string()).parse(frame?.transport ?? []) }
}

/** Local need beside an occupation and her wishes, as it is known today. */
export async function loadLocalNeed(context: Context, personId: string, goalCode: string | null): Promise<LocalNeed> {
  const wishes = await context.tx.selectFrom('wish').select(['occupationCode as code', 'wording']).where('personId', '=', personId).orderBy('rank').orderBy('id').execute()
  return localNeed(goalCode, wishes, await loadKnown(context, personId, goalCode), context.today)
}
