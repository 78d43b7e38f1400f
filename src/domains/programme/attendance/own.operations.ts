import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, refuseIf } from '#platform/problem.ts'
import { clockInNorway, instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { loadRecurring } from '../week/load-recurring.ts'
import { countsHours, slotsBetween } from '../week/slots.core.ts'
import type { WeekSlot } from '../week/week.schema.ts'
import { ReportMyAbsenceInput } from './absence.schema.ts'
import { CheckInInput, MyDay } from './attendance.schema.ts'
import { isOpen, mayCheckIn, minutesFrom, opensAt } from './check-in.core.ts'
import { stateOf } from './register.core.ts'
import { mayReport } from './report.core.ts'
import { selfCertificationOf } from './self-certification.ts'

const own = ({ actor }: Context): string => {
  if (!actor.personId) throw new NotFound()
  return actor.personId
}

/** What she can check in to today, by where it comes from. */
async function todaysThings(context: Context, personId: string): Promise<Map<string, WeekSlot[]>> {
  const { today } = context
  const slots = slotsBetween(today, today, await loadRecurring(context, personId, { first: today, last: today }), daysOffBetween(today, today))
  return Map.groupBy(slots.filter(countsHours), ({ sourceId }) => sourceId)
}

const registeredToday = async ({ tx, today }: Context, personId: string): Promise<string[]> =>
  (await tx.selectFrom('attendance').select(['activityId', 'agreementId']).where('personId', '=', personId).where('onDay', '=', today).execute()).flatMap(({ activityId, agreementId }) => activityId ?? agreementId ?? [])

/** Her own today: what she can check in to, what she has told, and whether her own word is enough when she is ill. */
export const getMyDay = operation({
  permission: 'own.checkIn', reads: true, input: z.object({}), output: MyDay, subjects: (_, { personId }) => [personId],
  async run(context) {
    const personId = own(context)
    const { tx, now, today } = context
    const [things, registered, clock] = [await todaysThings(context, personId), await registeredToday(context, personId), clockInNorway(now)]
    const reports = await tx.selectFrom('absenceReport').select(['id', 'fromDate', 'toDate', 'absenceId', 'dismissedOn']).where('personId', '=', personId).where('toDate', '>=', today).where('dismissedOn', 'is', null).orderBy('fromDate').execute()
    return {
      personId, now: [...things].map(([sourceId, slots]) => ({ sourceId, canCheckIn: isOpen(slots, clock) && !registered.includes(sourceId), isCheckedIn: registered.includes(sourceId), opensAt: opensAt(slots) })),
      reports: reports.map(({ id, fromDate, toDate, absenceId }) => ({ id, fromDate, toDate, isHandled: absenceId !== null })), selfCertification: await selfCertificationOf(context, personId),
    }
  },
})

/** "I am here": she checks in herself, while it takes place. What the teacher registers afterwards goes before it. */
export const checkIn = operation({
  permission: 'own.checkIn', input: CheckInInput, output: z.object({ personId: Id, isLate: z.boolean() }), subjects: (_, { personId }) => [personId],
  async run(context, { id, sourceId }) {
    const personId = own(context)
    const { tx, now, today, actor } = context
    const slots = (await todaysThings(context, personId)).get(sourceId) ?? []
    const clock = clockInNorway(now)
    refuseIf(mayCheckIn(slots, clock, (await registeredToday(context, personId)).includes(sourceId)))
    const [planned, present] = [slots.reduce((sum, { minutes }) => sum + minutes, 0), minutesFrom(slots, clock)]
    const isPlacement = slots[0]?.source === 'placement'
    await tx.insertInto('attendance').values({ id, personId, activityId: isPlacement ? null : sourceId, agreementId: isPlacement ? sourceId : null, onDay: today, plannedMinutes: planned, presentMinutes: present,
      state: stateOf(present, planned), how: 'check_in', registeredBy: actor.id, registeredAt: instantOf(now) }).execute()
    return { personId, isLate: present < planned }
  },
})

/** "I cannot come": she tells it herself. Her adviser gives it its kind; her teacher sees that she is away. */
export const reportMyAbsence = operation({
  permission: 'own.checkIn', input: ReportMyAbsenceInput, output: z.object({ id: Id, personId: Id }), subjects: (_, { personId }) => [personId],
  async run(context, { id, words, ...period }) {
    const personId = own(context)
    const { tx, now, today, actor } = context
    const told = await tx.selectFrom('absenceReport').select('id').where('personId', '=', personId).where('fromDate', '<=', period.toDate).where('toDate', '>=', period.fromDate).where('dismissedOn', 'is', null).where('channel', '=', 'participant').executeTakeFirst()
    refuseIf([...mayReport(period, today), ...check(told === undefined, { code: 'absence.reportedAlready' })])
    await tx.insertInto('absenceReport').values({ id, personId, ...period, words: words || null, channel: 'participant', accountId: actor.id, toldAt: instantOf(now) }).execute()
    return { id, personId }
  },
})
