import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween } from '#shared/date.ts'
import type { Random } from './random.ts'
import { namesByCountry } from './names.ts'
import { syntheticNumber } from './numbers.ts'

export type SeedPerson = {
  id: string; givenName: string; familyName: string; gender: 'female' | 'male'; birthDate: PlainDate; country: string; firstLanguage: string
  arrivalCategory: 'resettlement_refugee' | 'asylum' | 'humanitarian' | 'collective_protection' | 'family_reunification' | 'family_establishment' | 'unaccompanied_minor'
  settledOn: PlainDate; status: 'settled' | 'in_programme' | 'in_work' | 'in_education' | 'moved' | 'ended'
  protection: 'none' | 'confidential' | 'strictly_confidential'; permitUntil: PlainDate | null; number: { kind: 'fnr' | 'dnr'; number: string }; duf: string | null
  monthsHere: number; schooling: number; childBirthYears: number[]
}
export type SeedTie = { personId: string; relation: 'spouse' | 'child' | 'parent' | 'sibling'; relativeId: string | null; name: string | null; birthYear: number | null }

type Origin = { country: string; language: string; since: number; category: (random: Random, isFirst: boolean) => SeedPerson['arrivalCategory']; schooling: [number, number][] }
const reunited = (own: SeedPerson['arrivalCategory'], share: number) => (random: Random, isFirst: boolean): SeedPerson['arrivalCategory'] =>
  !isFirst && random.chance(share) ? 'family_reunification' : own
/** Who came, when (months ago at most), on what ground, with what schooling (NUS level, weight). */
const origins: [Origin, number][] = [
  [{ country: 'UA', language: 'uk', since: 54, category: () => 'collective_protection', schooling: [[3, 1], [4, 4], [6, 4], [7, 3]] }, 46],
  [{ country: 'SY', language: 'ar', since: 66, category: reunited('resettlement_refugee', 0.35), schooling: [[1, 2], [2, 3], [3, 2], [4, 2], [6, 2]] }, 20],
  [{ country: 'AF', language: 'prs', since: 60, category: reunited('asylum', 0.5), schooling: [[0, 3], [1, 3], [2, 2], [4, 2], [6, 1]] }, 8],
  [{ country: 'ER', language: 'ti', since: 66, category: reunited('asylum', 0.6), schooling: [[1, 3], [2, 4], [3, 2], [4, 1]] }, 8],
  [{ country: 'CD', language: 'sw', since: 60, category: () => 'resettlement_refugee', schooling: [[0, 2], [1, 3], [2, 2], [3, 2], [4, 1]] }, 8],
  [{ country: 'SD', language: 'ar', since: 50, category: () => 'resettlement_refugee', schooling: [[0, 2], [1, 3], [2, 2], [4, 2], [6, 1]] }, 4],
  [{ country: 'SO', language: 'so', since: 66, category: (random) => random.pick(['family_reunification', 'family_establishment']), schooling: [[0, 3], [1, 3], [2, 2], [3, 1]] }, 3],
  [{ country: 'TR', language: 'tr', since: 60, category: () => 'asylum', schooling: [[4, 2], [6, 4], [7, 2]] }, 2],
  [{ country: 'IR', language: 'fa', since: 60, category: (random) => random.pick(['asylum', 'humanitarian']), schooling: [[4, 2], [6, 2]] }, 2],
]

const pad = (value: number): string => String(value).padStart(2, '0')

function birthDateFor(random: Random, today: PlainDate, age: number): PlainDate {
  return addDays(addMonths(today, -12 * age), -random.int(0, 364))
}

function statusFor(random: Random, months: number, age: number): SeedPerson['status'] {
  if (months < 3) return 'settled'
  if (months < 13 || (months < 26 && random.chance(0.55))) return age > 60 ? 'settled' : 'in_programme'
  return random.weighted([['in_work', 5], ['in_education', 2], ['ended', 2], ['moved', 1]] as const)
}

