import type { PlainDate } from '#shared/date.ts'
import { addDays, weekday } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { SeedPerson } from './people.ts'
import type { SeedPlacement } from './placements.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Slot = { weekday: number; from: string; to: string }
export type SeedClass = { id: string; title: string; schedule: Slot[]; from: PlainDate; teacherId: string; members: string[] }
export type WeekScene = { people: SeedPerson[]; participations: SeedParticipation[]; placements: SeedPlacement[]; teachers: string[]; advisers: string[]; town: string; today: PlainDate }

const on = (days: number[], from: string, to: string): Slot[] => days.map((day) => ({ weekday: day, from, to }))
/** Two ways to lay the Norwegian of a week, so that a practice place fits beside one of them. */
const patterns = [on([1, 3, 5], '08:30', '13:00'), [...on([2, 4], '08:30', '13:30'), ...on([1], '08:30', '11:30')]]
const MOST_IN_CLASS = 24
/** The autumn term, as far back as attendance is invented. */
const TERM_DAYS = 98

const placementOf = (placements: SeedPlacement[], personId: string, today: PlainDate) =>
  placements.find((one) => one.personId === personId && one.stage === 'approved' && one.from <= today && one.to >= today && one.endedOn === null)

/** How many days of the practice place lie on days of a class. */
const meeting = (slots: Slot[], days: readonly number[]): number => slots.filter((slot) => days.includes(slot.weekday)).length

/** Norwegian in groups of at most two dozen, each person where her practice place gives room. */
function norwegianClasses(random: Random, { participations, placements, teachers, today }: WeekScene, from: PlainDate): SeedClass[] {
  const sides: [string[], string[]] = [[], []]
  for (const { personId } of participations) {
    const days = placementOf(placements, personId, today)?.opening.template.days ?? []
    const [a, b] = patterns.map((slots) => meeting(slots, days))
    const side = a === b ? (sides[0].length <= sides[1].length ? 0 : 1) : (a ?? 0) < (b ?? 0) ? 0 : 1
    sides[side].push(personId)
  }
  return sides.flatMap((members, side) => Array.from({ length: Math.ceil(members.length / MOST_IN_CLASS) }, (_, at) => ({
    id: random.uuid(), title: `Norsk spor ${side + 1}, gruppe ${'ABCDEF'[at] ?? 'X'}`, schedule: patterns[side] ?? [], from, teacherId: random.pick(teachers), members: members.slice(at * MOST_IN_CLASS, (at + 1) * MOST_IN_CLASS) })))
}

const courses = [
  { kind: 'life_skills', title: 'Livsmestring', schedule: on([4], '13:45', '15:15'), place: 'Frivilligsentralen', share: 0.35, isWork: false },
  { kind: 'social_studies', title: 'Samfunnskunnskap', schedule: on([5], '13:15', '15:15'), place: 'Voksenopplæringen, rom 4', share: 0.3, isWork: false },
  { kind: 'course', title: 'Jobbklubb og bransjenorsk', schedule: on([2], '13:45', '15:45'), place: 'Karrieresenteret', share: 0.4, isWork: true },
] as const

/** The classes of a municipality with who takes part; own activities, the children's times, a day cancelled and a day moved. */
export async function writeWeek(tx: Tx, random: Random, scene: WeekScene): Promise<SeedClass[]> {
  const { participations, people, today, teachers, town } = scene
  const byId = new Map(people.map((one) => [one.id, one]))
  const from = addDays(today, 1 - weekday(today) - TERM_DAYS)
  const norwegian = norwegianClasses(random, scene, from)
  await insertAll(tx, 'activity', norwegian.map(({ id, title, schedule, teacherId }, at) => ({ id, kind: 'norwegian' as const, title, place: `Voksenopplæringen i ${town}, rom ${at + 1}`, teacherId, schedule: JSON.stringify(schedule), fromDate: from, ownWorkHours: 6 })))
  const others = courses.map((one) => ({ ...one, id: random.uuid(), teacherId: random.pick(teachers), members: participations.map(({ personId }) => personId).filter(() => random.chance(one.share)).slice(0, MOST_IN_CLASS) }))
  const parents = participations.map(({ personId }) => personId).filter((id) => (byId.get(id)?.childBirthYears ?? []).some((year) => Number(today.slice(0, 4)) - year < 16)).slice(0, 14)
  const guidance = { id: random.uuid(), kind: 'parental_guidance' as const, title: 'Foreldreveiledning', schedule: on([3], '13:15', '15:15'), place: 'Familiens hus', teacherId: random.pick(teachers), members: parents, isWork: false }
  await insertAll(tx, 'activity', [...others, guidance].map(({ id, kind, title, schedule, place, teacherId, isWork }) => ({ id, kind, title, place, teacherId, schedule: JSON.stringify(schedule), fromDate: from, isWorkOriented: isWork })))
  const startOf = new Map(participations.map(({ personId, startsOn }) => [personId, startsOn]))
  const memberships = [...norwegian, ...others, guidance].flatMap(({ id, members }) => members.map((personId) => { const starts = startOf.get(personId) ?? from; return { id: random.uuid(), activityId: id, personId, fromDate: starts > from ? starts : from } }))
  await insertAll(tx, 'activityParticipant', memberships)
  const nextWeek = addDays(today, 8 - weekday(today))
  await insertAll(tx, 'activityException', [
    { id: random.uuid(), activityId: guidance.id, onDay: addDays(nextWeek, 2), note: 'Planleggingsdag' },
    ...norwegian.slice(0, 1).map(({ id }) => ({ id: random.uuid(), activityId: id, onDay: addDays(nextWeek, 4), movedTo: addDays(nextWeek, 3), fromTime: '14:00', toTime: '16:00', place: 'Biblioteket', note: 'Besøk på biblioteket' }))])
  await writeOwn(tx, random, scene, from)
  return [...norwegian, ...[...others, guidance].map(({ id, title, schedule, teacherId, members }) => ({ id, title, schedule: [...schedule], from, teacherId, members }))]
}

/** What is one person's alone: a fixed hour of health, a language café; and the children's times of parents. */
async function writeOwn(tx: Tx, random: Random, { participations, people, today }: WeekScene, from: PlainDate): Promise<void> {
  const own = participations.filter(() => random.chance(0.2)).map(({ personId, startsOn }) => {
    const isHealth = random.chance(0.4)
    return { id: random.uuid(), personId, kind: isHealth ? 'health' as const : 'other' as const, title: isHealth ? null : random.pick(['Språkkafé', 'Trening på Friskliv', 'Leksehjelp']), place: isHealth ? null : 'Biblioteket', schedule: JSON.stringify(on([random.int(1, 5)], '15:30', '16:30')), fromDate: startsOn > from ? startsOn : from }
  })
  await insertAll(tx, 'activity', own)
  await insertAll(tx, 'activityParticipant', own.map(({ id, personId, fromDate }) => ({ id, activityId: id, personId, fromDate })))
  const parents = people.filter(({ id, childBirthYears }) => participations.some(({ personId }) => personId === id) && childBirthYears.some((year) => Number(today.slice(0, 4)) - year <= 7))
  await insertAll(tx, 'familyTime', parents.flatMap(({ id }) => [
    { id: random.uuid(), personId: id, label: 'Levere i barnehagen', schedule: JSON.stringify(on([1, 2, 3, 4, 5], '07:45', random.chance(0.15) ? '08:45' : '08:10')), fromDate: from },
    { id: random.uuid(), personId: id, label: 'Hente i barnehagen', schedule: JSON.stringify(on([1, 2, 3, 4, 5], '15:45', '16:15')), fromDate: from }]))
}
