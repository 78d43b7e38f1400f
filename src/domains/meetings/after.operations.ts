import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { matchingOperations } from '#domains/matching/index.ts'
import { placementsOperations } from '#domains/placements/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { countOutcomes } from './count-outcomes.ts'
import { AboutPair, OfDay, Proposed, ProposeInput, Report, SaveOutcomeInput, StartPlaceInput } from './day.schema.ts'
import { loadDay } from './load-day.ts'
import { loadPage } from './load-page.ts'
import { mailAbout } from './meeting-mail.ts'
import { reportOf } from './report.core.ts'
import { stateRefusals } from './state.core.ts'

const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds
type Pair = { dayId: string; guestId: string; employerId: string }

/** A pair of a day that has begun: the two, and what is known of them; NotFound where the reader may not see her. */
async function pairOf(context: Context, { dayId, guestId, employerId }: Pair) {
  const { tx } = context
  const day = await loadDay(context, dayId)
  refuseIf(check(day.state === 'live' || day.state === 'closed', { code: 'meetings.notTheTime' }))
  const guest = found(await tx.selectFrom('meetingGuest as g').leftJoin('meetingGuestPerson as x', 'x.guestId', 'g.id').select(['g.id', 'g.isOurs', 'x.personId']).where('g.id', '=', guestId).where('g.dayId', '=', dayId).executeTakeFirst())
  found(guest.isOurs && guest.personId === null ? undefined : guest)
  const employer = found(await tx.selectFrom('meetingEmployer').select(['id', 'employerId', 'name']).where('id', '=', employerId).where('dayId', '=', dayId).executeTakeFirst())
  return { day, personId: guest.personId, employer, personIds: guest.personId === null ? [] : [guest.personId] }
}

type Values = Omit<z.output<typeof SaveOutcomeInput>, 'dayId' | 'guestId' | 'employerId'> & { agreementId?: string; presentationId?: string }

/** Writes what became of a pair, over whatever a device wrote before. */
async function keep(context: Context, { dayId, guestId, employerId }: Pair, values: Values): Promise<string> {
  const { tx, now } = context
  const at = instantOf(now)
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  const times = { ...('score' in set && { scoreAt: at }), ...('note' in set && { noteAt: at }), ...('employerAgain' in set && { employerAgainAt: at }), ...('guestAgain' in set && { guestAgainAt: at }), ...('offer' in set && { offerAt: at }) }
  const known = await tx.selectFrom('meetingOutcome').select(['id', 'version']).where('guestId', '=', guestId).where('meetingEmployerId', '=', employerId).executeTakeFirst()
  if (known) {
    await saveVersioned(context, 'meetingOutcome', known, { ...set, ...times })
    return known.id
  }
  const id = randomUUID()
  await tx.insertInto('meetingOutcome').values({ id, dayId, guestId, meetingEmployerId: employerId, ...set, ...times }).execute()
  return id
}

/** What a colleague notes of a pair: what was said, that they want to meet again and when, what came of it. */
export const saveOutcome = operation({
  permission: 'meetings.write', input: SaveOutcomeInput, output: AboutPair, subjects,
  async run(context, { dayId, guestId, employerId, ...values }) {
    const pair = { dayId, guestId, employerId }
    const { personIds, day } = await pairOf(context, pair)
    refuseIf(check(!values.secondOn || values.secondOn >= day.onDate, { code: 'meetings.secondBefore', path: 'secondOn' }))
    return { id: await keep(context, pair, { ...values, ...(values.secondOn && values.cameOfIt === undefined && { cameOfIt: 'second_meeting' as const }) }), personIds }
  },
})

/** A practice place or a job from a pair in one step: the draft of an agreement, with person, employer and opening filled in. */
export const startPlace = operation({
  permission: 'placements.write', input: StartPlaceInput, output: AboutPair, subjects,
  async run(context, { id, kind, ...pair }) {
    const { personId, employer, personIds } = await pairOf(context, pair)
    refuseIf([...check(personId !== null, { code: 'meetings.withoutCase' }), ...check(employer.employerId !== null, { code: 'meetings.notInRegister' })])
    const openings = await context.tx.selectFrom('meetingOpening').select('openingId').where('meetingEmployerId', '=', employer.id).execute()
    const openingId = openings.length === 1 ? openings[0]?.openingId : undefined
    const start = placementsOperations['placements.startAgreement']
    await start.run(context, start.input.parse({ id, kind, personId, employerId: employer.employerId, beganFrom: openingId === undefined ? 'person' : 'place', ...(openingId !== undefined && { openingId }) }))
    await keep(context, pair, { cameOfIt: kind === 'ordinary_job' ? 'job' : 'practice', agreementId: id })
    return { id, personIds }
  },
})

