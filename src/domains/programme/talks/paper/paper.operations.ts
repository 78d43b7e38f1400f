import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused, found } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { paperLocale } from '../../decision/paper-locale.ts'
import { loadGuidance } from '../guidance/load-guidance.ts'
import { loadPaper } from '../guidance/load-mapping.ts'
import { loadKnown } from '../known/load-known.ts'
import { loadTalk, loadTalks } from '../load-talk.ts'
import { mayOpen } from '../talk.core.ts'
import type { TalkPaper } from './paper.schema.ts'
import { MappingPaperInput, TalkPaperInput } from './paper.schema.ts'
import { writeMappingPaper } from './write-mapping.ts'
import { writeTalk } from './write-talk.ts'

const template = readFileSync(new URL('talk-paper.typ', import.meta.url), 'utf8')
const output = FileOutput.extend({ personId: z.uuid() })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** PDF/A for the archive. Where there is no type setter the answer says so. */
function set(paper: TalkPaper): Uint8Array<ArrayBuffer> {
  try {
    return setPdf(template, paper, 'a-2a')
  } catch (error) {
    if (error instanceof NoTypst) throw new Refused({ code: 'talk.noTypesetter' })
    throw error
  }
}

const municipalityName = async ({ tx }: Context): Promise<string> => (await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()).name
const personOf = async ({ tx }: Context, id: string) => found(await tx.selectFrom('person').select(['givenName', 'familyName', 'contactLocale', 'adviserId']).where('id', '=', id).executeTakeFirst())

/** A talk on paper: the sheet for the meeting in two languages, or the minutes. */
export const getTalkPaper = operation({
  permission: 'programme.read', reads: true, input: TalkPaperInput, output, subjects,
  async run(context, { talkId, what, locale }) {
    const { tx, actor, today } = context
    const talk = await loadTalk(tx, talkId, today)
    if (!mayOpen(talk.kind, actor.permissions)) throw new NotFound()
    const person = await personOf(context, talk.personId)
    const norwegian = locale === 'nb' || locale === 'nn' ? locale : await paperLocale(tx, person.contactLocale)
    const held = (await loadTalks(tx, talk.personId, today)).filter(({ id, state }) => state === 'held' && id !== talkId)
    const known = await loadKnown(context, talk.personId, talk.points, held, norwegian)
    const paper = writeTalk({ talk, known, person: `${person.givenName} ${person.familyName}`, municipality: await municipalityName(context), madeOn: talk.heldOn ?? today }, what, norwegian, locale)
    return { personId: talk.personId, fileName: `samtale-${what}-${locale}.pdf`, contentType: 'application/pdf', bytes: set(paper) }
  },
})

/** The mapping for career guidance on paper, as it was made: to show her, and to send along. */
export const getMappingPaper = operation({
  permission: 'programme.write', reads: true, input: MappingPaperInput, output, subjects,
  async run(context, { id, locale }) {
    const { tx } = context
    const { personId, content, number, madeOn, informedOn, receiver } = await loadPaper(tx, id)
    const { adviserId } = await personOf(context, personId)
    const adviser = adviserId === null ? undefined : await tx.selectFrom('account').select(['name', 'email']).where('id', '=', adviserId).executeTakeFirst()
    const to = receiver ?? (await loadGuidance(tx, personId))?.receiver ?? null
    const paper = writeMappingPaper({ content, number, madeOn, informedOn, receiver: to, adviser: adviser ?? null, municipality: await municipalityName(context) }, locale)
    return { personId, fileName: `kartlegging-${number}-${locale}.pdf`, contentType: 'application/pdf', bytes: set(paper) }
  },
})
