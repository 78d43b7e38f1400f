import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import type { HandOverContent } from './hand-over.schema.ts'
import { lastDayOf } from './last-day.ts'
import { findNewestParticipation } from './load-exit.ts'

async function competenceOf(tx: Tx, personId: string) {
  const languages = await sql<HandOverContent['languages'][number]>`select distinct on (language, skill) language, skill, level, evidence, assessed_on as "on" from language_level
    where person_id = ${personId} order by language, skill, assessed_on desc nulls last`.execute(tx)
  const education = await tx.selectFrom('education').select(['level', 'field', 'country', 'toYear', 'isCompleted', 'recognition']).where('personId', '=', personId).orderBy('toYear', 'desc').execute()
  const work = await tx.selectFrom('workExperience').select(['title', 'employerName as employer', 'country', 'fromYear', 'toYear']).where('personId', '=', personId).orderBy('fromYear', 'desc').execute()
  const certificates = await tx.selectFrom('certificate').select('name').where('personId', '=', personId).orderBy('name').execute()
  const wishes = await tx.selectFrom('wish').select('wording').where('personId', '=', personId).orderBy('rank').execute()
  const skills = await tx.selectFrom('skill').select(['name', 'evidence']).where('personId', '=', personId).orderBy('name').execute()
  return { languages: languages.rows, education, work, certificates: certificates.map(({ name }) => name), wishes: wishes.map(({ wording }) => wording), skills }
}

const placementsOf = (tx: Tx, personId: string) => tx.selectFrom('agreement').innerJoin('employer', (join) => join
  .onRef('employer.municipalityId', '=', 'agreement.municipalityId').onRef('employer.id', '=', 'agreement.employerId'))
  .select(['employer.name as employer', 'agreement.kind', 'agreement.fromDate', 'agreement.toDate', 'agreement.outcome', 'agreement.notHiredReason'])
  .where('agreement.personId', '=', personId).where('agreement.cancelledAt', 'is', null).orderBy('agreement.fromDate', 'desc').execute()

/** Everything the receiver would otherwise ask her anew, as it stands now. Nothing of health, numbers or economy. */
export async function gatherContent(tx: Tx, personId: string, today: PlainDate): Promise<{ content: HandOverContent; participationId: string | null }> {
  const person = found(await tx.selectFrom('person').select(['givenName', 'familyName', 'birthDate', 'interpreterLanguage']).where('id', '=', personId).executeTakeFirst())
  const participation = await findNewestParticipation(tx, personId)
  const programme = participation === undefined ? null
    : { startsOn: participation.startsOn, lastDay: await lastDayOf(tx, participation, today), endedOn: participation.endedOn, finalGoal: participation.finalGoal }
  return { participationId: participation?.id ?? null, content: {
    name: `${person.givenName} ${person.familyName}`, birthDate: person.birthDate, interpreterLanguage: person.interpreterLanguage, programme, ...await competenceOf(tx, personId), placements: await placementsOf(tx, personId) } }
}
