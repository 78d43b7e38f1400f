import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { openBooking } from './book.operations.ts'
import { mayConfirm } from './booking.core.ts'
import { ConfirmInput, NotHadInput, RecordInput } from './booking.schema.ts'
import { loadUnwanted } from './load-questions.ts'
import { mayRecord } from './record.core.ts'

const permission = 'people.read' as const
const Saved = z.object({ id: Id, version: z.int(), personIds: z.array(Id) })
const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds

/** Who comes, as the service answered: refused where she has said that it shall not be this one. */
export const confirmInterpreter = operation({
  permission, input: ConfirmInput, output: Saved, subjects,
  async run(context, { id, version, ...answer }) {
    const { row, personIds } = await openBooking(context, id, 'confirm')
    refuseIf(mayConfirm(answer, { state: row.state, unwanted: (await loadUnwanted(context, personIds)).map(({ name }) => name) }))
    return { id, personIds, version: await saveVersioned(context, 'interpreterBooking', { id, version }, { ...answer, confirmedAt: instantOf(context.now) }) }
  },
})

/** None could be had, and what is done about it. */
export const noteNotHad = operation({
  permission, input: NotHadInput, output: Saved, subjects,
  async run(context, { id, version, nextStep }) {
    const { personIds } = await openBooking(context, id, 'notHad')
    const none = { notHadAt: instantOf(context.now), nextStep, confirmedAt: null, interpreterName: null, interpreterNumber: null, category: null }
    return { id, personIds, version: await saveVersioned(context, 'interpreterBooking', { id, version }, none) }
  },
})

/** Those of the questions that are hers and wait still are answered now; the others wait for the next slot. */
async function answerQuestions({ tx, today }: Context, bookingId: string, answered: readonly string[], personIds: readonly string[]): Promise<void> {
  if (answered.length === 0 || personIds.length === 0) return
  await tx.updateTable('interpreterQuestion').set((eb) => ({ answeredOn: today, bookingId, version: eb('version', '+', 1) })).where('id', 'in', [...answered]).where('personId', 'in', [...personIds]).where('answeredOn', 'is', null).execute()
}

/** How it went: who interpreted, why if it was not a qualified interpreter, and which questions were answered. */
export const recordMeeting = operation({
  permission, input: RecordInput, output: Saved, subjects,
  async run(context, { id, version, answered, ...held }) {
    const { row, stored, personIds } = await openBooking(context, id, 'record')
    refuseIf([...mayRecord({ ...held, answered }, stored, context.today), ...check(held.interpretedBy !== 'qualified' || row.state === 'confirmed' || row.state === 'asked', { code: 'interpreters.noneConfirmed', path: 'interpretedBy' })])
    const next = await saveVersioned(context, 'interpreterBooking', { id, version }, { ...held, outcomeOn: context.today })
    await answerQuestions(context, id, answered, personIds)
    return { id, personIds, version: next }
  },
})
