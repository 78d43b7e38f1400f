import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween } from '#shared/date.ts'
import type { Instant } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import { gatherContent } from '#domains/programme/exit/hand-over-content.ts'
import type { Activity } from '#domains/programme/exit/exit.schema.ts'
import type { SeedPerson } from './people.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Staff = { advisers: string[]; nav: string | undefined }

type Ending = readonly [SeedEnd['endReason'], SeedEnd['endActivity']]
type SeedEnd = { endReason: 'work' | 'goal_reached' | 'education' | 'length_expired' | 'withdrew'; endActivity: Activity }
const endings: Record<'in_work' | 'in_education' | 'ended', readonly Ending[]> = {
  in_work: [['work', 'work_full_time'], ['goal_reached', 'work_part_time'], ['work', 'work_part_time']],
  in_education: [['education', 'upper_secondary'], ['goal_reached', 'higher_education'], ['education', 'adult_primary']],
  ended: [['length_expired', 'job_seeking'], ['length_expired', 'nav_measure'], ['withdrew', 'none'], ['length_expired', 'qualification_programme']],
}

// reason for the cast: the seed builds the moment from a day that is already one
const at = (day: PlainDate, clock: string): Instant => `${day}T${clock}:00Z` as Instant

/** Programmes that have ended, and how those who were in them do now. */
async function writeEnded(tx: Tx, random: Random, people: SeedPerson[], today: PlainDate): Promise<void> {
  const ended = people.flatMap((one) => {
    if (one.status !== 'in_work' && one.status !== 'in_education' && one.status !== 'ended') return []
    const months = one.schooling >= 4 ? 6 : 24
    const startsOn = addDays(one.settledOn, random.int(40, 85))
    const endedOn = addDays(addMonths(startsOn, random.int(Math.ceil(months / 2), months)), -1)
    if (endedOn >= today) return []
    const [endReason, endActivity] = random.pick(endings[one.status])
    return [{ id: random.uuid(), personId: one.id, offeredOn: addDays(startsOn, -7), decidedOn: addDays(startsOn, -7), startsOn, months, finalGoal: 'work' as const, regime: 'old' as const, endedOn, endReason, endActivity }]
  })
  await insertAll(tx, 'participation', ended)
  const asked = ended.flatMap((one) => [12, 24].flatMap((months) => {
    const askedOn = addDays(addMonths(one.endedOn, months), random.int(-10, 20))
    return askedOn < today && random.chance(0.75) ? [{ one, askedOn }] : []
  }))
  await insertAll(tx, 'laterStatus', asked.map(({ one, askedOn }) => {
    const activity = random.chance(0.12) ? 'unknown' as const : random.chance(0.2) ? 'work_full_time' as const : one.endActivity
    return { id: random.uuid(), personId: one.personId, participationId: one.id, askedOn, activity, hoursPerWeek: activity === 'work_full_time' ? 37.5 : activity === 'work_part_time' ? random.pick([15, 20, 25]) : null,
      isRelevant: activity.startsWith('work_') ? random.chance(0.5) : null, livesElsewhere: random.chance(0.1), source: random.pick(['person', 'person', 'employer', 'nav'] as const) }
  }))
}

const wants = ['Vil jobbe på kjøkken, helst i barnehage eller sykehjem.', 'Vil bli helsefagarbeider.', 'Vil kjøre lastebil igjen, som hun gjorde før.', 'Vil lære mer norsk og så søke jobb i butikk.']

