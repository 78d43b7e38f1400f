import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { check } from '#shared/decision.ts'
import { loadParticipation } from '../load-exit.ts'
import { findHandOver } from '../load-hand-overs.ts'
import type { ExitPaper } from './paper.schema.ts'
import { CertificateInput, HandOverPaperInput } from './paper.schema.ts'
import { writeCertificate, writeHandOverPaper } from './write-paper.ts'

const template = readFileSync(new URL('exit-paper.typ', import.meta.url), 'utf8')
const output = FileOutput.extend({ personId: z.uuid() })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** PDF/A for the archive. Where there is no type setter the answer says so. */
function set(paper: ExitPaper): Uint8Array<ArrayBuffer> {
  try {
    return setPdf(template, paper, 'a-2a')
  } catch (error) {
    if (error instanceof NoTypst) throw new Refused({ code: 'exit.noTypesetter' })
    throw error
  }
}

const municipalityName = async ({ tx }: Context): Promise<string> => (await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()).name

/** What she took part in between two days, with the hours that were registered. Health is not on it. */
const elementsOf = async ({ tx }: Context, personId: string, from: string, to: string) => (await sql<{ kind: string; title: string | null; hours: number | null }>`
  select v.kind, v.title, round((sum(t.present_minutes) / 60.0)::numeric, 0)::int as hours from activity_participant p join activity v on v.municipality_id = p.municipality_id and v.id = p.activity_id
    left join attendance t on t.municipality_id = v.municipality_id and t.activity_id = v.id and t.person_id = p.person_id and t.on_day between ${from} and ${to}
      and not exists (select from attendance c where c.municipality_id = t.municipality_id and c.corrects_id = t.id)
  where p.person_id = ${personId} and v.kind <> 'health' and p.from_date <= ${to} group by v.id, v.kind, v.title order by v.kind, v.title`.execute(tx)).rows

/** The certificate for a programme that has ended, completed or broken off (IL § 18 a). */
export const getCertificate = operation({
  permission: 'programme.handOver', reads: true, input: CertificateInput, output, subjects,
  async run(context, { participationId, locale }) {
    const { tx, today } = context
    const { personId, startsOn, endedOn, endReason, endActivity, finalGoal } = await loadParticipation(tx, participationId)
    refuseIf(check(endedOn !== null, { code: 'exit.notEnded' }))
    const person = found(await tx.selectFrom('person').select(['givenName', 'familyName', 'birthDate']).where('id', '=', personId).executeTakeFirst())
    const norwegian = await tx.selectFrom('languageLevel').select(['skill', 'level']).where('personId', '=', personId).where('language', '=', 'no').where('evidence', '=', 'tested').orderBy('skill').execute()
    const paper = writeCertificate({ person: `${person.givenName} ${person.familyName}`, birthDate: person.birthDate, municipality: await municipalityName(context), madeOn: today, startsOn, endedOn: endedOn ?? today, finalGoal,
      endReason: endReason ?? 'other', endActivity, elements: await elementsOf(context, personId, startsOn, endedOn ?? today), norwegian }, locale)
    return { personId, fileName: `deltakerbevis-${locale}.pdf`, contentType: 'application/pdf', bytes: set(paper) }
  },
})

/** The hand-over note as paper, for a receiver without an account here. */
export const getHandOverPaper = operation({
  permission: 'programme.handOver', reads: true, input: HandOverPaperInput, output, subjects,
  async run(context, { id, locale }) {
    const handOver = found(await findHandOver(context.tx, id, context.actor.permissions))
    return { personId: handOver.personId, fileName: `overforing-${locale}.pdf`, contentType: 'application/pdf', bytes: set(writeHandOverPaper(handOver, await municipalityName(context), locale)) }
  },
})
