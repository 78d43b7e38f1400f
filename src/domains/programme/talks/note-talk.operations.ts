import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { PlainDate } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { loadOpenPlan } from '../plan/load-plan.ts'
import { maySaveStep } from '../plan/steps.core.ts'
import { SaveStepInput } from '../plan/steps.schema.ts'
import { loadSettings, loadSteps } from '../plan/steps.operations.ts'
import type { LoadedTalk } from './load-talk.ts'
import { loadTalk } from './load-talk.ts'
import { mayClose, mayNote, mayOpen, stepOf } from './talk.core.ts'
import type { CloseTalkInput, NoteTalkInput } from './talk.schema.ts'
import { CloseTalkInput as Close, NoteTalkInput as Note } from './talk.schema.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** A talk that is not the actor's to read is to her no more than none. */
async function openTalk({ tx, today, actor }: Context, id: string): Promise<LoadedTalk> {
  const talk = await loadTalk(tx, id, today)
  if (!mayOpen(talk.kind, actor.permissions)) throw new NotFound()
  return talk
}

/** The agreed steps as they are now. A step of another talk is not taken over. */
async function writeSteps({ tx }: Context, { id: talkId, personId }: LoadedTalk, steps: NoteTalkInput['steps']): Promise<void> {
  const kept = steps.map(({ id }) => id)
  const foreign = kept.length === 0 ? [] : await tx.selectFrom('agreedStep').select('id').where('id', 'in', kept).where('talkId', '<>', talkId).execute()
  if (foreign.length > 0) throw new Refused({ code: 'talk.saidTwice', path: 'steps' })
  const gone = tx.deleteFrom('agreedStep').where('talkId', '=', talkId)
  await (kept.length > 0 ? gone.where('id', 'not in', kept) : gone).execute()
  for (const [place, { id, ...values }] of steps.entries()) {
    await tx.insertInto('agreedStep').values({ id, talkId, personId, place, ...values }).onConflict((conflict) => conflict.constraint('agreed_step_pkey').doUpdateSet({ ...values, place })).execute()
  }
}

/** Keeps what is said as it is typed: as often as one likes, until the talk is closed. Teachers note the three-part talk. */
export const noteTalk = operation({
  permission: 'programme.teach', input: Note, output: Saved, subjects,
  async run(context, { id, version, steps, ...said }) {
    const talk = await openTalk(context, id)
    refuseIf(mayNote({ answers: said.answers, steps }, talk))
    const saved = await saveVersioned(context, 'talk', { id, version }, said)
    await writeSteps(context, talk, steps)
    return { id, personId: talk.personId, version: saved }
  },
})

/** The step of the path is done on the day of the talk, unless it was done before; out of order only with the reason. */
async function settleStep(context: Context, { kind, personId, place }: LoadedTalk, { heldOn, deviation }: CloseTalkInput): Promise<void> {
  const { tx, today } = context
  const stepKind = stepOf[kind]
  const stored = await loadSteps(tx, personId)
  const step = stored.find((one) => one.kind === stepKind)
  if (stepKind === null || (step !== undefined && step.doneOn !== null)) return
  const values = SaveStepInput.parse({ ...step, id: step?.id ?? randomUUID(), personId, kind: stepKind, version: step?.version ?? undefined, doneOn: heldOn, doneWith: step?.doneWith ?? place, deviation: deviation ?? step?.deviation ?? null })
  refuseIf(maySaveStep(values, (await loadSettings(tx)).own.qualificationSteps, stored, today))
  const { id, version, ...rest } = values
  if (version === undefined) await tx.insertInto('qualificationStep').values({ id, ...rest }).execute()
  else await saveVersioned(context, 'qualificationStep', { id, version, personId }, { doneOn: rest.doneOn, doneWith: rest.doneWith, deviation: rest.deviation })
}

/** Her own words go where they are answered and follow the plan: the same id, once. */
async function keepWords({ tx }: Context, { id, personId, ownWords, ownWordsLanguage, takesPart, interpreterLanguage }: LoadedTalk, heldOn: PlainDate): Promise<void> {
  if (ownWords === null) return
  const plan = await loadOpenPlan(tx, personId)
  await tx.insertInto('planWords').values({ id, personId, planId: plan?.id ?? null, saidOn: heldOn, how: takesPart.includes('interpreter') ? 'meeting_with_interpreter' : 'meeting', language: ownWordsLanguage ?? interpreterLanguage, words: ownWords }).execute()
}

/** Closes a talk that was held: the minutes stay, the path goes on, and she reads what was agreed. */
export const closeTalk = operation({
  permission: 'programme.write', input: Close, output: Saved, subjects,
  async run(context, input) {
    const talk = await openTalk(context, input.id)
    refuseIf(mayClose({ state: talk.state, heldOn: input.heldOn, today: context.today }))
    await settleStep(context, talk, input)
    const version = await saveVersioned(context, 'talk', { id: input.id, version: input.version }, { heldOn: input.heldOn, closedBy: context.actor.id })
    await keepWords(context, talk, input.heldOn)
    return { id: input.id, personId: talk.personId, version }
  },
})

/** Notes that what was agreed is done; without a day it is open again. */
export const settleAgreedStep = operation({
  permission: 'programme.write', input: z.object({ id: Id, version: z.int(), doneOn: PlainDate.nullable() }), output: Saved, subjects,
  async run(context, { id, version, doneOn }) {
    const { personId } = found(await context.tx.selectFrom('agreedStep').select('personId').where('id', '=', id).executeTakeFirst())
    refuseIf(check(doneOn === null || doneOn <= context.today, { code: 'talk.doneInFuture', path: 'doneOn' }))
    return { id, personId, version: await saveVersioned(context, 'agreedStep', { id, version }, { doneOn }) }
  },
})
