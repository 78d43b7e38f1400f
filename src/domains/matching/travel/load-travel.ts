import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { Leg, Spot, StraightLine, Travel, Way } from '../facts.schema.ts'
import { assumedStraight } from './travel.core.ts'

type Times = Record<string, Partial<Record<Way, Leg>>>
type Row = { fromPostcode: string; toPostcode: string; way: Way; minutes: number; source: string; on: PlainDate }

/** How a straight line becomes minutes here: the municipality's own figures, or those assumed. */
export async function loadStraight({ tx }: Pick<Context, 'tx'>): Promise<StraightLine> {
  const row = await tx.selectFrom('travelSetting').select(['factor', 'walkSpeed', 'bicycleSpeed', 'publicSpeed', 'carSpeed', 'leastMinutes', 'source']).executeTakeFirst()
  return row ? { factor: row.factor, speed: { walk: row.walkSpeed, bicycle: row.bicycleSpeed, public: row.publicSpeed, car: row.carSpeed }, least: row.leastMinutes, source: row.source } : assumedStraight
}

async function loadTimes({ tx }: Context, to: string[], from: readonly string[] | undefined): Promise<Map<string, Times>> {
  const { rows } = await sql<Row>`select t.from_postcode, t.to_postcode, t.way, t.minutes, t.source, t.measured_on as "on" from travel_time t
    where t.to_postcode = any(${to}) and ${from ? sql`t.from_postcode = any(${[...from]})` : sql`t.from_postcode in (select distinct a.postcode from person_address a)`}`.execute(tx)
  const times = new Map<string, Times>()
  for (const { fromPostcode, toPostcode, way, minutes, source, on } of rows) {
    const there = times.get(toPostcode) ?? {}
    there[fromPostcode] = { ...there[fromPostcode], [way]: { minutes, source, on } }
    times.set(toPostcode, there)
  }
  return times
}

/** How one gets to each of these postcodes: times and spots for all of them at once, shared by places at the same postcode. */
export async function loadTravel(context: Context, postcodes: readonly (string | null)[], from?: readonly string[]): Promise<(postcode: string | null) => Travel | null> {
  const to = [...new Set(postcodes.filter((one) => one !== null))]
  if (to.length === 0) return () => null
  const [straight, times] = [await loadStraight(context), await loadTimes(context, to, from)]
  const spots = new Map<string, Spot>((await context.tx.selectFrom('postcodeSpot').select(['postcode', 'latitude', 'longitude']).where('postcode', '=', sql<string>`any(${to})`).execute()).map(({ postcode, ...spot }) => [postcode, spot]))
  const travel = new Map(to.map((postcode): [string, Travel] => [postcode, { to: { postcode, spot: spots.get(postcode) ?? null }, times: times.get(postcode) ?? {}, straight }]))
  return (postcode) => (postcode === null ? null : travel.get(postcode) ?? null)
}
