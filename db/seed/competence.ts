import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'

export type Evidence = 'claimed' | 'documented' | 'tested' | 'observed'
/** Occupations people bring, by least schooling needed, with skills that go with them and how common they are. */
const trades: { code: string; title: string; schooling: number; women: number; men: number; skills: string[]; field: string }[] = [
  { code: '2342', title: 'Barnehagelærer', schooling: 6, women: 3, men: 0, skills: ['lek med barn', 'pedagogikk'], field: 'Førskolepedagogikk' },
  { code: '2341', title: 'Lærer', schooling: 6, women: 4, men: 1, skills: ['undervisning', 'pedagogikk'], field: 'Lærerutdanning' },
  { code: '2221', title: 'Sykepleier', schooling: 6, women: 3, men: 1, skills: ['stell', 'sårstell', 'legemidler'], field: 'Sykepleie' },
  { code: '3313', title: 'Regnskapsfører', schooling: 4, women: 4, men: 1, skills: ['regnskap', 'regneark'], field: 'Økonomi' },
  { code: '2512', title: 'Programmerer', schooling: 6, women: 1, men: 3, skills: ['programmering', 'databaser'], field: 'Informatikk' },
  { code: '2141', title: 'Ingeniør', schooling: 6, women: 1, men: 3, skills: ['arbeidstegning', 'prosjektledelse'], field: 'Ingeniørfag' },
  { code: '2611', title: 'Jurist', schooling: 7, women: 1, men: 1, skills: ['saksbehandling'], field: 'Rettsvitenskap' },
  { code: '4110', title: 'Kontormedarbeider', schooling: 3, women: 4, men: 1, skills: ['regneark', 'arkiv'], field: 'Kontorfag' },
  { code: '5223', title: 'Butikkmedarbeider', schooling: 0, women: 6, men: 4, skills: ['kundeservice', 'kasse', 'varepåfylling'], field: 'Allmennfag' },
  { code: '5120', title: 'Kokk', schooling: 0, women: 4, men: 5, skills: ['matlaging', 'råvarekunnskap'], field: 'Matfag' },
  { code: '9112', title: 'Renholder', schooling: 0, women: 6, men: 2, skills: ['renhold'], field: 'Allmennfag' },
  { code: '7531', title: 'Skredder', schooling: 0, women: 3, men: 2, skills: ['søm'], field: 'Håndverk' },
  { code: '5141', title: 'Frisør', schooling: 2, women: 3, men: 2, skills: ['hårklipp', 'kundeservice'], field: 'Frisørfag' },
  { code: '6111', title: 'Bonde', schooling: 0, women: 3, men: 5, skills: ['dyrestell', 'gartnerarbeid'], field: 'Allmennfag' },
  { code: '7115', title: 'Tømrer', schooling: 0, women: 0, men: 5, skills: ['tømring', 'verktøybruk', 'arbeidstegning'], field: 'Byggfag' },
  { code: '7131', title: 'Maler', schooling: 0, women: 0, men: 4, skills: ['maling'], field: 'Byggfag' },
  { code: '7212', title: 'Sveiser', schooling: 2, women: 0, men: 4, skills: ['sveising'], field: 'Mekaniske fag' },
  { code: '7231', title: 'Bilmekaniker', schooling: 0, women: 0, men: 5, skills: ['bilmekanikk', 'dekkskift'], field: 'Kjøretøyfag' },
  { code: '7411', title: 'Elektriker', schooling: 3, women: 0, men: 3, skills: ['elektrisk arbeid'], field: 'Elektrofag' },
  { code: '8332', title: 'Lastebilsjåfør', schooling: 0, women: 0, men: 5, skills: ['kjøring', 'lasting'], field: 'Transportfag' },
  { code: '4321', title: 'Lagermedarbeider', schooling: 0, women: 1, men: 4, skills: ['lager', 'pakking'], field: 'Allmennfag' },
  { code: '7512', title: 'Baker', schooling: 0, women: 3, men: 2, skills: ['baking'], field: 'Matfag' },
]

const ladder = ['A1-', 'A1', 'A2', 'B1', 'B2', 'C1'] as const
type Level = (typeof ladder)[number]
const skills = ['listening', 'reading', 'spoken_interaction', 'spoken_production', 'writing'] as const

/** A plausible level after `months` here: the schooled climb faster, writing lags behind listening. */
function levelAt(random: Random, months: number, schooling: number, skill: (typeof skills)[number]): Level {
  const pace = 0.075 + schooling * 0.011
  const lag = { listening: 0.3, reading: schooling > 2 ? 0.3 : -0.8, spoken_interaction: 0, spoken_production: -0.3, writing: schooling > 2 ? -0.3 : -1 }[skill]
  const step = Math.round(months * pace + lag + (random.next() - 0.5))
  return ladder[Math.max(0, Math.min(4, step))] ?? 'A1'
}