function person(random: Random, today: PlainDate, origin: Origin, family: string, settledOn: PlainDate, over: { age: number; gender: 'female' | 'male'; isFirst: boolean }): SeedPerson {
  const names = namesByCountry[origin.country]
  if (!names) throw new Error(`no names for ${origin.country}`)
  const birthDate = birthDateFor(random, today, over.age)
  const monthsHere = Math.floor(daysBetween(settledOn, today) / 30.44)
  const arrivalCategory = over.age < 19 && origin.country !== 'UA' && random.chance(0.5) ? 'unaccompanied_minor' as const : origin.category(random, over.isFirst)
  const isNew = monthsHere < 2
  return { id: random.uuid(), givenName: random.pick(names[over.gender]), familyName: family, gender: over.gender, birthDate, country: origin.country, firstLanguage: origin.language,
    arrivalCategory, settledOn, status: statusFor(random, monthsHere, over.age),
    protection: random.weighted([['none', 96], ['confidential', 3], ['strictly_confidential', 1]] as const),
    permitUntil: arrivalCategory === 'collective_protection' ? addMonths(settledOn, 12 * (1 + Math.floor(monthsHere / 12))) : null,
    number: { kind: isNew ? 'dnr' : 'fnr', number: syntheticNumber(random, birthDate, over.gender, isNew) },
    duf: arrivalCategory.startsWith('family') ? null : `${Number(settledOn.slice(0, 4)) - 1}${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
    monthsHere, schooling: over.age < 19 ? 2 : random.weighted(origin.schooling), childBirthYears: [] }
}

/** One household, arrived together or joined later: adults as persons, children as names in the family. */
function household(random: Random, today: PlainDate): { people: SeedPerson[]; ties: SeedTie[] } {
  const origin = random.weighted(origins)
  const names = namesByCountry[origin.country]
  if (!names) throw new Error(`no names for ${origin.country}`)
  const family = random.pick(names.family)
  const settledOn = addDays(addMonths(today, -Math.floor(random.next() ** 1.3 * origin.since)), -random.int(1, 27))
  const shape = random.weighted([['single', 40], ['couple', 14], ['family', 32], ['mother', 14]] as const)
  const age = random.weighted([[random.int(17, 18), 4], [random.int(19, 29), 26], [random.int(30, 44), 42], [random.int(45, 54), 17], [random.int(55, 66), 11]] as const)
  const firstGender = shape === 'mother' ? 'female' : random.pick(['female', 'male'] as const)
  const first = person(random, today, origin, family, settledOn, { age: shape === 'single' ? age : Math.max(age, 22), gender: firstGender, isFirst: true })
  const isCouple = shape === 'couple' || shape === 'family'
  const later = origin.country === 'UA' ? settledOn : addDays(settledOn, random.pick([0, 0, random.int(120, 500)]))
  const second = isCouple && later < today ? [person(random, today, origin, random.chance(0.75) ? family : random.pick(names.family), later, { age: Math.max(21, age + random.int(-6, 4)), gender: firstGender === 'female' ? 'male' : 'female', isFirst: false })] : []
  const people = [first, ...second]
  const children = shape === 'family' || shape === 'mother' ? childrenOf(random, today, origin.country, family, age) : []
  for (const one of people) one.childBirthYears = children.map(({ birthYear }) => birthYear)
  return { people, ties: tiesOf(people, children) }
}

type Child = { name: string; birthYear: number }
function childrenOf(random: Random, today: PlainDate, country: string, family: string, age: number): Child[] {
  const names = namesByCountry[country]
  const year = Number(today.slice(0, 4))
  const oldest = Math.min(17, Math.max(1, age - 21))
  return Array.from({ length: random.weighted([[1, 4], [2, 4], [3, 2], [4, 1]] as const) }, () => ({
    name: `${random.pick(names?.[random.pick(['female', 'male'] as const)] ?? ['Barn'])} ${family}`, birthYear: year - random.int(0, oldest) }))
}

const tiesOf = (people: SeedPerson[], children: Child[]): SeedTie[] => people.flatMap((one) => [
  ...people.filter((other) => other !== one).map((other) => ({ personId: one.id, relation: 'spouse' as const, relativeId: other.id, name: null, birthYear: null })),
  ...children.map((child) => ({ personId: one.id, relation: 'child' as const, relativeId: null, name: child.name, birthYear: child.birthYear })),
])

/** About `count` adults in their households. */
export function inventPeople(random: Random, today: PlainDate, count: number): { people: SeedPerson[]; ties: SeedTie[] } {
  const people: SeedPerson[] = []
  const ties: SeedTie[] = []
  while (people.length < count) {
    const home = household(random, today)
    people.push(...home.people)
    ties.push(...home.ties)
  }
  return { people, ties }
}

export const phoneFor = (random: Random): string => `+47${random.pick(['400', '450', '900', '910'])}${pad(random.int(0, 99))}${String(random.int(0, 999)).padStart(3, '0')}`
