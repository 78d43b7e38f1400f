import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import type { RuleLocale } from '#domains/rules/rules.schema.ts'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import { Pause } from './absence.schema.ts'
import type { Absence } from './absence.schema.ts'
import type { Counter } from './counter.schema.ts'
import type { Counting } from './leave-counters.ts'
import { counts, loadAbsences } from './load-absences.ts'
import { addedCounter, frozenCounter, programmeCounter } from './time-counters.ts'

/** What the counters of one participant are made from. */
export type Counted = { counting: Counting; absences: Absence[]; pauses: Pause[] }

/** Everything that is counted for one participant; nothing for one who has not begun. Needs the ground `absence`. */
export async function loadCounting(tx: Tx, personId: string, today: PlainDate, locale: RuleLocale): Promise<Counted | undefined> {
  const facts = (await loadRuleFacts(tx, [personId])).get(personId)
  if (facts?.startedOn === undefined) return undefined
  const { startedOn } = facts
  const absences = (await loadAbsences(tx, [personId], startedOn, addMonths(today, 12))).filter(counts)
  const pauses = z.array(Pause).parse(await tx.selectFrom('pause').select(['id', 'version', 'personId', 'fromDate', 'toDate', 'reason', 'addsToLength']).where('personId', '=', personId).orderBy('fromDate').execute())
  return { counting: { facts: { ...facts, startedOn }, grounds: await loadGrounds(tx), today, locale }, absences, pauses }
}

/** The counters of programme time that lean on one another: what is frozen, what absence adds, and time used and left with the last day. */
export function countProgramme({ counting, absences, pauses }: Counted): { programme: Counter; added: Counter; frozen: Counter } {
  const [frozen, added] = [frozenCounter(counting, pauses), addedCounter(counting, absences)]
  return { frozen, added, programme: programmeCounter(counting, { frozenDays: frozen.used ?? 0, pauses, added: added.used }) }
}

/** The last day of the programme she is in, or was in last, with all that adds to its length; nothing where the rules cannot tell. */
export async function loadLastDay(tx: Tx, personId: string, today: PlainDate): Promise<PlainDate | null> {
  const counted = await loadCounting(tx, personId, today, 'nb')
  return counted === undefined ? null : countProgramme(counted).programme.to
}
