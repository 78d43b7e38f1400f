import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { check } from '#shared/decision.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, Refused } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Saved } from './employer.schema.ts'
import { loadRequests } from './load-employer.ts'
import { crossPressure, joinRequests as mayJoin } from './request.core.ts'
import { AnswerRequestInput, JoinRequestsInput, NoteRequestInput, Pressure } from './request.schema.ts'

async function pressureOn(context: Context, employerId: string) {
  const { requestCap, fullUntil } = found(await context.tx.selectFrom('employer').select(['requestCap', 'fullUntil']).where('id', '=', employerId).executeTakeFirst())
  return crossPressure(await loadRequests(context, employerId), requestCap, fullUntil, context.today)
}

export const getPressure = operation({
  permission: 'employers.read', reads: true, input: z.object({ employerId: Id }), output: Pressure, subjects: () => [],
  run: (context, { employerId }) => pressureOn(context, employerId),
})

export const noteRequest = operation({
  permission: 'employers.write', input: NoteRequestInput, output: Saved.extend({ /** As it was before this one. */ pressure: Pressure }), subjects: () => [],
  async run(context, { askedOn = context.today, ...request }) {
    refuseUnless(askedOn <= context.today, 'employers.askedInFuture', 'askedOn')
    const pressure = await pressureOn(context, request.employerId)
    await context.tx.insertInto('request').values({ ...request, askedOn }).execute()
    return { id: request.id, version: 1, pressure }
  },
})

export const answerRequest = operation({
  permission: 'employers.write', input: AnswerRequestInput, output: Saved, subjects: () => [],
  async run(context, { id, version, answer, note, answeredOn = context.today }) {
    const now = found(await context.tx.selectFrom('request').select(['answer', 'askedOn']).where('id', '=', id).executeTakeFirst())
    refuseUnless(now.answer !== 'joined', 'employers.answerJoined', 'answer')
    refuseUnless(answeredOn >= now.askedOn && answeredOn <= context.today, 'employers.answeredOn', 'answeredOn')
    const reopened = answer === 'open'
    return { id, version: await saveVersioned(context, 'request', { id, version }, { answer, answerNote: note, answeredOn: reopened ? null : answeredOn }) }
  },
})

export const joinRequests = operation({
  permission: 'employers.write', input: JoinRequestsInput, output: Saved, subjects: () => [],
  async run(context, { into, joined }) {
    const { tx, today } = context
    const rows = await tx.selectFrom('request').select(['id', 'employerId', 'answer', 'seats']).where('id', 'in', [into.id, ...joined.map(({ id }) => id)]).execute()
    const main = found(rows.find(({ id }) => id === into.id))
    const others = joined.map(({ id }) => found(rows.find((row) => row.id === id)))
    const refusals = mayJoin(main, others)
    if (refusals.length > 0) throw new Refused(...refusals)
    for (const one of joined) await saveVersioned(context, 'request', one, { answer: 'joined', joinedInto: into.id, answeredOn: today })
    const seats = [main, ...others].reduce((sum, row) => sum + row.seats, 0)
    return { id: into.id, version: await saveVersioned(context, 'request', into, { seats }) }
  },
})

function refuseUnless(holds: boolean, code: string, path: string): void {
  const refusals = check(holds, { code, path })
  if (refusals.length > 0) throw new Refused(...refusals)
}
