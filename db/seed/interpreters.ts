import type { Tx } from '#platform/db.ts'
import type { Instant, PlainDate } from '#shared/date.ts'
import { addDays, daysBetween } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import type { Modality, Purpose } from '#domains/interpreters/booking.schema.ts'
import type { SeedAccount } from './accounts.ts'
import type { SeedPerson } from './people.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import type { SeedClass } from './week.ts'
import { insertAll } from './write.ts'

type Scene = { people: SeedPerson[]; participations: SeedParticipation[]; staff: (SeedAccount & { id: string })[]; classes: SeedClass[]; today: PlainDate }

// reason for the cast: the seed builds the moment from a day that is already one
const at = (day: PlainDate, clock: string): Instant => `${day}T${clock}:00Z` as Instant
const onWorkday = (day: PlainDate): PlainDate => (isDayOff(day) ? onWorkday(addDays(day, 1)) : day)

/** Interpreters who do not exist. */
const names: Record<string, string[]> = { uk: ['Iryna Prøve-Koval', 'Bohdan Prøve-Lys'], ar: ['Rami Prøve-Haddad', 'Salma Prøve-Nasser'], ti: ['Selam Prøve-Tesfay'], so: ['Hodan Prøve-Warsame'], fa: ['Shirin Prøve-Rad'], prs: ['Farid Prøve-Amiri'], tr: ['Elif Prøve-Kaya'] }
const asked: [Purpose, Modality, string | null][] = [['plan', 'present', 'Flyktningtjenesten, møterom 2'], ['mapping', 'present', 'Flyktningtjenesten, møterom 1'], ['economy', 'phone', null], ['workplace', 'present', 'På arbeidsplassen'], ['decision', 'video', 'Lenke sendes samme dag'], ['practical', 'phone', null]]
const questions = ['Forstår du husleiekontrakten?', 'Hvem henter i barnehagen på onsdager?', 'Har du fått brevet fra skolen?', 'Hvordan går det med bussen til praksisplassen?', 'Vil du bytte til kveldskurs i norsk?']
const herQuestions: Record<string, string[]> = { uk: ['Коли починається наступний курс?', 'Чи можу я поїхати до сестри на свята?'], ar: ['متى تبدأ الدورة القادمة؟', 'هل يمكنني تغيير مكان التدريب؟'] }

async function writeSuppliers(tx: Tx, random: Random): Promise<{ id: string; free: number }[]> {
  const suppliers = [
    { id: random.uuid(), name: 'Fjordregionens tolketjeneste', email: 'bestilling@tolk.example', phone: '+4799990101', languages: ['ar', 'uk', 'ru', 'ti', 'so', 'fa', 'prs', 'kmr', 'tr'], modalities: ['present', 'phone'] as ('present' | 'phone')[], freeCancelHours: 24 },
    { id: random.uuid(), name: 'Skjermtolk Prøve', email: 'ordre@skjermtolk.example', phone: null, languages: [], modalities: ['video', 'phone'] as ('video' | 'phone')[], freeCancelHours: 4 }]
  await insertAll(tx, 'interpreterSupplier', suppliers)
  return suppliers.map(({ id, freeCancelHours }) => ({ id, free: freeCancelHours }))
}

/** How a meeting ended that has been. */
const ended = (random: Random) => random.weighted([['carried_out', 16], ['interpreter_absent', 1], ['person_absent', 2]] as const)

