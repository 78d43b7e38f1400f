import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { findOpening } from '../load-openings.ts'
import { EmployerProfile } from '../presentation.schema.ts'
import { answeredOf, loadFromNeighbours } from './load-from-neighbours.ts'
import * as core from './sharing.core.ts'
import type { FromNeighbour } from './sharing.schema.ts'
import { AnswerNeighbourInput, FromNeighbour as Shape, NeighbourProfile, ReadFromNeighbourInput, SeatInput, Settled } from './sharing.schema.ts'

const permission = 'matching.present' as const
/** Her id never comes here: what is read of her is written into the log of her own municipality, by the database itself. */
const subjects = (): string[] => []

/** Whom neighbours have put forward for our places: how many, from where, and what waits for an answer. */
export const listFromNeighbours = operation({
  permission: 'matching.read', reads: true, input: z.object({}), output: z.object({ rows: z.array(Shape) }), subjects,
  async run(context) { return { rows: await loadFromNeighbours(context) } },
})

const oneOf = async (context: Context, id: string): Promise<FromNeighbour> => found((await loadFromNeighbours(context, { id })).find(({ isShown }) => isShown))

type Read = { profile: unknown; contactName: string | null; contactEmail: string | null }

/** What she said yes to showing us. Not a reading in the sense of the pipeline: it writes the entry that tells her of it. */
export const readFromNeighbour = operation({
  permission, input: ReadFromNeighbourInput, output: NeighbourProfile, subjects,
  async run(context, { id }) {
    const one = await oneOf(context, id)
    const { rows: [read] } = await sql<Read>`select * from app.read_put_forward(${id})`.execute(context.tx)
    const { profile, contactName, contactEmail } = found(read)
    return { ...one, profile: EmployerProfile.parse(profile), contactName, contactEmail }
  },
})

export const answerNeighbour = operation({
  permission, input: AnswerNeighbourInput, output: Settled, subjects,
  async run(context, { id, version, putForwardId, answer, reason = null }) {
    const { openingId, fromName, ...one } = await oneOf(context, putForwardId)
    refuseIf(core.mayAnswer(answeredOf(one), answer, reason))
    const values = { answer, reason, answeredOn: context.today, answeredBy: context.actor.id }
    if (version !== undefined && one.answer?.id === id) return { id, version: await saveVersioned(context, 'neighbourAnswer', { id, version }, values) }
    await context.tx.insertInto('neighbourAnswer').values({ id, putForwardId, openingId, fromName, ...values }).execute()
    return { id, version: 1 }
  },
})

/** An answer of ours, while what it is about is shown to us. */
async function answered(context: Context, id: string): Promise<FromNeighbour> {
  const { putForwardId } = found(await context.tx.selectFrom('neighbourAnswer').select('putForwardId').where('id', '=', id).executeTakeFirst())
  return oneOf(context, putForwardId)
}

/** Confirms the seat: from now on it is taken, for us and for every neighbour. */
export const confirmSeat = operation({
  permission, input: SeatInput, output: Settled, subjects,
  async run(context, { id, version }) {
    const one = await answered(context, id)
    // two seats confirmed at once for the last chair: the second waits here for the first
    await context.tx.selectFrom('opening').select('id').where('id', '=', one.openingId).forUpdate().execute()
    const { card } = found(await findOpening(context, one.openingId))
    refuseIf(core.mayConfirm(answeredOf(one), card.freeSeats))
    return { id, version: await saveVersioned(context, 'neighbourAnswer', { id, version }, { confirmedOn: context.today, confirmedBy: context.actor.id }) }
  },
})

/** The stay is over, or came to nothing: the seat is free. Possible also when nothing more is shown. */
export const endSeat = operation({
  permission, input: SeatInput, output: Settled, subjects,
  async run(context, { id, version }) {
    const row = found(await context.tx.selectFrom('neighbourAnswer').select(['answer', 'confirmedOn', 'endedOn']).where('id', '=', id).executeTakeFirst())
    refuseIf(core.mayEndSeat({ withdrawnOn: null, ...row }))
    return { id, version: await saveVersioned(context, 'neighbourAnswer', { id, version }, { endedOn: context.today }) }
  },
})
