import type { Tx } from '#platform/db.ts'
import type { Instant, PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import { cutRounds } from '#domains/meetings/rounds.core.ts'
import { drawNumbers } from '#domains/meetings/number.core.ts'
import { writeRounds } from '#domains/meetings/day.core.ts'
import { NO_ROOM, eventOf } from '#domains/meetings/event.core.ts'
import { planMeetings } from '#matching/meetings/plan.ts'
import type { SeedContact, SeedEmployer, SeedOpening } from './employers.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Scene = { people: SeedPerson[]; employers: Map<string, SeedEmployer>; openings: SeedOpening[]; contacts: Map<string, SeedContact[]>; host: string; town: string; today: PlainDate }
const SEED = 7
const IN_DAYS = 28
const WISHES = [0, 0, 1, 2, 3] as const
const introductions = ['Jeg har jobbet på kjøkken i mange år.', 'Jeg liker å jobbe med mennesker.', 'Jeg har førerkort og kan begynne tidlig.', 'Jeg er vant til å jobbe ute.']

const onWorkday = (day: PlainDate): PlainDate => (isDayOff(day) ? onWorkday(addDays(day, 1)) : day)
// reason for the cast: the seed builds the moment from a day that is already one
const at = (day: PlainDate, clock: string): Instant => `${day}T${clock}:00Z` as Instant

/** The first openings of six different employers, and what each employer is at the day. */
function inventHosts(random: Random, { openings, employers, contacts, today }: Scene, dayId: string, rooms: readonly string[]) {
  const chosen = [...new Map(openings.flatMap((one) => (one.employerId ? [[one.employerId, one] as const] : []))).values()].slice(0, 6)
  return chosen.map((opening, index) => {
    const employer = employers.get(opening.employerId ?? '')
    const contact = contacts.get(opening.employerId ?? '')?.[0]
    const row = { id: random.uuid(), dayId, employerId: employer?.id ?? null, name: employer?.name ?? opening.template.title, offers: opening.template.title, contactName: contact?.name ?? null, contactEmail: contact?.email ?? null, contactPhone: contact?.phone ?? null, tables: index === 0 ? 2 : 1, roomId: rooms[index % rooms.length] ?? null,
      most: null, reply: 'yes' as const, replyChannel: 'link' as const, repliedAt: at(addDays(today, -2), '10:00'), notes: 'Hva liker du å jobbe med?\nNår kan du begynne?' }
    return { row, openingId: opening.id }
  })
}

function inventGuests(random: Random, people: readonly SeedPerson[], dayId: string, today: PlainDate) {
  const ours = random.some(people.filter(({ status, protection }) => status === 'in_programme' && protection === 'none'), 14)
  const rows = Array.from({ length: 18 }, (_, index) => {
    const person = ours[index]
    return { person, row: { id: random.uuid(), dayId, isOurs: person !== undefined, shownName: person && random.chance(0.7) ? person.givenName : null, introduction: person && random.chance(0.5) ? random.pick(introductions) : null, comesFrom: person ? null : random.pick(['Nordvåg', 'Elvedal']),
      language: person && person.firstLanguage === 'ar' && random.chance(0.5) ? 'ar' : null, locale: person?.country === 'UA' ? 'uk' : 'nb', least: person ? 2 : 0, most: 5, reply: 'yes' as const, replyChannel: 'link' as const, repliedAt: at(addDays(today, -1), '12:00') } }
  })
  const numbers = drawNumbers(rows.map(({ row }) => row.id), [])
  return rows.map(({ person, row }, index) => ({ person, row: { ...row, number: numbers[index] ?? index + 1 } }))
}

/** One day in four weeks, run for three municipalities: six employers, eighteen guests of whom four have no case, wishes and a plan. */
export async function writeMeetings(tx: Tx, random: Random, scene: Scene): Promise<void> {
  const { today, people, host, town } = scene
  const onDate = onWorkday(addDays(today, IN_DAYS))
  const rounds = cutRounds({ start: '10:00', rounds: 6, length: 12, change: 3, breakAfter: 3, breakLength: 20 })
  const dayId = random.uuid()
  const rooms = [{ id: random.uuid(), dayId, name: 'Storsalen', picture: 'sun' as const, xMetres: 10, yMetres: 0, tables: 6 }, { id: random.uuid(), dayId, name: 'Biblioteket', picture: 'tree' as const, xMetres: 40, yMetres: 15, tables: 4 }]
  const hosts = inventHosts(random, scene, dayId, rooms.map(({ id }) => id))
  const guests = inventGuests(random, people, dayId, today)
  const interpreters = [{ id: random.uuid(), dayId, name: 'Rami Prøve-Haddad', languages: ['ar'] }]
  const wishes = guests.flatMap(({ row: guest }) => hosts.flatMap(({ row: { id } }) => { const [byGuest, byEmployer] = [random.pick(WISHES), random.pick(WISHES)]; return byGuest + byEmployer === 0 ? [] : [{ guestId: guest.id, employerId: id, byGuest, byEmployer }] }))
  const present = { from: null, to: null, lateUntil: null, leftAt: null }
  const plan = planMeetings(eventOf({ kind: 'speed_interviews', rounds, rooms: rooms.map(({ id, name, picture, xMetres, yMetres, tables }) => ({ id, version: 1, name, picture, x: xMetres, y: yMetres, tables })),
    employers: hosts.map(({ row }) => ({ ...row, ...present, version: 1, replyNote: null, cameAt: null, isNotedAfterwards: false, openings: [] })), guests: guests.map(({ row }) => ({ ...row, ...present, version: 1, personId: null, personName: null, state: 'expected' as const, isNotedAfterwards: false, hasMail: false })),
    interpreters: interpreters.map(({ id, name, languages }) => ({ id, version: 1, name, languages, supplierId: null, bookingId: null, ...present })), wishes, slots: [] }, 'yes', () => false), SEED)
  await insertAll(tx, 'meetingDay', [{ id: dayId, kind: 'speed_interviews', title: 'Jobbtreff i Fjordregionen', onDate, place: `${town} kulturhus`, address: 'Storgata 1', rounds: writeRounds(rounds), office: `Flyktningtjenesten i ${town}`, runFor: ['Fjordvik', 'Nordvåg', 'Elvedal'], openTo: 'all_jobseekers', whoMayCome: 'Passer for deg som kan litt norsk og vil ha praksis eller jobb.',
    replyBy: addDays(onDate, -7), state: 'planned', planValue: plan.value, planBound: plan.upperBound, planSeed: SEED, plannedAt: at(today, '07:00'), planIdle: plan.idle, planWalk: Math.round(plan.walk), planLacks: JSON.stringify(plan.without.map(({ participant, lacks, why }) => ({ guestId: participant, lacks, why }))), createdBy: host }])
  await insertAll(tx, 'meetingRoom', rooms)
  await insertAll(tx, 'meetingEmployer', hosts.map(({ row }) => row))
  await insertAll(tx, 'meetingOpening', hosts.map(({ row, openingId }) => ({ id: random.uuid(), meetingEmployerId: row.id, openingId })))
  await insertAll(tx, 'meetingGuest', guests.map(({ row }) => row))
  await insertAll(tx, 'meetingGuestPerson', guests.flatMap(({ person, row }) => (person ? [{ id: random.uuid(), guestId: row.id, dayId, personId: person.id }] : [])))
  await insertAll(tx, 'meetingInterpreter', interpreters)
  await insertAll(tx, 'meetingWish', wishes.map(({ employerId, ...one }) => ({ id: random.uuid(), dayId, meetingEmployerId: employerId, ...one })))
  await insertAll(tx, 'meetingSlot', plan.meetings.map((one) => ({ id: random.uuid(), dayId, guestId: one.participant, meetingEmployerId: one.employer, round: one.slot, tableNumber: one.table + 1, roomId: one.room === NO_ROOM ? null : one.room, interpreterId: one.interpreter ?? null })))
}
