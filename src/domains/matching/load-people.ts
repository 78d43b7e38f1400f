import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { PersonFacts } from './facts.schema.ts'
import { loadStanding, loadWeek } from './load-standing.ts'
import type { PersonCard } from './match.schema.ts'

type Tx = Context['tx']

/** Rows put under their owner, each list in the order it came. */
function byPerson<T extends { personId: string }>(rows: readonly T[]): (id: string) => Omit<T, 'personId'>[] {
  const map = new Map<string, Omit<T, 'personId'>[]>()
  for (const { personId, ...row } of rows) {
    const list = map.get(personId)
    if (list) list.push(row)
    else map.set(personId, [row])
  }
  return (id) => map.get(id) ?? []
}

const loadLevels = async (tx: Tx, ids: string[]) => byPerson(await tx.selectFrom('languageLevel').distinctOn(['personId', 'language', 'skill'])
  .select(['personId', 'language', 'skill', 'level', 'evidence', 'assessedOn as on', 'source']).where('personId', '=', sql<string>`any(${ids})`)
  .orderBy('personId').orderBy('language').orderBy('skill').orderBy('assessedOn', (by) => by.desc().nullsLast()).orderBy('id').execute())

const loadPapers = async (tx: Tx, ids: string[]) => byPerson(await tx.selectFrom('certificate').select(['personId', 'kind', 'name', 'validUntil', 'evidence'])
  .where('personId', '=', sql<string>`any(${ids})`).execute())

const loadSkills = async (tx: Tx, ids: string[]) => byPerson(await tx.selectFrom('skill').select(['personId', 'name', 'evidence', 'knownOn as on', 'seenBy'])
  .where('personId', '=', sql<string>`any(${ids})`).execute())

const loadWork = async (tx: Tx, ids: string[]) => byPerson(await tx.selectFrom('workExperience').select(['personId', 'occupationCode', 'escoUri', 'title', 'employerName', 'toYear', 'evidence'])
  .where('personId', '=', sql<string>`any(${ids})`).execute())

const loadWishes = async (tx: Tx, ids: string[]) => byPerson(await tx.selectFrom('wish').select(['personId', 'occupationCode', 'escoUri', 'wording', 'rank'])
  .where('personId', '=', sql<string>`any(${ids})`).execute())

const loadFrames = async (tx: Tx, ids: string[]) => byPerson(await tx.selectFrom('practicalFrame').select(['personId', 'hoursPerWeek', 'earliest', 'latest', 'weekdays', 'transport', 'cannot', 'travelMinutes'])
  .where('personId', '=', sql<string>`any(${ids})`).execute())

/** What may count of each person: one query for each table, however many they are. */
export async function loadFacts(tx: Tx, ids: string[]): Promise<PersonFacts[]> {
  const [languages, papers, skills] = [await loadLevels(tx, ids), await loadPapers(tx, ids), await loadSkills(tx, ids)]
  const [work, wishes, frames] = [await loadWork(tx, ids), await loadWishes(tx, ids), await loadFrames(tx, ids)]
  const [standing, week] = [await loadStanding(tx, ids), await loadWeek(tx, ids)]
  return ids.map((id) => ({ id, languages: languages(id), papers: papers(id), skills: skills(id), work: work(id), wishes: wishes(id), frame: frames(id)[0] ?? null, ...standing(id), week: week(id) }))
}

const cards = (tx: Tx) => tx.selectFrom('person').leftJoin('account', (join) => join
  .onRef('account.municipalityId', '=', 'person.municipalityId').onRef('account.id', '=', 'person.adviserId'))
  .select(['person.id', 'person.givenName', 'person.familyName', 'account.name as adviserName'])

/** The person as a card, or nothing where the actor may not see her. */
export const findPersonCard = (tx: Tx, personId: string): Promise<PersonCard | undefined> =>
  cards(tx).where('person.id', '=', personId).executeTakeFirst()

/** A placement that is agreed on or runs on this day. */
const placed = (today: PlainDate) => sql<boolean>`exists (select from agreement g where g.municipality_id = person.municipality_id and g.person_id = person.id and g.submitted_at is not null
  and g.cancelled_at is null and g.ended_on is null and (g.to_date is null or g.to_date >= ${today}))`

/** Whether she objects to being matched (GDPR article 21): then nothing about her is ranked. */
export const hasObjected = async ({ tx }: Pick<Context, 'tx'>, personId: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('id', '=', personId).where('matchingObjectionOn', 'is not', null).executeTakeFirst()) !== undefined

/**
 * Those who may need a place: settled or in the programme, without a placement that runs; nobody whose address is strictly confidential, and nobody who
 * objects to being matched. The one place where it is decided: plans, lists of people, prices, what-if and standing wishes all begin here.
 */
export const loadCandidates = ({ tx, today }: Context): Promise<PersonCard[]> =>
  cards(tx).where('person.status', 'in', ['settled', 'in_programme']).where('person.addressProtection', '<>', 'strictly_confidential').where('person.matchingObjectionOn', 'is', null).where(sql<boolean>`not ${placed(today)}`).execute()
