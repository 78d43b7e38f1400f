import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Business, Demand, PlaceTemplate } from './businesses.ts'
import { businesses, municipalUnits } from './businesses.ts'
import type { Place, SeedEmployer, SeedOpening } from './employers.ts'
import { inventContacts, inventOpening, privateBusiness } from './employers.ts'
import type { Random } from './random.ts'
import { writeEmployers, writeOpenings } from './write.ts'

const asks = (skill: Demand['skill'], level: Demand['level'], sentence: string): Demand => ({ kind: 'norwegian', required: true, skill, level, sentence })
const SEES = asks('listening', 'A1', 'Forstår korte beskjeder som blir vist')
const wishes = (name: string): Demand => ({ kind: 'skill', required: false, name })
/** Days beside one of the two ways the week of Norwegian is laid, or the whole week. */
const [TUESDAYS, WEDNESDAYS, ALL] = [[2, 4], [3, 5], [1, 2, 3, 4, 5]]
const place = (title: string, occupation: string, tasks: string, [from, to, days]: readonly [string, string, number[]], demands: Demand[], learns: string[], physical = ['standing_all_day']): PlaceTemplate => ({ title, occupation, tasks, from, to, days, physical, demands, learns })

/** Trades that those who came have, and that the first round of employers lacked. */
const trades: Business[] = [
  { noun: 'Salong', industry: '96.020', industryText: 'Frisering og annen skjønnhetspleie', names: ['Salong Havna', 'Klipp og Krøll'], size: [3, 9], places: [place('Medhjelper i frisørsalong', '5141', 'Ta imot kunder, vaske hår, rydde og klippe under veiledning.', ['09:00', '13:00', TUESDAYS], [asks('spoken_interaction', 'A2', 'Kan avtale med en kunde hva som skal gjøres'), wishes('hårklipp')], ['hårklipp', 'kundeservice'])] },
  { noun: 'Lager', industry: '52.100', industryText: 'Lagring', names: ['Fjord Lager og Frakt', 'Kaia Logistikk'], size: [12, 45], places: [place('Medarbeider på lager', '4321', 'Plukke, pakke og merke ordrer, ta imot varer og holde orden.', ['08:30', '13:00', WEDNESDAYS], [SEES, asks('reading', 'A1', 'Kan lese varenummer og hyllemerking'), wishes('pakking')], ['pakking', 'lager', 'HMS'], ['heavy_lifting', 'standing_all_day'])] },
  { noun: 'Catering', industry: '56.210', industryText: 'Cateringvirksomhet', names: ['Mat fra Mange Land', 'Fjordmat Catering'], size: [5, 16], places: [
    place('Kokk i catering', '5120', 'Lage varm lunsj og festmat sammen med fast kokk.', ['08:30', '13:00', TUESDAYS], [asks('listening', 'A2', 'Forstår beskjeder i et travelt kjøkken'), wishes('matlaging')], ['matlaging', 'mattrygghet'], ['standing_all_day', 'heat']),
    place('Kjøkkenhjelp', '9412', 'Skrelle, kutte, vaske opp og pakke mat.', ['09:00', '13:00', WEDNESDAYS], [SEES], ['kjøkkenarbeid', 'mattrygghet'])] },
  { noun: 'Kontorservice', industry: '82.110', industryText: 'Kombinerte kontortjenester', names: ['Kontorhjelpen'], size: [6, 18], places: [place('Kontormedarbeider', '4110', 'Skanne, arkivere, ta imot post og legge inn tall i regneark.', ['08:30', '13:00', TUESDAYS], [asks('reading', 'A2', 'Kan lese et skjema og en kort e-post'), wishes('regneark')], ['arkiv', 'regneark'], ['sitting_all_day', 'screen_work'])] },
  { noun: 'Budbil', industry: '53.200', industryText: 'Andre post- og budtjenester', names: ['Fjord Bud'], size: [5, 20], places: [place('Sjåfør på varebil', '8322', 'Kjøre ut pakker etter rute, laste og få kvittering.', ['08:00', '15:00', ALL], [{ kind: 'driving_licence', required: true, name: 'B' }, asks('spoken_interaction', 'A2', 'Kan snakke med den som tar imot en pakke')], ['kjøring', 'kundeservice'], ['heavy_lifting'])] },
]

const nursery = municipalUnits.flatMap(({ places }) => places.filter(({ occupation }) => occupation === '5311'))
/** The same work for two days a week, so that there is room for the class. */
const besideClass = (usual: PlaceTemplate, days: number[]): PlaceTemplate => ({ ...usual, days, from: '08:30', to: '13:00' })

/** More of the usual: a private nursery and businesses that began with practice places this autumn. */
const more: Business[] = [
  { noun: 'Barnehage', industry: '88.911', industryText: 'Barnehager', names: ['Læringsverket Ekorn barnehage', 'Blåklokka familiebarnehage'], size: [8, 24], places: nursery.map((usual) => besideClass(usual, TUESDAYS)) },
  ...([['Dagligvare', 'Nærbutikken Lia'], ['Dagligvare', 'Torgets Frukt og Mat'], ['Kafé', 'Kafé Solsiden'], ['Renhold', 'Ren Dag Service'], ['Bakeri', 'Morgenbrød'], ['Bruktbutikk', 'Andre Runde'], ['Hagesenter', 'Grønne Fingre'], ['Sjømat', 'Ytre Fjord Fisk'], ['Maling', 'Fargehuset'], ['Bygg', 'Lie og Sønn Bygg'], ['Søm', 'Nål og Tråd'], ['Mek', 'Indre Mek']] as const)
    .flatMap(([noun, name], at) => businesses.filter((one) => one.noun === noun).map((one) => ({ ...one, names: [name], places: one.places.map((usual) => (at % 3 === 0 ? usual : besideClass(usual, at % 2 === 0 ? TUESDAYS : WEDNESDAYS))) }))),
]

/** Employers of the kinds that answer what people can and want, each with a place or two: what the brokers brought home this autumn. */
export async function writeMorePlaces(tx: Tx, random: Random, { town, brokers, number, today }: { town: Place; brokers: string[]; number: string; today: PlainDate }): Promise<void> {
  const employers = [...trades, ...more].flatMap((business) => business.names.flatMap((name) => privateBusiness(random, today, town, business, name))).map((one): SeedEmployer => ({ ...one, status: 'active' }))
  const contacts = new Map(employers.map((one) => [one.id, inventContacts(random, one)]))
  await writeEmployers(tx, random, employers, [...contacts.values()].flat(), brokers, number, today)
  const hosts = employers.filter(({ kind }) => kind === 'underenhet')
  const openings = hosts.flatMap((host) => host.places.map((template): SeedOpening => ({ ...inventOpening(random, today, { ...host, places: [template] }, contacts.get(host.id) ?? []), kind: 'practice_place', withdrawnAt: null })))
  await writeOpenings(tx, random, openings, new Map(employers.map((one) => [one.id, one])))
}
