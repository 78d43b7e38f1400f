import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { byLanguage } from '../competence.core.ts'
import { LanguageLevel } from '../competence.schema.ts'
import { ProofItem } from './proof.schema.ts'

const years = (from: number | null, to: number | null): string | null => (from === null && to === null ? null : [from, to].filter((one) => one !== null).join('–'))
type Item = Partial<ProofItem> & Pick<ProofItem, 'key' | 'kind' | 'title' | 'evidence'>

/** Skills with where each was seen. Those that follow from an assessment stand under it. */
async function skillsOf(tx: Tx, personId: string): Promise<Item[]> {
  const { rows } = await sql<{ id: string; name: string; evidence: ProofItem['evidence']; knownOn: PlainDate | null; seenBy: string | null; personAnswer: string | null; where: string | null; isTask: boolean }>`
    select s.id, s.name, s.evidence, s.known_on, coalesce(t.seen_by || ', ' || t.seen_role, s.seen_by) as seen_by, s.person_answer, e.name as "where", s.trial_task_id is not null as is_task from skill s
      left join trial_task t on t.municipality_id = s.municipality_id and t.id = s.trial_task_id left join work_trial w on w.municipality_id = t.municipality_id and w.id = t.trial_id
      left join agreement g on g.municipality_id = s.municipality_id and g.id = s.agreement_id
      left join employer e on e.municipality_id = s.municipality_id and e.id = coalesce(w.employer_id, g.employer_id)
    where s.person_id = ${personId} and s.assessment_id is null order by s.name`.execute(tx)
  return rows.map(({ id, name, evidence, knownOn, seenBy, where, personAnswer, isTask }) => ({ key: `skill:${id}`, kind: 'skill', title: name, evidence, on: knownOn, seenBy: seenBy === where ? null : seenBy, where, help: isTask ? 'alone' : null,
    answers: evidence === 'observed' ? { kind: 'skill', id, answer: personAnswer } : null }))
}

/** Tasks that were seen and are no skill of hers yet: with help, or not yet. Only those with help may be shown. */
async function tasksOf(tx: Tx, personId: string): Promise<Item[]> {
  const { rows } = await sql<{ id: string; task: string; seenBy: string; seenRole: string; seenOn: PlainDate; personAnswer: string | null; where: string }>`
    select t.id, t.task, t.seen_by, t.seen_role, t.seen_on, t.person_answer, e.name as "where" from trial_task t join work_trial w on w.municipality_id = t.municipality_id and w.id = t.trial_id
      join employer e on e.municipality_id = w.municipality_id and e.id = w.employer_id where t.person_id = ${personId} and t.seen = 'with_help' order by w.starts_on, t.position`.execute(tx)
  return rows.map(({ id, task, seenBy, seenRole, seenOn, where, personAnswer }) => ({ key: `task:${id}`, kind: 'task', title: task, evidence: 'observed', help: 'with_help', on: seenOn, seenBy: `${seenBy}, ${seenRole}`, where, answers: { kind: 'task', id, answer: personAnswer } }))
}

async function papersOf(tx: Tx, personId: string, today: PlainDate): Promise<Item[]> {
  const certificates = await tx.selectFrom('certificate').selectAll().where('personId', '=', personId).orderBy('name').execute()
  const assessments = await tx.selectFrom('competenceAssessment').select(['id', 'subject', 'against', 'assessorName', 'result', 'resultOn', 'approved']).where('personId', '=', personId).where('result', 'in', ['full', 'part']).orderBy('resultOn').execute()
  return [
    ...assessments.map((one): Item => ({ key: `assessment:${one.id}`, kind: 'assessment', title: one.subject, evidence: 'tested', on: one.resultOn, seenBy: one.assessorName, result: one.result === 'full' ? 'full' : 'part', approved: one.approved })),
    ...certificates.filter(({ validUntil }) => validUntil === null || validUntil >= today).map((one): Item => ({ key: `certificate:${one.id}`, kind: 'certificate', title: one.name, level: one.kind, evidence: ProofItem.shape.evidence.parse(one.evidence) })),
  ]
}

/** Education with what is said of its recognition, and by whom where it was answered. */
async function educationOf(tx: Tx, personId: string): Promise<Item[]> {
  const { rows } = await sql<{ id: string; level: number; field: string | null; country: string | null; fromYear: number | null; toYear: number | null; evidence: ProofItem['evidence']; recognition: ProofItem['recognition']; authority: string | null; answeredOn: PlainDate | null }>`
    select e.id, e.level, e.field, e.country, e.from_year, e.to_year, e.evidence, e.recognition, x.name as authority, x.on_day as answered_on from education e
      left join lateral (select a.name, s.on_day from recognition_case c join recognition_step s on s.municipality_id = c.municipality_id and s.case_id = c.id join recognition_authority a on a.municipality_id = c.municipality_id and a.id = c.authority_id
        where c.municipality_id = e.municipality_id and c.education_id = e.id and s.result = case e.recognition when 'recognised' then 'full' when 'partly' then 'part' end order by s.on_day desc limit 1) x on true
    where e.person_id = ${personId} and e.level > 0 order by e.level desc, e.to_year desc nulls last`.execute(tx)
  return rows.map((one) => ({ key: `education:${one.id}`, kind: 'education', title: one.field ?? '', level: String(one.level), where: one.country, years: years(one.fromYear, one.toYear), evidence: one.evidence, recognition: one.recognition, authority: one.authority, on: one.answeredOn }))
}

async function workOf(tx: Tx, personId: string): Promise<Item[]> {
  const work = await tx.selectFrom('workExperience').selectAll().where('personId', '=', personId).orderBy('toYear', 'desc').execute()
  return work.map((one) => ({ key: `work:${one.id}`, kind: 'work', title: one.title, where: one.employerName, evidence: ProofItem.shape.evidence.parse(one.evidence), years: years(one.fromYear, one.toYear) }))
}

async function norwegianOf(tx: Tx, personId: string): Promise<Item[]> {
  const levels = await tx.selectFrom('languageLevel').selectAll().where('personId', '=', personId).where('language', '=', 'no').execute()
  return byLanguage(levels.map((one) => LanguageLevel.parse(one))).flatMap(({ now }) => now.map((one): Item => ({ key: `norwegian:${one.id}`, kind: 'norwegian', title: one.skill, level: one.level, evidence: one.evidence, on: one.assessedOn })))
}

/** All that may stand on a person's sheet: never health, numbers, or how she came to stay. Runs as a colleague and as herself. */
export async function gatherItems(tx: Tx, personId: string, today: PlainDate): Promise<ProofItem[]> {
  const items = [...await skillsOf(tx, personId), ...await tasksOf(tx, personId), ...await papersOf(tx, personId, today), ...await educationOf(tx, personId), ...await workOf(tx, personId), ...await norwegianOf(tx, personId)]
  return items.map((one) => ProofItem.parse(one))
}
