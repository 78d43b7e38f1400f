import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import { loadPersonFacts } from '../known/load-facts.ts'
import type { KnownLocale } from '../known/words.ts'
import { knownWords } from '../known/words.ts'
import { writeFacts } from '../known/write-facts.ts'
import type { MappingContent } from './guidance.schema.ts'
import { MAPPING_PARTS, MappingContent as Content, MappingPaper } from './guidance.schema.ts'
import { mappingOf } from './mapping.core.ts'

/** Everything that would be sent along today. NotFound where she is hidden. */
export async function gatherMapping(tx: Tx, personId: string): Promise<MappingContent> {
  const her = found(await tx.selectFrom('person').select(['givenName', 'familyName', 'birthDate', 'phone', 'email', 'addressProtection']).where('id', '=', personId).executeTakeFirst())
  return Content.parse(mappingOf({ ...her, name: `${her.givenName} ${her.familyName}` }, await loadPersonFacts(tx, personId)))
}

/** The parts of a mapping in words; empty ones are left out. */
export const writeParts = ({ facts }: MappingContent, locale: KnownLocale): MappingPaper['parts'] => {
  const written = writeFacts(facts, knownWords(locale))
  return MAPPING_PARTS.flatMap((part) => (written[part].length === 0 ? [] : [{ part, lines: written[part] }]))
}

const columns = ['m.id', 'm.personId', 'm.version', 'm.number', 'm.content', 'm.madeOn', 'm.informedOn', 'm.informedHow', 'm.remark', 'm.receiver', 'm.sentOn', 'm.sentHow'] as const
const rows = (tx: Tx) => tx.selectFrom('mappingPaper as m').leftJoin('account as maker', (join) => join.onRef('maker.municipalityId', '=', 'm.municipalityId').onRef('maker.id', '=', 'm.madeBy'))
  .leftJoin('account as sender', (join) => join.onRef('sender.municipalityId', '=', 'm.municipalityId').onRef('sender.id', '=', 'm.sentBy')).select([...columns, 'maker.name as madeBy', 'sender.name as sentBy'])

/** Her papers, newest first, and whether what is known has changed since. */
export async function loadPapers(tx: Tx, personId: string, locale: KnownLocale): Promise<MappingPaper[]> {
  const now = JSON.stringify(await gatherMapping(tx, personId))
  return (await rows(tx).where('m.personId', '=', personId).orderBy('m.madeOn', 'desc').orderBy('m.number', 'desc').execute()).map((row) => {
    const content = Content.parse(row.content)
    return MappingPaper.parse({ ...row, parts: writeParts(content, locale), leftOut: content.leftOut, isOutdated: JSON.stringify(content) !== now })
  })
}

/** One paper with its content as it was; NotFound where it is hidden. */
export async function loadPaper(tx: Tx, id: string) {
  const row = found(await rows(tx).where('m.id', '=', id).executeTakeFirst())
  return { ...row, content: Content.parse(row.content) }
}
