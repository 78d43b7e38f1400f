import { comparing } from '#domains/matching/market/compare.core.ts'
import { levelAbove } from '#domains/matching/market/change.core.ts'
import { orderedList } from '#domains/matching/lists/list.core.ts'
import { printOf, printOfOpening, settledFacts } from '#domains/matching/lists/print.core.ts'
import { loadLive } from '#domains/matching/load-openings.ts'
import { loadFacts } from '#domains/matching/load-people.ts'
import type { PersonFacts } from '#domains/matching/facts.schema.ts'
import type { Scenario } from '#domains/matching/scenarios/what-if.schema.ts'
import { defaultWeights } from '#domains/matching/weights/weights.core.ts'
import type { Actor, Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, instantOf } from '#shared/date.ts'
import type { Random } from './random.ts'
import type { SeedPerson } from './people.ts'
import { insertAll } from './write.ts'

const scenarios: Scenario[] = [
  { name: 'Tjue renholdsplasser og en tidlig buss', unit: 'kroner', parts: [
    { part: { is: 'places', count: 20, like: null, title: 'Renholder på kommunens bygg', occupationCode: '9112', level: 'A1', schedule: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '06:00', to: '12:00' })), reachableBy: ['car'] }, cost: 400_000 },
    { part: { is: 'travel', way: 'bus', to: [], earliest: '05:30' }, cost: 650_000 },
    { part: { is: 'childcare', until: '17:00', seats: null }, cost: 300_000 }] },
  { name: 'B1 blir A2, og norskkurs for femten', unit: 'kroner', parts: [
    { part: { is: 'level', from: 'B1', to: 'A2', employerId: null, occupation: null, kind: 'practice_place' }, cost: 50_000 },
    { part: { is: 'course', gives: { is: 'level', skill: 'spoken_interaction' }, seats: 15 }, cost: 280_000 },
    { part: { is: 'licence', name: 'B', seats: 5 }, cost: 175_000 }] },
]

/** Her facts as they were before she came a level further in conversation. */
const LADDER = ['A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']
const before = (facts: PersonFacts): PersonFacts => ({ ...facts, languages: facts.languages.map((one) => {
  const below = LADDER.find((level) => levelAbove(level) === one.level)
  return one.language === 'no' && one.skill === 'spoken_interaction' && below !== undefined ? { ...one, level: below } : one
}) })

/** Two scenarios that were saved, and for a few people the list of places as a colleague saw it three days ago, before they came further in Norwegian. */
export async function writeWhatIf(tx: Tx, random: Random, actor: Actor, { people, savedBy, today }: { people: SeedPerson[]; savedBy: string; today: PlainDate }): Promise<void> {
  await insertAll(tx, 'whatIfScenario', scenarios.map(({ name, unit, parts }, at) => ({ id: random.uuid(), name, unit, parts: JSON.stringify(parts), savedBy, savedAt: instantOf(new Date(`${addDays(today, -12 + at * 7)}T10:15:00Z`)) })))
  const live = await loadLive({ tx, actor, now: new Date(`${today}T10:00:00Z`), today, changes: [] })
  const chosen = people.filter(({ status }) => status === 'in_programme').slice(0, 5).map(({ id }) => id)
  const rows = (await loadFacts(tx, chosen)).map((loaded) => {
    const facts = settledFacts(before(loaded))
    const compare = comparing(today, defaultWeights)
    const candidates = live.slice(2).map(({ facts: opening, card }) => ({ match: compare(facts, opening), print: printOfOpening(opening), seats: card.freeSeats, price: 0 }))
    const now = { personPrint: printOf(facts), weightsPrint: printOf(defaultWeights) }
    return { id: random.uuid(), personId: facts.id, day: addDays(today, -3), ...now, facts: JSON.stringify(facts), lines: JSON.stringify(orderedList(facts.id, candidates, now, undefined)) }
  })
  await insertAll(tx, 'matchList', rows)
}
