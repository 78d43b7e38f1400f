import { sql } from 'kysely'
import { operation } from '#platform/operation.ts'
import type { FieldChange, ImportRow } from '#shared/import-result.ts'
import { changedRow, ImportInput, ImportResult, importResult } from '#shared/import-result.ts'
import { readPostcodes, readTravelTimes } from './travel-file.ts'
import type { PostcodeRow, TravelTimeRow } from './travel.schema.ts'

const subjects = (): string[] => []
const timeKey = (row: Pick<TravelTimeRow, 'fromPostcode' | 'toPostcode' | 'way'>): string => `${row.fromPostcode}–${row.toPostcode} ${row.way}`

const text = (value: string | number | null): string | null => (value === null ? null : String(value))

/** Whether a row is new, or what it changes. */
function judge<T extends Record<string, string | number | null>>(row: number, name: string, was: T | undefined, value: T): ImportRow {
  if (was === undefined) return { row, outcome: 'created', name }
  const changes: FieldChange[] = Object.keys(value).filter((field) => was[field] !== value[field]).map((field) => ({ field, from: text(was[field] ?? null), to: text(value[field] ?? null) }))
  return changedRow(row, name, changes)
}

/** Brings in a table of travel times: looked at first, then written. A later table replaces a pair it holds too. */
export const importTravelTimes = operation({
  permission: 'opportunities.import', input: ImportInput, output: ImportResult, subjects,
  async run({ tx }, ask) {
    const reading = await readTravelTimes(ask.bytes)
    const columns = ['fromPostcode', 'toPostcode', 'way', 'minutes', 'source', 'measuredOn'] as const
    const before = new Map((await tx.selectFrom('travelTime').select(columns).execute()).map((row): [string, TravelTimeRow] => [timeKey(row), row]))
    const result = importResult(ask, { rows: reading.rows.map(({ row, value }) => judge(row, timeKey(value), before.get(timeKey(value)), value)), refused: reading.refused, notes: reading.notes })
    if (!result.written) return result
    await sql`insert into travel_time (from_postcode, to_postcode, way, minutes, source, measured_on)
      select "fromPostcode", "toPostcode", way, minutes, source, "measuredOn" from jsonb_to_recordset(${JSON.stringify(reading.rows.map(({ value }) => value))}::jsonb) as r("fromPostcode" text, "toPostcode" text, way text, minutes integer, source text, "measuredOn" date)
      on conflict on constraint travel_time_once do update set minutes = excluded.minutes, source = excluded.source, measured_on = excluded.measured_on`.execute(tx)
    return result
  },
})

/** Brings in where postcodes lie. */
export const importPostcodes = operation({
  permission: 'opportunities.import', input: ImportInput, output: ImportResult, subjects,
  async run({ tx }, ask) {
    const reading = await readPostcodes(ask.bytes)
    const before = new Map((await tx.selectFrom('postcodeSpot').select(['postcode', 'place', 'latitude', 'longitude', 'source', 'measuredOn']).execute()).map((row): [string, PostcodeRow] => [row.postcode, row]))
    const result = importResult(ask, { rows: reading.rows.map(({ row, value }) => judge(row, value.postcode, before.get(value.postcode), value)), refused: reading.refused, notes: reading.notes })
    if (!result.written) return result
    await sql`insert into postcode_spot (postcode, place, latitude, longitude, source, measured_on)
      select postcode, place, latitude, longitude, source, "measuredOn" from jsonb_to_recordset(${JSON.stringify(reading.rows.map(({ value }) => value))}::jsonb) as r(postcode text, place text, latitude float8, longitude float8, source text, "measuredOn" date)
      on conflict on constraint postcode_spot_once do update set place = excluded.place, latitude = excluded.latitude, longitude = excluded.longitude, source = excluded.source, measured_on = excluded.measured_on`.execute(tx)
    return result
  },
})
