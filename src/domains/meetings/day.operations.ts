import { sql } from 'kysely'
import { z } from 'zod'
import { loadPage } from './load-page.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { clockInNorway, instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { dayRefusals, writeRounds } from './day.core.ts'
import { DayPage, Days, OfDay, Saved } from './day.schema.ts'
import { lockDay } from './load-day.ts'
import { SaveDayInput } from './meeting.schema.ts'
import { stateRefusals } from './state.core.ts'

const nobody = (): string[] => []
const OfVersion = OfDay.extend({ version: z.int() })
/** A plan that was made for other rounds is none. */
const NO_PLAN = { planValue: null, planBound: null, planSeed: null, plannedAt: null, planIdle: null, planWalk: null, planLacks: null }

/** Every day there is: those to come with the next first, then those that are over. */
export const listDays = operation({
  permission: 'meetings.read', reads: true, input: z.object({}), output: Days, subjects: nobody,
  async run({ tx, today }) {
    const { rows } = await sql<Omit<z.output<typeof Days>['coming'][number], 'from' | 'to'> & { rounds: string[] }>`select d.id, d.kind, d.title, d.on_date, d.rounds, d.place, d.state,
        (select count(*)::int from meeting_employer e where e.day_id = d.id and e.reply <> 'no') as employers, (select count(*)::int from meeting_guest g where g.day_id = d.id and g.reply <> 'no') as guests,
        (select count(*)::int from meeting_slot s where s.day_id = d.id and s.state in ('planned', 'held')) as meetings
      from meeting_day d order by d.on_date, d.id`.execute(tx)
    const all = rows.map(({ rounds, ...row }) => ({ ...row, from: rounds[0]?.slice(0, 5) ?? '', to: rounds.at(-1)?.slice(6) ?? '' }))
    return { coming: all.filter(({ onDate, state }) => onDate >= today && state !== 'closed'), past: all.filter(({ onDate, state }) => onDate < today || state === 'closed').toReversed() }
  },
})

export const getDay = operation({
  permission: 'meetings.read', reads: true, notedHourly: true, input: OfDay, output: DayPage, subjects: (_, { personIds }) => personIds,
  run: (context, { dayId }) => loadPage(context, dayId),
})

/** Who was asked for another date, or said yes to it, is asked anew: answers how many. A letter is due when invitations are sent. Who asked for help still does, and is told of the new date too. */
async function askAnew({ tx }: Context, dayId: string): Promise<number> {
  let asked = 0
  for (const table of ['meetingGuest', 'meetingEmployer'] as const) {
    const rows = await tx.updateTable(table).set((eb) => ({ askAnew: true, reply: 'invited', replyChannel: null, repliedAt: null, version: eb('version', '+', 1) })).where('dayId', '=', dayId).where('reply', 'in', ['invited', 'yes']).returning('id').execute()
    const waiting = await tx.updateTable(table).set((eb) => ({ askAnew: true, version: eb('version', '+', 1) })).where('dayId', '=', dayId).where('reply', '=', 'later').returning('id').execute()
    asked += rows.length + waiting.length
  }
  return asked
}

/** Makes a day or changes it. Other rounds or another date undo the plan: it is to be made anew. Another date also takes the open links along, and asks anew. */
export const saveDay = operation({
  permission: 'meetings.write', input: SaveDayInput, output: Saved.extend({ planUndone: z.boolean(), askedAnew: z.int() }), subjects: nobody,
  async run(context, { version, rounds, ...input }) {
    refuseIf(dayRefusals({ ...input, rounds }, context.today))
    const values = { ...input, rounds: writeRounds(rounds) }
    if (version === undefined) {
      await context.tx.insertInto('meetingDay').values(values).execute()
      return { id: input.id, version: 1, planUndone: false, askedAnew: 0 }
    }
    const day = await lockDay(context, input.id)
    refuseIf(stateRefusals(day.state, 'change'))
    const isMoved = day.onDate !== input.onDate
    const isOther = isMoved || writeRounds(day.rounds).join() !== values.rounds.join()
    const planUndone = day.plannedAt !== null && isOther
    if (isOther) await context.tx.deleteFrom('meetingSlot').where('dayId', '=', input.id).execute()
    const next = await saveVersioned(context, 'meetingDay', { id: input.id, version }, { ...values, ...(planUndone && { ...NO_PLAN, state: 'invited' as const }) })
    return { id: input.id, version: next, planUndone, askedAnew: isMoved ? await askAnew(context, input.id) : 0 }
  },
})

/** The doors open. From now on changes move as little as possible. */
export const startDay = operation({
  permission: 'meetings.write', input: OfVersion, output: Saved, subjects: nobody,
  async run(context, { dayId, version }) {
    const { state, onDate } = await lockDay(context, dayId)
    refuseIf([...stateRefusals(state, 'start'), ...check(onDate <= context.today, { code: 'meetings.notYet' })])
    return { id: dayId, version: await saveVersioned(context, 'meetingDay', { id: dayId, version }, { state: 'live', openedAt: instantOf(context.now) }) }
  },
})

/** The day is over: what was planned and has begun was held where guest and employer both came and neither had left, the rest was not, unless somebody has said otherwise. Nobody is noted as come who was not seen. */
export const closeDay = operation({
  permission: 'meetings.write', input: OfVersion, output: Saved.extend({ held: z.int() }), subjects: nobody,
  async run(context, { dayId, version }) {
    const { tx, now } = context
    const { state, onDate } = await lockDay(context, dayId)
    refuseIf(stateRefusals(state, 'close'))
    const clock = context.today > onDate ? '24:00' : clockInNorway(now)
    await sql`update meeting_slot s set unnoted_at_close = left(d.rounds[s.round + 1], 5) <= ${clock} and ((g.came_at is null and g.no_show_at is null) or (e.came_at is null and e.left_at is null)),
        state = case when left(d.rounds[s.round + 1], 5) <= ${clock} and g.came_at is not null and (g.left_at is null or g.left_at >= left(d.rounds[s.round + 1], 5)::time)
        and e.came_at is not null and (e.left_at is null or e.left_at >= left(d.rounds[s.round + 1], 5)::time) then 'held' else 'not_held' end
      from meeting_guest g, meeting_employer e, meeting_day d where g.id = s.guest_id and e.id = s.meeting_employer_id and d.id = s.day_id and s.day_id = ${dayId} and s.state = 'planned'`.execute(tx)
    const { count } = await tx.selectFrom('meetingSlot').select((eb) => eb.fn.countAll<number>().as('count')).where('dayId', '=', dayId).where('state', '=', 'held').executeTakeFirstOrThrow()
    return { id: dayId, version: await saveVersioned(context, 'meetingDay', { id: dayId, version }, { state: 'closed', closedAt: instantOf(now) }), held: count }
  },
})
