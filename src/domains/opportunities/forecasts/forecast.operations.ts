import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import type { Tx } from '#platform/db.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import type { ImportRow } from '#shared/import-result.ts'
import { changedRow, ImportInput, ImportResult, importResult } from '#shared/import-result.ts'
import { isOld, maySaveForecast } from './forecast.core.ts'
import type { ForecastRow } from './forecast-file.ts'
import { readForecasts } from './forecast-file.ts'
import { Forecast, SaveForecastInput } from './forecast.schema.ts'

const subjects = (): string[] => []
const yearOf = (today: string): number => Number(today.slice(0, 4))

/** Everything that is expected, the greatest need first; what is old is last and marked. */
export const listForecasts = operation({
  permission: 'opportunities.read', reads: true, input: z.object({}), output: z.object({ rows: z.array(Forecast), actions: z.array(z.enum(['change'])) }), subjects,
  async run({ tx, today, actor }) {
    const { rows } = await sql<Omit<z.output<typeof Forecast>, 'isOld'>>`select f.id, f.version, f.occupation_code, o.name as occupation_name, f.level, f.people, f.horizon_year, f.source, f.source_year, f.note, f.entered_on
      from need_forecast f left join occupation o on o.municipality_id = f.municipality_id and o.code = f.occupation_code
      order by array_position('{much,some,little}', f.level), f.people desc nulls last, f.occupation_code, f.source_year desc, f.id`.execute(tx)
    const aged = rows.map((row) => ({ ...row, isOld: isOld(row, yearOf(today)) }))
    return { rows: [...aged.filter((row) => !row.isOld), ...aged.filter((row) => row.isOld)], actions: actor.permissions.includes('opportunities.write') ? ['change' as const] : [] }
  },
})

/** Enters what is expected in one occupation, or corrects it. */
export const saveForecast = operation({
  permission: 'opportunities.write', input: SaveForecastInput, output: z.object({ id: Id, version: z.int() }), subjects,
  async run(context, { id, version, ...values }) {
    refuseIf(maySaveForecast(values, yearOf(context.today)))
    if (version !== undefined) return { id, version: await saveVersioned(context, 'needForecast', { id, version }, values) }
    await context.tx.insertInto('needForecast').values({ id, ...values, enteredOn: context.today }).execute()
    return { id, version: 1 }
  },
})

/** Takes one out that was entered by mistake; plans keep what they were shown. */
export const removeForecast = operation({
  permission: 'opportunities.write', input: z.object({ id: Id }), output: z.object({ id: Id }), subjects,
  async run({ tx }, { id }) {
    found(await tx.deleteFrom('needForecast').where('id', '=', id).returning('id').executeTakeFirst())
    return { id }
  },
})

const keyOf = (row: Pick<ForecastRow, 'occupationCode' | 'horizonYear' | 'source' | 'sourceYear'>): string => [row.occupationCode, row.horizonYear, row.source, row.sourceYear].join('|')
const known = async (tx: Tx) => new Map((await tx.selectFrom('needForecast').select(['occupationCode', 'horizonYear', 'source', 'sourceYear', 'level', 'people', 'note']).execute()).map((row) => [keyOf(row), row]))

function judge(before: Awaited<ReturnType<typeof known>>, { row, value }: { row: number; value: ForecastRow }): ImportRow {
  const was = before.get(keyOf(value))
  const name = `${value.occupationCode} ${value.source}`
  if (was === undefined) return { row, outcome: 'created', name }
  const changes = (['level', 'people', 'note'] as const).filter((field) => was[field] !== value[field]).map((field) => ({ field, from: was[field] === null ? null : String(was[field]), to: value[field] === null ? null : String(value[field]) }))
  return changedRow(row, name, changes)
}

/** Brings in a whole sheet of them: looked at first, then written. */
export const importForecasts = operation({
  permission: 'opportunities.import', input: ImportInput, output: ImportResult, subjects,
  async run({ tx, today }, ask) {
    const reading = await readForecasts(ask.bytes, yearOf(today))
    const before = await known(tx)
    const result = importResult(ask, { rows: reading.rows.map((row) => judge(before, row)), refused: reading.refused, notes: reading.notes })
    if (!result.written) return result
    for (const { value } of reading.rows) {
      await tx.insertInto('needForecast').values({ id: crypto.randomUUID(), ...value, enteredOn: today }).onConflict((conflict) => conflict.constraint('need_forecast_once')
        .doUpdateSet({ level: value.level, people: value.people, note: value.note, version: sql`need_forecast.version + 1` })).execute()
    }
    return result
  },
})