export type Assessment = { skill: (typeof skills)[number]; level: Level; on: PlainDate; evidence: Evidence; source: string }
/** Norwegian assessed at the mapping, then about every nine months; never lower than the time before. */
export function norwegianOf(random: Random, person: SeedPerson): Assessment[] {
  const times = Array.from({ length: 1 + Math.min(4, Math.floor(person.monthsHere / 9)) }, (_, index) => Math.min(person.monthsHere, index * 9))
  return skills.flatMap((skill) => {
    let best = 0
    return times.map((months, index) => {
      best = Math.max(best, ladder.indexOf(levelAt(random, months, person.schooling, skill)))
      const isTest = index > 0 && random.chance(0.4)
      return { skill, level: ladder[best] ?? 'A1-', on: addDays(addMonths(person.settledOn, months), 7), evidence: index === 0 ? 'documented' as const : isTest ? 'tested' as const : 'documented' as const,
        source: isTest ? 'Norskprøven' : index === 0 ? 'Kartlegging' : 'Lærer ved voksenopplæringen' }
    })
  })
}

export type Background = ReturnType<typeof backgroundOf>
/** Trade, work, education, wishes and skills that hang together. */
export function backgroundOf(random: Random, person: SeedPerson, today: PlainDate) {
  const possible = trades.filter(({ schooling }) => schooling <= person.schooling).map((trade) => [trade, person.gender === 'female' ? trade.women : trade.men] as const).filter(([, weight]) => weight > 0)
  const age = Number(today.slice(0, 4)) - Number(person.birthDate.slice(0, 4))
  const trade = age >= 21 ? random.weighted(possible) : undefined
  const second = trade && age > 30 && random.chance(0.4) ? random.weighted(possible) : undefined
  const leftYear = Number(person.settledOn.slice(0, 4)) - 1
  const years = Math.max(1, Math.min(age - 20, random.int(1, 14)))
  return { trade, works: [trade, second].flatMap((one, index) => (one ? [{ code: one.code, title: one.title, fromYear: leftYear - years - index * 4, toYear: leftYear - index * (years + 1), evidence: random.chance(0.2) ? 'documented' as const : 'claimed' as const }] : [])),
    education: { level: person.schooling, field: trade && person.schooling >= 4 ? trade.field : 'Allmennfag', toYear: leftYear - years, completed: person.schooling === 0 ? false : random.chance(0.85), recognition: person.schooling >= 6 ? random.weighted([['none', 4], ['applied', 3], ['recognised', 3]] as const) : 'none' as const },
    skills: [...new Set([...(trade?.skills ?? []), ...(second?.skills ?? [])])],
    wish: trade && random.chance(0.7) ? { code: trade.code, wording: `Vil gjerne arbeide som ${trade.title.toLowerCase()}` } : { code: null, wording: random.pick(['Vil arbeide med mennesker', 'Vil ha et praktisk arbeid', 'Vil arbeide ute', 'Vil lære et nytt yrke', 'Vil ha fast arbeid så snart som mulig']) } }
}

const limits = ['heavy_lifting', 'standing_all_day', 'heights', 'cold', 'night', 'strong_smells', 'dust'] as const
/** Hours and care from the children's ages, transport from licence and bus: what an adviser would have noted. */
export function frameOf(random: Random, person: SeedPerson, today: PlainDate, hasLicence: boolean) {
  const year = Number(today.slice(0, 4))
  const small = person.childBirthYears.filter((born) => year - born < 10).length
  const carries = small > 0 && (person.gender === 'female' || random.chance(0.35))
  return { hoursPerWeek: person.status === 'in_programme' ? random.pick([18, 22.5, 30, 30, 37.5]) : random.pick([22.5, 30, 37.5]),
    earliest: carries ? '08:15' : null, latest: carries ? random.pick(['15:00', '15:30', '16:00']) : null,
    weekdays: random.chance(0.15) && !carries ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5],
    careDuties: carries ? `Henter og leverer ${small === 1 ? 'ett barn' : `${small} barn`}` : null,
    transport: ['walk', ...(random.chance(0.8) ? ['bus'] : []), ...(random.chance(0.3) ? ['bicycle'] : []), ...(hasLicence && random.chance(0.5) ? ['car'] : [])] as ('walk' | 'bus' | 'bicycle' | 'car')[],
    travelMinutes: random.pick([20, 30, 30, 45, 60]), cannot: random.chance(0.22) ? random.some(limits, random.int(1, 2)) : [] }
}
