import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { complaintState, mayDecideComplaint, mayReceive } from './complaint.core.ts'
import { DecideComplaintInput, NoteHigherInput, ReceiveComplaintInput } from './complaint.schema.ts'
import { loadComplaints } from './load-complaints.ts'
import { loadDecision } from './load-decisions.ts'

const permission = 'programme.decide' as const
const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Takes in a complaint (klage). One that came too late is taken in as well, and says so. */
export const receiveComplaint = operation({
  permission, input: ReceiveComplaintInput, output: Saved.extend({ inTime: z.boolean().nullable() }), subjects,
  async run({ tx, today }, input) {
    const { row, personId } = await loadDecision(tx, input.decisionId)
    const [grounds, { id, ...values }] = [await loadGrounds(tx), input]
    const earlier = await loadComplaints(tx, [row], grounds)
    refuseIf(mayReceive(input, { ...row, hasOpenComplaint: earlier.some(({ state }) => state !== 'closed') }, today))
    await tx.insertInto('programmeComplaint').values({ id, personId, ...values }).execute()
    const taken = (await loadComplaints(tx, [row], grounds)).find((one) => one.id === id)
    return { id, version: 1, personId, inTime: taken?.inTime ?? null }
  },
})

async function openComplaint({ tx }: Context, id: string) {
  const { personId, decisionId } = found(await tx.selectFrom('programmeComplaint').select(['personId', 'decisionId']).where('id', '=', id).executeTakeFirst())
  const { row } = await loadDecision(tx, decisionId)
  return { personId, complaint: found((await loadComplaints(tx, [row], await loadGrounds(tx))).find((one) => one.id === id)) }
}

/** What the municipality makes of a complaint. What is upheld goes on to statsforvalteren; a change is a new decision that replaces the old one. */
export const decideComplaint = operation({
  permission, input: DecideComplaintInput, output: Saved, subjects,
  async run(context, input) {
    const { personId, complaint } = await openComplaint(context, input.id)
    const newer = input.newDecisionId === null ? null : { replacesId: (await loadDecision(context.tx, input.newDecisionId)).row.replaces?.id ?? null }
    refuseIf(mayDecideComplaint(input, complaint, newer, context.today))
    const { id, version, outcome, outcomeOn, grounds, newDecisionId } = input
    return { id, personId, version: await saveVersioned(context, 'programmeComplaint', { id, version }, { outcome, outcomeOn, outcomeGrounds: grounds, outcomeBy: context.actor.id, newDecisionId }) }
  },
})

/** What statsforvalteren did with a complaint that was sent on. */
export const noteHigherOutcome = operation({
  permission, input: NoteHigherInput, output: Saved, subjects,
  async run(context, { id, version, outcome, on, note }) {
    const { personId, complaint } = await openComplaint(context, id)
    refuseIf([
      ...check(complaintState(complaint) === 'at_higher', { code: 'complaint.notAtHigher' }),
      ...check(on <= context.today, { code: 'decision.inFuture', path: 'on' }), ...check(complaint.outcomeOn === null || on >= complaint.outcomeOn, { code: 'complaint.higherBeforeOutcome', path: 'on' }),
    ])
    return { id, personId, version: await saveVersioned(context, 'programmeComplaint', { id, version }, { higherOutcome: outcome, higherOn: on, higherNote: note }) }
  },
})
