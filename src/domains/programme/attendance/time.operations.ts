import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import type { PlainDate } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { SavePartTimeInput, SavePauseInput } from './absence.schema.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
type Period = { id: string; personId: string; fromDate: PlainDate; toDate: PlainDate | null }

/** A period within the programme, in order, beside no other of its kind. */
async function refuseWrongPeriod({ tx }: Context, table: 'pause' | 'partTime', { id, personId, fromDate, toDate }: Period): Promise<void> {
  found(await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst())
  const programmes = await tx.selectFrom('participation').select(['startsOn', 'endedOn']).where('personId', '=', personId).execute()
  const others = await tx.selectFrom(table).select(['personId', 'fromDate', 'toDate', 'id']).where('personId', '=', personId).execute()
  const own = others.find((other) => other.id === id)
  refuseIf([
    ...check(toDate === null || toDate >= fromDate, { code: 'absence.endsBeforeStart', path: 'toDate' }),
    ...check(own === undefined || own.personId === personId, { code: 'absence.otherPerson' }),
    ...check(programmes.some(({ startsOn, endedOn }) => fromDate >= startsOn && (endedOn === null || fromDate <= endedOn)), { code: 'absence.outsideParticipation', path: 'fromDate' }),
    ...check(!others.some((other) => other.id !== id && fromDate <= (other.toDate ?? fromDate) && other.fromDate <= (toDate ?? other.fromDate)), { code: 'absence.periodOverlaps', path: 'fromDate' }),
  ])
}

/** Freezes the programme's time, or changes when it is frozen. */
export const savePause = operation({
  permission: 'programme.absence', input: SavePauseInput, output: Saved, subjects,
  async run(context, { version, ...pause }) {
    await refuseWrongPeriod(context, 'pause', pause)
    const { id, personId, ...values } = pause
    if (version !== undefined) return { id, personId, version: await saveVersioned(context, 'pause', { id, version, personId }, values) }
    await context.tx.insertInto('pause').values({ ...pause, decidedOn: context.today }).execute()
    return { id, personId, version: 1 }
  },
})

/** Notes the share of full time somebody takes part with. */
export const savePartTime = operation({
  permission: 'programme.absence', input: SavePartTimeInput, output: Saved, subjects,
  async run(context, { version, ...share }) {
    await refuseWrongPeriod(context, 'partTime', share)
    const { id, personId, ...values } = share
    if (version !== undefined) return { id, personId, version: await saveVersioned(context, 'partTime', { id, version, personId }, values) }
    await context.tx.insertInto('partTime').values(share).execute()
    return { id, personId, version: 1 }
  },
})
