import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Also = readonly (readonly [code: string, wording: string])[]
const KITCHEN = ['9412', 'Kan begynne med oppvask og forberedelser på et kjøkken'] as const
const CLEANING = ['9112', 'Kan ta renhold'] as const
const SHELVES = ['9334', 'Kan fylle på varer i butikk'] as const
const SHOP = ['5223', 'Kan arbeide i butikk'] as const
const FISH = ['8160', 'Kan arbeide i lakseforedling'] as const
const REUSE = ['9629', 'Kan arbeide i gjenbruk'] as const
const NURSERY = ['5311', 'Kan tenke meg barnehage'] as const
const CARE = ['5329', 'Vil gjerne hjelpe eldre'] as const
const COUNTER = ['4225', 'Kan ta imot folk på et servicekontor'] as const
const OFFICE = ['4110', 'Kan ta kontorarbeid'] as const
const SITE = ['9313', 'Kan hjelpe til på byggeplass'] as const
const CARETAKER = ['5153', 'Kan hjelpe en vaktmester'] as const
const VAN = ['8322', 'Kan kjøre varebil'] as const
const STORE = ['4321', 'Kan arbeide på lager'] as const
const PLANTS = ['6113', 'Vil gjerne arbeide med planter'] as const
const OUTDOORS = ['9613', 'Kan arbeide ute med parker og veier'] as const
const PAINT = ['7131', 'Vil prøve å male'] as const
const BREAD = ['7512', 'Kan tenke meg et bakeri'] as const
const CARS = ['7231', 'Vil lære å reparere biler'] as const
const SCHOOL = ['5312', 'Kan hjelpe til i skolefritidsordningen'] as const

/** What somebody could also think of: beside the trade she has, or what she said she would like. */
const also: Record<string, Also> = {
  2342: [NURSERY, SCHOOL], 2341: [SCHOOL, COUNTER, NURSERY], 2221: [CARE], 3313: [OFFICE, SHOP], 2512: [OFFICE, STORE], 2141: [SITE, STORE, OFFICE], 2611: [COUNTER, OFFICE], 4110: [COUNTER, SHOP],
  5223: [SHELVES, REUSE, STORE], 5120: [KITCHEN, BREAD], 9112: [KITCHEN, REUSE], 7531: [REUSE, SHOP], 5141: [SHOP, REUSE, CLEANING], 6111: [PLANTS, OUTDOORS, FISH], 7115: [SITE, CARETAKER], 7131: [SITE, CARETAKER],
  7212: [FISH, CARS, CARETAKER], 7231: [VAN, CARETAKER], 7411: [CARETAKER, SITE], 8332: [VAN, STORE], 4321: [SHELVES, FISH], 7512: [KITCHEN],
  'Vil arbeide med mennesker': [NURSERY, CARE, SHOP, COUNTER], 'Vil ha et praktisk arbeid': [CLEANING, KITCHEN, FISH, CARETAKER], 'Vil arbeide ute': [OUTDOORS, PLANTS, SITE],
  'Vil lære et nytt yrke': [PAINT, BREAD, CARS, NURSERY, ['5141', 'Vil lære å klippe hår']], 'Vil ha fast arbeid så snart som mulig': [CLEANING, SHELVES, FISH, KITCHEN],
}

/** Work people take beside or before their trade, and what a newcomer does for a summer. */
const beside: Also = [['6111', 'Hjelp på familiens gård'], ['5223', 'Selger på marked'], ['9412', 'Kjøkkenhjelp'], ['9112', 'Renholder'], ['5322', 'Hjelp i hjemmet for eldre'], ['9313', 'Hjelpearbeider i bygg']]
const summer: Also = [['9334', 'Sommerjobb med varepåfylling'], ['8160', 'Sommerjobb i lakseforedling'], ['6113', 'Sommerjobb på gartneri'], ['9112', 'Ferievikar i renhold'], ['9412', 'Ekstrahjelp på kjøkken']]

function worksOf(random: Random, person: SeedPerson, today: PlainDate) {
  const [born, arrived] = [Number(person.birthDate.slice(0, 4)), Number(person.settledOn.slice(0, 4))]
  const id = (): string => random.uuid()
  const one = ([occupationCode, title]: Also[number]) => ({ id: id(), personId: person.id, occupationCode, title })
  const from = Math.max(born + 16, arrived - random.int(5, 12))
  return [
    ...(arrived - born > 24 && random.chance(0.3) ? [{ ...one(random.pick(beside)), country: person.country, fromYear: from, toYear: Math.min(arrived - 1, from + random.int(1, 3)), evidence: 'claimed' as const }] : []),
    ...(person.monthsHere > 9 && arrived - born > 17 && random.chance(0.25) ? [{ ...one(random.pick(summer)), country: 'NO', fromYear: Number(addMonths(today, -6).slice(0, 4)), toYear: Number(addMonths(today, -4).slice(0, 4)), months: random.int(1, 2), evidence: 'documented' as const }] : []),
  ]
}

/** What else people have done and could think of, as it comes up in the second talk: a second wish for most, a third for some. */
export async function writeSecondWishes(tx: Tx, random: Random, people: readonly SeedPerson[], today: PlainDate): Promise<void> {
  const first = new Map((await tx.selectFrom('wish').select(['personId', 'occupationCode', 'wording']).execute()).map(({ personId, ...wish }) => [personId, wish]))
  await insertAll(tx, 'wish', people.flatMap(({ id }) => {
    const wish = first.get(id)
    const choices = random.some(also[wish?.occupationCode ?? wish?.wording ?? ''] ?? [], random.weighted([[0, 2], [1, 5], [2, 3]] as const))
    return choices.map(([occupationCode, wording], at) => ({ id: random.uuid(), personId: id, occupationCode, wording, rank: at + 2 }))
  }))
  await insertAll(tx, 'workExperience', people.flatMap((one) => worksOf(random, one, today)))
}