/** Takes a pair on as a presentation at one of the openings the employer brought: the meeting is noted where she was presented before, else she is proposed and asked for her yes (EMP-05). */
export const propose = operation({
  permission: 'matching.present', input: ProposeInput, output: Proposed, subjects,
  async run(context, { id, openingId, ...pair }) {
    const { tx } = context
    const { personId, employer, personIds, day } = await pairOf(context, pair)
    found(await tx.selectFrom('meetingOpening').select('id').where('meetingEmployerId', '=', employer.id).where('openingId', '=', openingId).executeTakeFirst())
    refuseIf(check(personId !== null, { code: 'meetings.withoutCase' }))
    const known = await tx.selectFrom('presentation').select(['id', 'version', 'decidedAt', 'outcome']).where('personId', '=', personId).where('openingId', '=', openingId).executeTakeFirst()
    const [first, meet] = [matchingOperations['matching.propose'], matchingOperations['matching.recordMeeting']]
    const done = known === undefined ? await first.run(context, first.input.parse({ id, personId, openingId, note: day.title }))
      : known.decidedAt !== null && known.outcome === 'open' ? await meet.run(context, meet.input.parse({ presentationId: known.id, version: known.version, on: day.onDate, note: day.title })) : { id: known.id, state: known.outcome }
    await keep(context, pair, { presentationId: done.id })
    return { presentationId: done.id, state: done.state, personIds }
  },
})

/** The report of a day: numbers alone, the same whoever reads it, also for those who may not see everybody. */
export const getReport = operation({
  permission: 'meetings.read', reads: true, input: OfDay, output: Report, subjects: () => [],
  async run(context, { dayId }) {
    const { name: own } = await context.tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
    return reportOf({ ...await loadPage(context, dayId), outcomes: await countOutcomes(context, dayId), own })
  },
})

/** Thanks those who came, each once: guests in their languages, employers in bokmål. */
export const sendThanks = operation({
  permission: 'meetings.write', input: OfDay, output: z.object({ mailed: z.int(), personIds: z.array(z.uuid()) }), subjects,
  async run(context, { dayId }) {
    const { tx, now } = context
    const day = await loadDay(context, dayId)
    refuseIf(stateRefusals(day.state, 'thank'))
    const guests = await tx.selectFrom('meetingGuest as g').innerJoin('meetingGuestPerson as x', 'x.guestId', 'g.id').innerJoin('person as p', 'p.id', 'x.personId').select(['g.id', 'g.locale', 'x.personId', 'p.email'])
      .where('g.dayId', '=', dayId).where('g.cameAt', 'is not', null).where('g.thankedAt', 'is', null).execute()
    const employers = await tx.selectFrom('meetingEmployer').select(['id', 'contactEmail']).where('dayId', '=', dayId).where('cameAt', 'is not', null).where('thankedAt', 'is', null).execute()
    const letters = [
      ...guests.flatMap(({ id, locale, email, personId }) => (email === null ? [] : [{ template: 'meeting_thanks' as const, once: dayId, whom: { guestId: id, personId }, to: { email, locale } }])),
      ...employers.flatMap(({ id, contactEmail: email }) => (email === null ? [] : [{ template: 'meeting_thanks_employer' as const, once: dayId, whom: { employerId: id }, to: { email, locale: 'nb' } }])),
    ]
    for (const letter of letters) await mailAbout(tx, now, day, letter)
    for (const [table, rows] of [['meetingGuest', guests], ['meetingEmployer', employers]] as const)
      if (rows.length > 0) await tx.updateTable(table).set({ thankedAt: instantOf(now) }).where('id', 'in', rows.map(({ id }) => id)).execute()
    return { mailed: letters.length, personIds: guests.map(({ personId }) => personId) }
  },
})
