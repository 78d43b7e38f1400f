import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Business, Demand, PlaceTemplate } from './businesses.ts'
import { businesses, municipalUnits } from './businesses.ts'
import { norwegianNames } from './names.ts'
import { syntheticOrgNumber } from './numbers.ts'
import { phoneFor } from './people.ts'
import type { Random } from './random.ts'

export type Place = { name: string; postcode: string; streets: string[] }
export type SeedEmployer = { id: string; orgNumber: string; kind: 'enhet' | 'underenhet'; parentId: string | null; name: string; industry: string; industryText: string; orgForm: string; employees: number | null
  street: string; postcode: string; place: string; status: 'active' | 'bankrupt' | 'deleted'; registeredOn: PlainDate; places: PlaceTemplate[]; isMunicipal: boolean }
export type SeedContact = { id: string; employerId: string; name: string; title: string; phone: string; email: string; isSupervisor: boolean; supervises: number | null }
export type SeedOpening = { id: string; kind: 'practice_place' | 'vacancy'; employerId: string; template: PlaceTemplate; seats: number; fromDate: PlainDate; toDate: PlainDate | null; supervisorId: string | null
  isOpen: boolean; reachableBy: ('walk' | 'bicycle' | 'bus' | 'car')[]; hoursPerWeek: number; schedule: { weekday: number; from: string; to: string }[]; demands: Demand[]; withdrawnAt: string | null }

const registered = (random: Random, today: PlainDate): PlainDate => addDays(addMonths(today, -12 * random.int(2, 30)), -random.int(0, 300))

/** A private business as the register has it: a main unit with one sub-unit, and now and then a second. */
export function privateBusiness(random: Random, today: PlainDate, town: Place, business: Business, name: string): SeedEmployer[] {
  const orgForm = business.size[1] < 8 ? 'ENK' : 'AS'
  const full = orgForm === 'AS' ? `${name} AS` : name
  const status = random.weighted([['active', 95], ['bankrupt', 3], ['deleted', 2]] as const)
  const employees = random.int(...business.size)
  const common = { industry: business.industry, industryText: business.industryText, orgForm, postcode: town.postcode, place: town.name.toUpperCase(), status, registeredOn: registered(random, today), isMunicipal: false }
  const main: SeedEmployer = { ...common, id: random.uuid(), orgNumber: syntheticOrgNumber(random), kind: 'enhet', parentId: null, name: full, employees, street: address(random, town), places: [] }
  const subs = (random.chance(0.2) ? ['', ` avd. ${random.pick(['Sentrum', 'Havna', 'Nord'])}`] : ['']).map((part): SeedEmployer => ({ ...common, id: random.uuid(), orgNumber: syntheticOrgNumber(random), kind: 'underenhet', orgForm: 'BEDR',
    parentId: main.id, name: full + part, employees: random.chance(0.1) ? null : employees, street: address(random, town), places: business.places }))
  return [main, ...subs]
}

function municipalEmployers(random: Random, today: PlainDate, town: Place): SeedEmployer[] {
  const common = { industry: '84.110', industryText: 'Generell offentlig administrasjon', postcode: town.postcode, place: town.name.toUpperCase(), status: 'active' as const, registeredOn: registered(random, today), isMunicipal: true }
  const main: SeedEmployer = { ...common, id: random.uuid(), orgNumber: syntheticOrgNumber(random), kind: 'enhet', parentId: null, name: `${town.name} kommune`, orgForm: 'KOMM', employees: random.int(500, 900), street: 'Rådhusplassen 1', places: [] }
  const units = municipalUnits.flatMap(({ names, places }) => names.map((name): SeedEmployer => ({ ...common, id: random.uuid(), orgNumber: syntheticOrgNumber(random), kind: 'underenhet', orgForm: 'BEDR', parentId: main.id,
    name: `${town.name} kommune ${name.replace('Fjordvik', town.name)}`, employees: random.int(6, 60), street: address(random, town), places })))
  return [main, ...units]
}

const address = (random: Random, town: Place): string => `${random.pick(town.streets)} ${random.int(1, 90)}`

/** About `count` units: the municipality itself and businesses of the trades a small coastal town has. */
export function inventEmployers(random: Random, today: PlainDate, town: Place, count: number): SeedEmployer[] {
  const employers = municipalEmployers(random, today, town).slice(0, Math.max(8, Math.floor(count / 4)))
  const owners = random.some(norwegianNames.family, norwegianNames.family.length)
  for (let round = 0; employers.length < count; round++) {
    for (const business of random.some(businesses, businesses.length)) {
      if (employers.length >= count) break
      const base = business.names[round] ?? `${owners[(round * 7 + employers.length) % owners.length]} ${business.noun}`
      employers.push(...privateBusiness(random, today, town, business, base))
    }
  }
  return employers
}

/** One who signs for each sub-unit, and one or two who supervise. */
export function inventContacts(random: Random, employer: SeedEmployer): SeedContact[] {
  if (employer.kind === 'enhet') return []
  const one = (title: string, isSupervisor: boolean): SeedContact => {
    const name = `${random.pick(norwegianNames.given)} ${random.pick(norwegianNames.family)}`
    const mailbox = name.toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'o').replace(/å/g, 'a').replace(' ', '.')
    return { id: random.uuid(), employerId: employer.id, name, title, phone: phoneFor(random), email: `${mailbox}@${employer.orgNumber}.example`, isSupervisor, supervises: isSupervisor ? random.int(1, 2) : null }
  }
  const supervisors = Array.from({ length: random.int(1, 2) }, () => one(random.pick(['Fagansvarlig', 'Arbeidsleder', 'Medarbeider', 'Avdelingsleder']), true))
  return [one(employer.isMunicipal ? 'Enhetsleder' : 'Daglig leder', false), ...supervisors]
}

const hours = ({ from, to, days }: PlaceTemplate): number => {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return Math.round((minutes(to) - minutes(from)) / 6 * days.length) / 10
}

/** One opening of an employer, from one of the places it can offer. */
export function inventOpening(random: Random, today: PlainDate, employer: SeedEmployer, contacts: SeedContact[]): SeedOpening {
  const template = random.pick(employer.places)
  const isVacancy = random.chance(0.25)
  const starts = addDays(today, random.int(-240, 40))
  const isGone = random.chance(0.12)
  return { id: random.uuid(), kind: isVacancy ? 'vacancy' : 'practice_place', employerId: employer.id, template, seats: isVacancy ? 1 : random.weighted([[1, 6], [2, 3], [3, 1]] as const),
    fromDate: starts, toDate: isVacancy ? null : addMonths(starts, 18), supervisorId: contacts.find(({ isSupervisor }) => isSupervisor)?.id ?? null, isOpen: random.chance(0.35),
    reachableBy: ['car', ...(random.chance(0.85) ? ['bus' as const] : []), ...(random.chance(0.5) ? ['walk' as const, 'bicycle' as const] : [])],
    hoursPerWeek: hours(template), schedule: template.days.map((weekday) => ({ weekday, from: template.from, to: template.to })), demands: template.demands, withdrawnAt: isGone ? `${addDays(today, -random.int(5, 60))}T10:00:00Z` : null }
}
