import { sharedDigits } from '#shared/occupation.ts'
import { SAME_FIELD } from '#shared/occupation-distance.ts'
import type { LocalLevel, LocalNeed, NeedRow } from './local-need.schema.ts'

/** Counts of people below this are not shown, as in the statistics (db/views/placement_outcomes.sql). */
const SMALLEST = 5
/** So many employers who ask, or so many open seats, is much without any forecast. */
const MANY_EMPLOYERS = 3
const MANY_SEATS = 5
/** At most so many near occupations: information beside her wish, not a list to choose from. */
const MOST_NEAR = 4

export type OpenSeat = { code: string; kind: 'practice_place' | 'vacancy'; seats: number; reachableBy: readonly string[] }
export type AskedNeed = { employerId: string; codes: readonly string[]; now: number | null; coming: number | null }
export type ForecastFact = NonNullable<NeedRow['forecast']> & { code: string }
export type Ended = { code: string; hired: boolean }
export type Known = {
  names: ReadonlyMap<string, string>; needs: readonly AskedNeed[]; seats: readonly OpenSeat[]; /** Whether any vacancy at all is known here. */ hasVacancies: boolean
  forecasts: readonly ForecastFact[]; ended: readonly Ended[]; /** Ways she gets to work; empty is not known. */ transport: readonly string[]; /** Occupations related to the one of the plan by ESCO or a list. */ related: ReadonlySet<string>
}

const hidden = (count: number): number | 'few' => (count > 0 && count < SMALLEST ? 'few' : count)

/** Ended placements and those that led to a job. The whole is not said where what is left between them would show a few. */
export const resultsOf = (ended: number, hired: number): NeedRow['results'] =>
  ({ hired: hidden(hired), ended: hired >= SMALLEST && hidden(ended - hired) === 'few' ? null : hidden(ended) })

const added = (values: readonly (number | null)[]): number | null => { const told = values.filter((value) => value !== null); return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0) }

function employersOf(code: string, needs: readonly AskedNeed[]): NeedRow['employers'] {
  const asked = needs.filter(({ codes }) => codes.length > 0)
  if (asked.length === 0) return null
  const named = asked.filter(({ codes }) => codes.includes(code))
  return { count: named.length, asked: asked.length, now: added(named.map(({ now }) => now)), coming: added(named.map(({ coming }) => coming)), isShared: named.some(({ codes }) => codes.length > 1) }
}

function reachOf(seats: readonly OpenSeat[], transport: readonly string[]): NeedRow['reach'] {
  const reach = { yes: 0, no: 0, unknown: 0 }
  for (const { seats: count, reachableBy } of seats) reach[transport.length === 0 || reachableBy.length === 0 ? 'unknown' : reachableBy.some((way) => transport.includes(way)) ? 'yes' : 'no'] += count
  return reach
}

/** The forecast nearest to the occupation: its own, else of its group; the newest source first. */
function forecastOf(code: string, forecasts: readonly ForecastFact[]): NeedRow['forecast'] {
  const found = forecasts.filter((one) => code.startsWith(one.code)).toSorted((a, b) => Number(a.isOld) - Number(b.isOld) || b.code.length - a.code.length || b.sourceYear - a.sourceYear)[0]
  if (found === undefined) return null
  const { code: of, ...forecast } = found
  return { ...forecast, ofGroup: of.length < code.length }
}

/** How much it is asked for: by a forecast that is not old, by employers, by open seats. Without any of them it is not known. */
export function levelOf({ employers, practicePlaces, vacancies, forecast }: Pick<NeedRow, 'employers' | 'practicePlaces' | 'vacancies' | 'forecast'>): LocalLevel {
  const [seats, named, said] = [practicePlaces + (vacancies ?? 0), employers?.count ?? 0, forecast === null || forecast.isOld ? null : forecast.level]
  if (said === 'much' || named >= MANY_EMPLOYERS || seats >= MANY_SEATS) return 'much'
  if (said === 'some' || named > 0 || seats > 0) return 'some'
  return said === 'little' ? 'little' : 'unknown'
}

/** What is known of one occupation. */
export function needOf(code: string, known: Known): NeedRow {
  const seats = known.seats.filter((one) => one.code === code)
  const count = (kind: OpenSeat['kind']): number => seats.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.seats, 0)
  const ended = known.ended.filter((one) => one.code === code)
  const facts = { employers: employersOf(code, known.needs), practicePlaces: count('practice_place'), vacancies: known.hasVacancies ? count('vacancy') : null, forecast: forecastOf(code, known.forecasts) }
  return { code, name: known.names.get(code) ?? code, level: levelOf(facts), ...facts, reach: reachOf(seats, known.transport), results: resultsOf(ended.length, ended.filter(({ hired }) => hired).length) }
}

const rank: Record<LocalLevel, number> = { much: 3, some: 2, little: 1, unknown: 0 }

/** Occupations near one that are asked for more than it, the nearest of the most asked first. What she wants stands whatever they are. */
export function nearWithMore(goal: NeedRow, known: Known, leaveOut: readonly string[]): NeedRow[] {
  return [...known.names.keys()].filter((code) => code !== goal.code && !leaveOut.includes(code) && (sharedDigits(code, goal.code) >= SAME_FIELD || known.related.has(code))).map((code) => needOf(code, known))
    .filter((one) => rank[one.level] > Math.max(rank[goal.level], rank.little))
    .toSorted((a, b) => rank[b.level] - rank[a.level] || sharedDigits(b.code, goal.code) - sharedDigits(a.code, goal.code) || a.code.localeCompare(b.code)).slice(0, MOST_NEAR)
}

/** Her plan's occupation and her wishes beside what is asked for here. */
export function localNeed(goalCode: string | null, wishes: readonly { code: string | null; wording: string }[], known: Known, on: LocalNeed['on']): LocalNeed {
  const goal = goalCode === null ? null : needOf(goalCode, known)
  const codes = [...new Set(wishes.flatMap(({ code }) => (code === null || code === goalCode ? [] : [code])))]
  return { on, goal, wishes: codes.map((code) => needOf(code, known)), near: goal === null ? [] : nearWithMore(goal, known, codes), wishesInWords: wishes.flatMap(({ code, wording }) => (code === null ? [wording] : [])) }
}
