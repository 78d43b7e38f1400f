import { sql } from 'kysely'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Tx } from '#platform/db.ts'
import { content } from '#rules/introduction-programme/content.ts'
import { deadlines } from '#rules/introduction-programme/deadlines.ts'
import { parentalGuidance } from '#rules/introduction-programme/parental-guidance.ts'
import { targetGroup } from '#rules/introduction-programme/target-group.ts'
import type { Facts } from '#rules/facts.ts'
import type { Grounds } from '#rules/rule.ts'
import { decideRule } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { yearsBetween } from '#shared/date.ts'
import type { LeastToday } from './course.schema.ts'
import type { AskedElements } from './element.core.ts'
import { measureOf, requirementsOf } from './element.core.ts'

/** What the law asks of one programme, from the rules on these facts. Guidance is taken to be in a group unless it is known to be individual. */
export function askElements(facts: Facts, today: PlainDate, grounds: Grounds): AskedElements {
  const known = { guidanceForm: 'group' as const, ...facts }
  const asked = { content: decideRule(content, known, today, grounds), guidance: decideRule(parentalGuidance, known, today, grounds), act: decideRule(targetGroup, known, today, grounds) }
  const by = decideRule(deadlines, known, today, grounds).answer?.find(({ what }) => what === 'social_studies')?.by ?? null
  return { requirements: requirementsOf(asked), socialStudiesBy: by, answers: [asked.content, asked.guidance] }
}

/** Facts of somebody the law asks the most of: a new refugee without upper secondary, with a child. */
const fullest = (today: PlainDate): Facts => ({ permit: 'refugee', permitGrantedOn: today, decidedOn: today, schooling: 'primary', hasChildUnder18: true, guidanceForm: 'group' })

/** The least the law asks of each element in a programme decided today, where it asks the most: what a course must have to be enough for everybody. */
export async function leastToday(tx: Tx, today: PlainDate): Promise<LeastToday[]> {
  return askElements(fullest(today), today, await loadGrounds(tx)).requirements.flatMap(({ element, least }) => (least === null ? [] : [{ element, measure: measureOf(element), least }]))
}

/** The children's ages and what was said of them, as `decision/load-facts.ts` has it, for many at once: a child under 18 is known, or it is not. */
export async function withChildren(tx: Tx, facts: Map<string, Facts>, today: PlainDate): Promise<Map<string, Facts>> {
  const year = Number(today.slice(0, 4))
  const rows = await tx.selectFrom('familyTie').leftJoin('person as child', (join) => join.onRef('child.municipalityId', '=', 'familyTie.municipalityId').onRef('child.id', '=', 'familyTie.relativeId'))
    .select(['familyTie.personId', 'familyTie.relativeBirthYear', 'child.birthDate']).where('familyTie.relation', '=', 'child').where(sql<boolean>`family_tie.person_id = any (${[...facts.keys()]}::uuid[])`).execute()
  const parents = new Set(rows.filter(({ birthDate, relativeBirthYear }) => (birthDate !== null ? isUnder18(birthDate, today) : relativeBirthYear !== null && year - relativeBirthYear < 18)).map(({ personId }) => personId))
  return new Map([...facts].map(([personId, own]) => [personId, {
    ...own, ...(parents.has(personId) ? { hasChildUnder18: true } : {}), ...(own.startedOn !== undefined && own.startedOn <= today ? {} : { childBornDuringProgramme: false }) }]))
}

const isUnder18 = (birth: PlainDate, today: PlainDate): boolean => yearsBetween(birth, today) < 18