/** One meeting on a day: what came of it follows from how far off that is, so that every state is to be seen. */
function inventBooking(random: Random, one: SeedPerson, onDay: PlainDate, { staff, today }: Scene, suppliers: readonly { id: string }[]) {
  const [purpose, modality, place] = random.pick(asked)
  const days = daysBetween(today, onDay)
  const isPast = days < 0
  const state = isPast ? random.weighted([['held', 9], ['not_had', 1]] as const) : random.weighted([['confirmed', 6], ['asked', 3], ['draft', 1], ['not_had', days < 10 ? 1 : 0]] as const)
  const outcome = state === 'held' ? ended(random) : null
  const isConfirmed = state === 'held' || state === 'confirmed'
  const [askedAt, answeredAt] = [at(addDays(onDay, -20) > today ? addDays(today, -3) : addDays(onDay, -20), '09:00'), at(addDays(onDay, -15) > today ? addDays(today, -1) : addDays(onDay, -15), '12:00')]
  const meets = random.pick(staff)
  return { id: random.uuid(), personId: one.id, language: one.firstLanguage, modality, kind: purpose === 'practical' ? 'assistant' as const : 'qualified' as const, purpose, onDay, fromTime: random.pick(['09:00', '10:30', '12:00', '13:30']), minutes: random.pick([45, 60, 90]), place,
    meetsId: meets.id, bookedBy: meets.id, wantedGender: random.chance(0.1) ? 'female' as const : null, supplierId: state === 'draft' ? null : random.pick(suppliers).id, askedAt: state === 'draft' ? null : askedAt, confirmedAt: isConfirmed ? answeredAt : null,
    interpreterName: isConfirmed ? random.pick(names[one.firstLanguage] ?? ['Alex Prøve-Tolk']) : null, category: isConfirmed ? random.weighted([['B', 2], ['C', 3], ['D', 4], ['E', 4], ['none', 1]] as const) : null, notHadAt: state === 'not_had' ? answeredAt : null, nextStep: state === 'not_had' ? random.pick(['other_supplier', 'other_modality', 'postpone'] as const) : null,
    outcome, outcomeOn: outcome === null ? null : onDay, interpretedBy: outcome === 'carried_out' ? (purpose === 'practical' ? 'assistant' as const : 'qualified' as const) : null }
}

async function writeQuestions(tx: Tx, random: Random, hers: readonly SeedPerson[], { staff, today }: Scene): Promise<void> {
  await insertAll(tx, 'interpreterQuestion', hers.flatMap((one) => [
    ...random.some(questions, random.int(1, 3)).map((body) => ({ id: random.uuid(), personId: one.id, body, askedBy: 'staff' as const, accountId: random.pick(staff).id, askedOn: addDays(today, -random.int(1, 20)) })),
    ...(random.chance(0.6) ? (herQuestions[one.firstLanguage] ?? []).slice(0, 1).map((body) => ({ id: random.uuid(), personId: one.id, body, askedBy: 'participant' as const, accountId: random.pick(staff).id, askedOn: addDays(today, -random.int(0, 6)) })) : [])]))
}

/** Meetings with interpreters in the year that was and the weeks ahead, and questions that wait, some without a slot. */
export async function writeInterpreters(tx: Tx, random: Random, scene: Scene): Promise<void> {
  const { people, participations, classes, today } = scene
  const staff = scene.staff.filter(({ roles }) => roles.some((role) => role === 'programme_adviser' || role === 'teacher' || role === 'settlement_worker'))
  const suppliers = await writeSuppliers(tx, random)
  const inProgramme = new Set(participations.map(({ personId }) => personId))
  const hers = people.filter(({ id, monthsHere, protection }) => inProgramme.has(id) && monthsHere < 24 && protection === 'none')
  const past = hers.flatMap((one) => Array.from({ length: random.int(0, 3) }, () => inventBooking(random, one, onWorkday(addDays(today, -random.int(3, Math.max(4, Math.min(350, one.monthsHere * 30))))), { ...scene, staff }, suppliers)))
  const ahead = random.some(hers, Math.ceil(hers.length / 3)).map((one, index) => inventBooking(random, one, index < 3 ? today : onWorkday(addDays(today, random.int(1, 42))), { ...scene, staff }, suppliers))
  // a meeting moved to Monday may have come to lie ahead
  await insertAll(tx, 'interpreterBooking', [...past.filter(({ onDay }) => onDay < today), ...ahead])
  await writeQuestions(tx, random, random.some(hers, Math.ceil(hers.length / 3)), { ...scene, staff })
  const course = classes[0]
  if (course) await insertAll(tx, 'interpreterBooking', [{ id: random.uuid(), groupName: 'Informasjonsmøte om barnehage og skole', activityId: course.id, language: 'ar', modality: 'present', kind: 'qualified', purpose: 'information', onDay: onWorkday(addDays(today, 12)), fromTime: '14:00', minutes: 90, place: 'Voksenopplæringen, aulaen', meetsId: course.teacherId, bookedBy: course.teacherId, supplierId: suppliers[0]?.id, askedAt: at(addDays(today, -2), '09:00') }])
  await insertAll(tx, 'unwantedInterpreter', random.some(hers, 4).map((one) => ({ id: random.uuid(), personId: one.id, name: random.pick(names[one.firstLanguage] ?? ['Alex Prøve-Tolk']) })))
}