/** Steps towards the end for those within half a year of it, and a hand-over where it is near. */
async function writeRoadsOut(tx: Tx, random: Random, participations: SeedParticipation[], today: PlainDate, { advisers, nav }: Staff): Promise<void> {
  const near = participations.map((one) => ({ ...one, lastDay: addDays(addMonths(one.startsOn, one.months), -1) })).filter(({ lastDay }) => lastDay <= addMonths(today, 5) && lastDay >= today)
  await insertAll(tx, 'exitStep', near.flatMap((one) => (['talk', 'path', 'nav_meeting', 'nav_application'] as const).flatMap((kind, index) => {
    const due = addMonths(one.lastDay, -(6 - index))
    return due < today && random.chance(0.7) ? [{ id: random.uuid(), personId: one.personId, participationId: one.id, kind, doneOn: addDays(due, random.int(0, Math.max(0, Math.min(10, daysBetween(due, today))))), note: null }] : []
  })))
  const close = near.filter(({ lastDay }) => lastDay <= addMonths(today, 2)).slice(0, 4)
  const known: string[] = []
  for (const { personId } of close) known.push(JSON.stringify((await gatherContent(tx, personId, today)).content)) // one connection: one question at a time
  await insertAll(tx, 'handOver', close.map((one, index) => ({ id: random.uuid(), personId: one.personId, participationId: one.id, receiver: 'nav' as const, receiverUnit: 'Nav Fjordvik', receiverAccountId: nav ?? null, legalBasis: 'exchange' as const,
    content: known[index] ?? '{}',
    ambitions: random.pick(wants), needs: 'Trenger tolk i viktige samtaler og arbeidstid som passer med barnehagen.', recommendation: 'Lønnstilskudd hos arbeidsgiveren der hun har hatt praksis.', writtenOn: addDays(today, -random.int(3, 15)), writtenBy: random.pick(advisers),
    shownToPersonOn: index === 0 ? null : addDays(today, -2), sentAt: index === 0 ? null : at(addDays(today, -2), '10:00'), caseNumber: index === 2 ? '26/10412' : null, caseWorker: index === 2 ? 'Lars Nilsen' : null, confirmedAt: index === 2 ? at(addDays(today, -1), '09:30') : null })))
}

const steps = ['Samtale om kveldskurs i norsk', 'Møte med karrieresenteret', 'Spørre om plass i språkkafeen', 'Avklare med helsetjenesten hva som er mulig', 'Søke voksenopplæring til høsten'] as const

/** Why some wait to begin, and what is planned for some of those without a plan. */
async function writeBetween(tx: Tx, random: Random, people: SeedPerson[], today: PlainDate, { advisers }: Staff): Promise<void> {
  const waiting = people.filter(({ status }) => status === 'settled')
  await insertAll(tx, 'startWait', waiting.filter(() => random.chance(0.7)).map((one) => ({ id: random.uuid(), personId: one.id, since: addDays(today, -random.int(1, Math.max(2, Math.min(60, daysBetween(one.settledOn, today))))),
    reason: random.weighted([['kindergarten', 4], ['course_date', 4], ['registration', 3], ['dwelling', 2], ['capacity', 2], ['parental_leave', 1], ['own_wish', 1]] as const), expectedOn: random.chance(0.6) ? addDays(today, random.int(5, 60)) : null })))
  const between = people.filter(({ status }) => status === 'settled' || status === 'ended')
  await insertAll(tx, 'nextStep', between.filter(() => random.chance(0.4)).map((one) => ({ id: random.uuid(), personId: one.id, step: random.pick(steps), dueOn: addDays(today, random.int(-20, 45)), ownerId: random.pick(advisers) })))
  await insertAll(tx, 'whereabouts', between.filter(() => random.chance(0.3)).map((one) => ({ id: random.uuid(), personId: one.id, state: random.weighted([['present', 6], ['travelling', 1], ['unknown', 2]] as const), confirmedOn: addDays(today, -random.int(5, 200)) })))
}

/** The end of programmes and what comes after, and those who fall between. */
export async function writeExits(tx: Tx, random: Random, people: SeedPerson[], participations: SeedParticipation[], today: PlainDate, staff: Staff): Promise<void> {
  await writeEnded(tx, random, people, today)
  await writeRoadsOut(tx, random, participations, today, staff)
  await writeBetween(tx, random, people, today, staff)
}
