import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import { loadOpenPlan } from '../../plan/load-plan.ts'
import type { HomeFacts, PersonFacts } from './facts.schema.ts'

/** Her own words that are shown or sent along: the latest, since what she wanted long ago may not be what she wants. */
const NEWEST_WORDS = 3

async function loadCareer(tx: Tx, personId: string): Promise<Pick<PersonFacts, 'education' | 'work' | 'wishes'>> {
  const education = await tx.selectFrom('education').select(['level', 'field', 'country', 'fromYear', 'toYear', 'isCompleted', 'recognition', 'evidence']).where('personId', '=', personId).orderBy('toYear', 'desc').orderBy('id').execute()
  const named = (table: 'workExperience' | 'wish') => sql`left join occupation o on o.municipality_id = ${sql.ref(table === 'wish' ? 'wish.municipality_id' : 'work_experience.municipality_id')} and o.code = ${sql.ref(table === 'wish' ? 'wish.occupation_code' : 'work_experience.occupation_code')}`
  const work = await sql<PersonFacts['work'][number]>`select title, o.name as "occupationName", employer_name as employer, country, from_year as "fromYear", to_year as "toYear", months, evidence from work_experience ${named('workExperience')}
    where person_id = ${personId} order by to_year desc nulls last, work_experience.id`.execute(tx)
  const wishes = await sql<PersonFacts['wishes'][number]>`select wording, o.name as "occupationName" from wish ${named('wish')} where person_id = ${personId} order by rank, wish.id`.execute(tx)
  return { education, work: work.rows, wishes: wishes.rows }
}

async function loadPlanned(tx: Tx, personId: string): Promise<Pick<PersonFacts, 'goal' | 'words'>> {
  const plan = await loadOpenPlan(tx, personId)
  const words = await tx.selectFrom('planWords').select(['words', 'language', 'saidOn as on']).where('personId', '=', personId).orderBy('saidOn', 'desc').orderBy('id').limit(NEWEST_WORDS).execute()
  const goal = plan === undefined ? null : { finalGoal: plan.content.finalGoal, goalIs: plan.content.goalIs, occupationName: plan.content.occupationName, longTermGoals: plan.content.longTermGoals, on: plan.madeOn }
  return { words, goal }
}

/** What is kept of her already. NotFound where she is hidden. */
export async function loadPersonFacts(tx: Tx, personId: string): Promise<PersonFacts> {
  const person = found(await tx.selectFrom('person').select(['firstLanguage', 'interpreterLanguage']).where('id', '=', personId).executeTakeFirst())
  const languages = await sql<PersonFacts['languages'][number]>`select distinct on (language, skill) language, skill, level, evidence, assessed_on as "on", source from language_level
    where person_id = ${personId} order by language, skill, assessed_on desc nulls last`.execute(tx)
  const skills = await tx.selectFrom('skill').select(['name', 'evidence', 'knownOn as on', 'seenBy']).where('personId', '=', personId).orderBy('name').execute()
  const certificates = await tx.selectFrom('certificate').select(['kind', 'name', 'validUntil', 'evidence']).where('personId', '=', personId).orderBy('kind').orderBy('name').execute()
  const frame = await tx.selectFrom('practicalFrame').select(['hoursPerWeek', 'earliest', 'latest', 'weekdays', 'transport', 'travelMinutes']).where('personId', '=', personId).executeTakeFirst()
  return { ...person, languages: languages.rows, skills, certificates, frame: frame ?? null, ...await loadCareer(tx, personId), ...await loadPlanned(tx, personId) }
}

/** Her family and what her days allow, for colleagues in a talk. A relative who is hidden is left out with her name. */
export async function loadHomeFacts(tx: Tx, personId: string): Promise<HomeFacts> {
  const ties = await tx.selectFrom('familyTie as t').leftJoin('person as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.relativeId'))
    .select(['t.relation', 't.relativeName', 't.relativeBirthYear', 'p.givenName', 'p.familyName', 'p.birthDate']).where('t.personId', '=', personId).orderBy('t.relation').orderBy('t.id').execute()
  const family = ties.flatMap(({ relation, relativeName, relativeBirthYear, givenName, familyName, birthDate }) => {
    const name = givenName === null ? relativeName : `${givenName} ${familyName ?? ''}`.trim()
    return name === null ? [] : [{ relation, name, birthYear: birthDate === null ? relativeBirthYear : Number(birthDate.slice(0, 4)) }]
  })
  const frame = await tx.selectFrom('practicalFrame').select(['careDuties', 'cannot', 'note']).where('personId', '=', personId).executeTakeFirst()
  return { family, careDuties: frame?.careDuties ?? null, cannot: frame?.cannot ?? [], note: frame?.note ?? null }
}
