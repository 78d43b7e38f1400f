import { sql } from 'kysely'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Tx } from '#platform/db.ts'
import type { Context } from '#platform/operation.ts'
import { absenceSelfCertification } from '#rules/absence/self-certification.ts'
import type { SelfCertified } from '#rules/absence/facts.ts'
import { absenceSelfCertificationLoss } from '#rules/absence/self-certification-loss.ts'
import type { Facts } from '#rules/facts.ts'
import type { Grounds } from '#rules/rule.ts'
import { decideRule } from '#rules/rule.ts'
import { PlainDate, addDays } from '#shared/date.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import type { Absence } from './absence.schema.ts'
import type { MyDay } from './attendance.schema.ts'

/** Earlier absences she has certified herself: all that count, but for `except`. What a doctor's note covers is not self-certified. */
export async function selfCertifiedOf(tx: Tx, personId: string, except: readonly string[] = []): Promise<SelfCertified[]> {
  const { rows } = await sql<SelfCertified>`select a.from_date as "from", a.to_date as "to",
      exists (select from absence n where n.person_id = a.person_id and n.certification = 'doctor' and n.decision <> 'withdrawn' and n.from_date = a.to_date + 1
        and not exists (select from absence c where c.municipality_id = n.municipality_id and c.corrects_id = n.id)) as documented
    from absence a where a.person_id = ${personId} and a.certification = 'self' and a.decision in ('pending', 'approved') and a.id <> all (${except}::uuid[])
      and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id) order by a.from_date`.execute(tx)
  return rows
}

type Period = { personId: string; fromDate: PlainDate; toDate: PlainDate; except?: readonly string[] }

async function ask(tx: Tx, today: PlainDate, { personId, fromDate, toDate, except }: Period) {
  const facts = { ...(await loadRuleFacts(tx, [personId])).get(personId), absentFrom: fromDate, absentTo: toDate, selfCertifiedAbsences: await selfCertifiedOf(tx, personId, except) }
  return { facts, ...decideRule(absenceSelfCertification, facts, today, await loadGrounds(tx)) }
}

/** The first day of an absence for which her own word is not enough; null where it is, or where the rule cannot be decided. */
export async function doctorsNoteFrom({ tx, today }: Context, { id, correctsId, ...period }: { id: string; correctsId: string | null; personId: string; fromDate: PlainDate; toDate: PlainDate }): Promise<PlainDate | null> {
  const { answer } = await ask(tx, today, { ...period, except: [id, ...(correctsId === null ? [] : [correctsId])] })
  return answer?.doctorsNoteFrom ?? null
}

type Known = { facts: Facts; grounds: Grounds; today: PlainDate }
const selfCertified = (absences: readonly Absence[], except?: string): SelfCertified[] => absences.filter(({ certification, decision, id }) => certification === 'self' && decision !== 'unauthorised' && id !== except)
  .map(({ fromDate, toDate }) => ({ from: fromDate, to: toDate, documented: absences.some((one) => one.certification === 'doctor' && one.fromDate === addDays(toDate, 1)) }))

/** As `doctorsNoteFrom`, of what is loaded already: for one absence she has certified herself, among all of hers that count. */
export function noteNeededFrom(one: Absence, absences: readonly Absence[], { facts, grounds, today }: Known): PlainDate | null {
  if (one.certification !== 'self') return null
  return decideRule(absenceSelfCertification, { ...facts, absentFrom: one.fromDate, absentTo: one.toDate, selfCertifiedAbsences: selfCertified(absences, one.id) }, today, grounds).answer?.doctorsNoteFrom ?? null
}

/** How many absences count towards losing the right to certify oneself, and what follows; null where it cannot be decided. */
export const lossOf = (absences: readonly Absence[], { facts, grounds, today }: Known) =>
  decideRule(absenceSelfCertificationLoss, { ...facts, selfCertifiedAbsences: selfCertified(absences) }, today, grounds).answer

/** Longer than her own word can ever reach, so that the rule says how far it does. */
const FAR = 30

/** Whether she may certify an absence from today on herself, and for how many days; in which of the ways not. */
export async function selfCertificationOf({ tx, today }: Pick<Context, 'tx' | 'today'>, personId: string): Promise<MyDay['selfCertification']> {
  const { answer, steps } = await ask(tx, today, { personId, fromDate: today, toDate: addDays(today, FAR) })
  const from = PlainDate.safeParse(steps.find(({ params }) => params['firstDay'] !== undefined)?.params['firstDay']).data
  if (answer === null || from === undefined) return { state: 'unknown', from: null, daysLeft: null }
  if (answer.allowed) return { state: answer.coveredDays > 0 ? 'allowed' : 'used_up', from: null, daysLeft: answer.coveredDays }
  return today < from ? { state: 'not_yet', from, daysLeft: 0 } : { state: 'withdrawn', from: null, daysLeft: 0 }
}
