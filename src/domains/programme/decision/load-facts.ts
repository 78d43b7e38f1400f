import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { yearsBetween } from '#shared/date.ts'
import { z } from 'zod'
import { LegalFacts, toFacts } from './legal-facts.schema.ts'

const columns = ['permit', 'permitGrantedOn', 'hadFamilyPermit', 'settledByAgreement', 'residenceSince', 'claimedOn', 'schooling', 'hasUkrainianUpperSecondary', 'weeklyJobHours'] as const
const More = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** The participation that runs, or the last one there was; nothing where she never took part. */
export const loadParticipation = (tx: Tx, personId: string) => tx.selectFrom('participation')
  .select(['id', 'version', 'offeredOn', 'decidedOn', 'startsOn', 'months', 'extensionMonths', 'finalGoal', 'regime', 'endedOn', 'endReason'])
  .where('personId', '=', personId).orderBy((eb) => eb('endedOn', 'is', null), 'desc').orderBy('startsOn', 'desc').executeTakeFirst()

export type Participation = NonNullable<Awaited<ReturnType<typeof loadParticipation>>>

/** What participation makes known to the rules. */
const factsOfProgramme = (one: Participation | undefined) => one === undefined ? {} : { offeredOn: one.offeredOn, decidedOn: one.decidedOn, startedOn: one.startsOn, finalGoal: one.finalGoal, lengthMonths: one.months, extensionMonths: one.extensionMonths }

/** Whether a child under 18 is registered in her family; else it is not known, and is asked for. */
async function loadChildren(tx: Tx, personId: string, on: PlainDate) {
  const ties = await tx.selectFrom('familyTie').leftJoin('person as child', (join) => join.onRef('child.municipalityId', '=', 'familyTie.municipalityId').onRef('child.id', '=', 'familyTie.relativeId'))
    .select(['familyTie.relativeBirthYear', 'child.birthDate']).where('familyTie.personId', '=', personId).where('relation', '=', 'child').execute()
  const isUnder18 = ({ birthDate, relativeBirthYear }: (typeof ties)[number]): boolean => birthDate !== null ? yearsBetween(birthDate, on) < 18 : relativeBirthYear !== null && Number(on.slice(0, 4)) - relativeBirthYear < 18
  return ties.some(isUnder18) ? { hasChildUnder18: true } : {}
}

/**
 * The legal facts of one person by the names the rules use, from wherever each is kept: the person, `legal_facts`, her
 * participation and her children (as old as they are on `on`). Needs the ground `case`: without it only what lies elsewhere is found. NotFound where she is hidden.
 */
export async function loadFacts(tx: Tx, personId: string, on: PlainDate) {
  const person = found(await tx.selectFrom('person').select(['version', 'birthDate', 'settledOn', 'givenName', 'familyName', 'contactLocale', 'interpreterLanguage']).where('id', '=', personId).executeTakeFirst())
  const stored = await tx.selectFrom('legalFacts').select([...columns, 'id', 'version', 'more']).where('personId', '=', personId).executeTakeFirst()
  const participation = await loadParticipation(tx, personId)
  const legal = LegalFacts.parse(stored ?? {})
  const more = More.parse(stored?.more ?? {})
  const hasBegun = participation !== undefined && participation.startsOn <= on
  const children = { ...await loadChildren(tx, personId, on), ...(hasBegun ? {} : { childBornDuringProgramme: false }) }
  const dates = { birthDate: person.birthDate, settledOn: person.settledOn }
  return { facts: toFacts(more, legal, dates, children, factsOfProgramme(participation)), ofProgramme: factsOfProgramme(participation), ofPerson: toFacts(more, legal, dates, children), legal, more, dates, person, participation, stored: stored ? { id: stored.id, version: stored.version } : undefined }
}
export type LoadedFacts = Awaited<ReturnType<typeof loadFacts>>
