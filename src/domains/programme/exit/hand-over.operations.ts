import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { queueMessage } from '#domains/notifications/index.ts'
import { gatherContent } from './hand-over-content.ts'
import * as core from './hand-over.core.ts'
import { ConfirmHandOverInput, HandOver, SendHandOverInput, WriteHandOverInput } from './hand-over.schema.ts'
import { findHandOver, loadHandOversOf, loadReceived } from './load-hand-overs.ts'

const permission = 'programme.handOver' as const
const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
const handOverFor = async ({ tx, actor }: Context, id: string) => found(await findHandOver(tx, id, actor.permissions))

/** Colleagues who may receive: those whose role lets them. */
const receivers = async ({ tx }: Context) => (await tx.selectFrom('account').select(['id', 'name', 'roles']).where('isActive', '=', true).where('personId', 'is', null).orderBy('name').execute())
  .filter(({ roles }) => roles.includes('nav_adviser'))

/** Her hand-overs, and to whom one can be addressed. */
export const listHandOvers = operation({
  permission, reads: true, input: z.object({ personId: Id }), subjects,
  output: z.object({ personId: Id, handOvers: z.array(HandOver), receivers: z.array(z.object({ id: Id, name: z.string() })) }),
  async run(context, { personId }) {
    found(await context.tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const handOvers = await loadHandOversOf(context.tx, personId, context.actor.permissions)
    return { personId, handOvers, receivers: (await receivers(context)).map(({ id, name }) => ({ id, name })) }
  },
})

/** Writes the note, with what is known today beside it. A draft is written anew as often as one likes. */
export const writeHandOver = operation({
  permission, input: WriteHandOverInput, output: Saved, subjects,
  async run(context, { id, personId, version, ...note }) {
    const { tx, today } = context
    const before = await findHandOver(tx, id, context.actor.permissions)
    const known = note.receiverAccountId === null || (await receivers(context)).some((one) => one.id === note.receiverAccountId)
    refuseIf([...core.mayWrite(before), ...check(known, { code: 'handOver.noReceiver', path: 'receiverAccountId' })])
    const { content, participationId } = await gatherContent(tx, personId, today)
    const values = { ...note, content: JSON.stringify(content), writtenOn: today }
    if (version !== undefined) return { id, personId, version: await saveVersioned(context, 'handOver', { id, version, personId }, values) }
    await tx.insertInto('handOver').values({ id, personId, participationId, ...values }).execute()
    return { id, personId, version: 1 }
  },
})

/** Sends it: from now the named receiver sees it, and is told that something waits. Her name stays in Fotfeste. */
export const sendHandOver = operation({
  permission, input: SendHandOverInput, output: Saved, subjects,
  async run(context, { id, version, shownToPersonOn, personComment }) {
    const { tx, now, today } = context
    const before = await handOverFor(context, id)
    refuseIf(core.maySend({ shownToPersonOn, personComment }, before, today))
    const saved = await saveVersioned(context, 'handOver', { id, version }, { shownToPersonOn, personComment, sentAt: instantOf(now) })
    const receiver = before.receiverAccountId === null ? undefined : await tx.selectFrom('account').select(['id', 'email', 'locale']).where('id', '=', before.receiverAccountId).executeTakeFirst()
    if (receiver) await queueMessage(tx, { key: `hand_over:${id}`, to: receiver.email, accountId: receiver.id, locale: receiver.locale, template: 'hand_over_waits', params: { link: '/hand-overs' } })
    return { id, personId: before.personId, version: saved }
  },
})

async function confirm(context: Context, { id, version, caseNumber, caseWorker }: z.output<typeof ConfirmHandOverInput>) {
  const before = await handOverFor(context, id)
  refuseIf(core.mayConfirm(before))
  const saved = await saveVersioned(context, 'handOver', { id, version }, { caseNumber, caseWorker, confirmedAt: instantOf(context.now) })
  return { id, personId: before.personId, version: saved }
}

/** The adviser notes the case number she was told (TRN-03). */
export const noteHandOverCase = operation({ permission, input: ConfirmHandOverInput, output: Saved, subjects, run: confirm })

/** The receiver says that there is a case, and who has it. */
export const confirmHandOver = operation({ permission: 'programme.receive', input: ConfirmHandOverInput, output: Saved, subjects, run: confirm })

/** What has been handed over to the one who asks. */
export const listReceivedHandOvers = operation({
  permission: 'programme.receive', reads: true, input: z.object({}), output: z.object({ handOvers: z.array(HandOver) }),
  subjects: (_, { handOvers }) => handOvers.map(({ personId }) => personId),
  run: async ({ tx, actor }) => ({ handOvers: await loadReceived(tx, actor.id, actor.permissions) }),
})

/** What was handed over about the one signed in: her own copy. */
export const listMyHandOvers = operation({
  permission: 'own.read', reads: true, input: z.object({}), subjects: (_, { handOvers }) => handOvers.map(({ personId }) => personId),
  output: z.object({ handOvers: z.array(HandOver.omit({ actions: true, receiverAccountId: true })) }),
  run: async ({ tx, actor }) => ({ handOvers: (await loadHandOversOf(tx, found(actor.personId), [])).filter(({ state }) => state !== 'draft') }),
})
