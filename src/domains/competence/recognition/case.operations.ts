import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { documentRefusals, inOrder, mayAdd, standingOf } from './recognition.core.ts'
import { AddStepInput, OpenCaseInput, SaveCaseInput, SaveDocumentInput, Step } from './recognition.schema.ts'
import { settleRecognition } from './settle.ts'

const permission = 'competence.write' as const
const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const Done = z.object({ id: Id, personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
/** The case, locked, so that two steps at once follow on each other. */
const caseOf = async ({ tx }: Context, id: string) => found(await tx.selectFrom('recognitionCase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
const stepsOf = async ({ tx }: Context, caseId: string) => (await tx.selectFrom('recognitionStep').select(['id', 'kind', 'onDay', 'dueOn', 'result', 'missing', 'note']).where('caseId', '=', caseId).execute()).map((one) => Step.parse(one))

/** The authority of this name in the municipality's list, added to it where it is new. */
async function authorityNamed({ tx }: Context, { authorityId, authorityName: name, scheme }: Pick<z.output<typeof OpenCaseInput>, 'authorityId' | 'authorityName' | 'scheme'>): Promise<string> {
  await tx.insertInto('recognitionAuthority').values({ id: authorityId, scheme, name }).onConflict((same) => same.constraint('recognition_authority_once').doNothing()).execute()
  return (await tx.selectFrom('recognitionAuthority').select('id').where('scheme', '=', scheme).where('name', '=', name).executeTakeFirstOrThrow()).id
}

export const openRecognition = operation({
  permission, input: OpenCaseInput, output: Saved, subjects,
  async run(context, { id, personId, educationId, profession, responsibleId, documents, ...authority }) {
    const { tx, today } = context
    found(await tx.selectFrom('education').select('id').where('id', '=', educationId).where('personId', '=', personId).executeTakeFirst())
    refuseIf([...check(authority.scheme !== 'profession' || profession !== null, { code: 'recognition.whichProfession', path: 'profession' }), ...documents.flatMap((one) => documentRefusals(one, today))])
    await tx.insertInto('recognitionCase').values({ id, personId, educationId, authorityId: await authorityNamed(context, authority), profession, responsibleId, openedOn: today }).execute()
    if (documents.length > 0) await tx.insertInto('recognitionDocument').values(documents.map((one) => ({ ...one, caseId: id, personId }))).execute()
    await settleRecognition(tx, educationId)
    return { id, personId, version: 1 }
  },
})

export const saveRecognition = operation({
  permission, input: SaveCaseInput, output: Saved, subjects,
  async run(context, { id, version, ...values }) {
    const { personId } = await caseOf(context, id)
    return { id, personId, version: await saveVersioned(context, 'recognitionCase', { id, version }, values) }
  },
})

/** Puts a paper on the list of what is asked for, or says what has become of it. */
export const saveRecognitionDocument = operation({
  permission, input: SaveDocumentInput, output: Saved, subjects,
  async run(context, { id, caseId, version, ...values }) {
    const { personId } = await caseOf(context, caseId)
    refuseIf(documentRefusals(values, context.today))
    if (version === undefined) {
      await context.tx.insertInto('recognitionDocument').values({ id, caseId, personId, ...values }).execute()
      return { id, personId, version: 1 }
    }
    found(await context.tx.selectFrom('recognitionDocument').select('id').where('id', '=', id).where('caseId', '=', caseId).executeTakeFirst())
    return { id, personId, version: await saveVersioned(context, 'recognitionDocument', { id, version, personId }, values) }
  },
})

export const removeRecognitionDocument = operation({
  permission, input: z.object({ id: Id, caseId: Id }), output: Done, subjects,
  async run(context, { id, caseId }) {
    const { personId } = await caseOf(context, caseId)
    const { numDeletedRows } = await context.tx.deleteFrom('recognitionDocument').where('id', '=', id).where('caseId', '=', caseId).executeTakeFirst()
    if (numDeletedRows === 0n) throw new NotFound()
    return { id, personId }
  },
})

/** Notes what happened. A full yes from the authority of a profession is also the paper she needs, under the step's own id. */
export const addRecognitionStep = operation({
  permission, input: AddStepInput, output: Done, subjects,
  async run(context, { caseId, caseNumber, ...step }) {
    const { tx, today } = context
    const one = await caseOf(context, caseId)
    const before = await stepsOf(context, caseId)
    const documents = await tx.selectFrom('recognitionDocument').select(['name', 'gatheredBy', 'hadOn', 'translation']).where('caseId', '=', caseId).execute()
    refuseIf(mayAdd(step, before, standingOf(before, documents, null, today), today))
    await tx.insertInto('recognitionStep').values({ ...step, caseId, personId: one.personId }).execute()
    if (caseNumber !== null) await saveVersioned(context, 'recognitionCase', { id: caseId, version: one.version }, { caseNumber })
    if (step.result === 'full' && one.profession !== null) await tx.insertInto('certificate').values({ id: step.id, personId: one.personId, kind: 'authorisation', name: one.profession, evidence: 'documented' }).execute()
    await settleRecognition(tx, one.educationId)
    return { id: step.id, personId: one.personId }
  },
})

/** Takes away a step entered by mistake, only the last: those before it are what it followed on. */
export const removeRecognitionStep = operation({
  permission, input: z.object({ id: Id, caseId: Id }), output: Done, subjects,
  async run(context, { id, caseId }) {
    const { tx } = context
    const { personId, educationId } = await caseOf(context, caseId)
    const steps = await stepsOf(context, caseId)
    found(steps.find((one) => one.id === id))
    refuseIf(check(inOrder(steps).at(-1)?.id === id, { code: 'recognition.onlyLast' }))
    await tx.deleteFrom('recognitionStep').where('id', '=', id).execute()
    await tx.deleteFrom('certificate').where('id', '=', id).where('personId', '=', personId).execute()
    await settleRecognition(tx, educationId)
    return { id, personId }
  },
})
