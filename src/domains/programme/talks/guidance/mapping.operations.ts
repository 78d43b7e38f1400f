import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { serverLocales } from '#platform/texts.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { MappingContent, OwnMapping, SendMappingInput, WriteMappingInput } from './guidance.schema.ts'
import { loadGuidance } from './load-guidance.ts'
import { gatherMapping, loadPaper, writeParts } from './load-mapping.ts'
import { mayRewrite, maySend } from './mapping.core.ts'

const permission = 'programme.write' as const
const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Makes the mapping for career guidance from what is known today, or makes a draft anew. Nothing is asked for again. */
export const writeMapping = operation({
  permission, input: WriteMappingInput, output: Saved, subjects,
  async run(context, { id, personId, version }) {
    const { tx, today } = context
    const content = await gatherMapping(tx, personId)
    if (version !== undefined) {
      refuseIf(mayRewrite(await loadPaper(tx, id)))
      return { id, personId, version: await saveVersioned(context, 'mappingPaper', { id, version, personId }, { content, madeOn: today, madeBy: context.actor.id }) }
    }
    const { count } = await tx.selectFrom('mappingPaper').select((eb) => eb.fn.countAll().as('count')).where('personId', '=', personId).executeTakeFirstOrThrow()
    await tx.insertInto('mappingPaper').values({ id, personId, number: Number(count) + 1, content: JSON.stringify(content), madeOn: today }).execute()
    return { id, personId, version: 1 }
  },
})

/** Notes that the mapping was sent along, after she was told what is in it: when, how and to whom. The paper stays as it was. */
export const sendMapping = operation({
  permission, input: SendMappingInput, output: Saved, subjects,
  async run(context, { id, version, ...sent }) {
    const paper = await loadPaper(context.tx, id)
    const step = await loadGuidance(context.tx, paper.personId)
    refuseIf(maySend(sent, { paper, receiver: step?.receiver ?? null, referredOn: step?.orderedOn ?? null, today: context.today }))
    return { id, personId: paper.personId, version: await saveVersioned(context, 'mappingPaper', { id, version }, { ...sent, receiver: step?.receiver ?? null, sentBy: context.actor.id }) }
  },
})

/** What is sent along about the one signed in: she sees it before and after. What colleagues wrote stays Norwegian. */
export const listMyMappings = operation({
  permission: 'own.read', reads: true, input: z.object({ locale: z.enum(serverLocales) }), output: z.object({ personId: Id, mappings: z.array(OwnMapping) }), subjects: (_, { personId }) => [personId],
  async run({ tx, actor }, { locale }) {
    const personId = found(actor.personId)
    const rows = await tx.selectFrom('mappingPaper').select(['id', 'number', 'madeOn', 'content', 'receiver', 'sentOn']).where('personId', '=', personId).orderBy('madeOn', 'desc').orderBy('number', 'desc').execute()
    const words = locale === 'en' || locale === 'nn' ? locale : 'nb'
    return { personId, mappings: rows.map(({ content, ...row }) => { const read = MappingContent.parse(content); return { ...row, parts: writeParts(read, words), leftOut: read.leftOut } }) }
  },
})
