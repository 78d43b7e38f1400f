import { explain, loadGrounds } from '#domains/rules/index.ts'
import type { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { localeFor } from '#domains/rules/rules.schema.ts'
import type { Context } from '#platform/operation.ts'
import { programmeHours } from '#rules/introduction-programme/hours.ts'
import { workHours } from '#rules/introduction-programme/work-hours.ts'
import { decideRule } from '#rules/rule.ts'
import { loadRuleFacts } from './load-rule-facts.ts'
import type { WorkRule } from './week.core.ts'

/** `full` is what the timetable is held against; own work is part of it only where little is demanded. */
export type HourRules = { full: number | null; isOwnWorkWithin: boolean; work: WorkRule; answers: ExplainedAnswer[] }

/**
 * What the act asks of one person's week: hours of full time, and work-oriented hours from a day. That much own work is demanded is known when
 * her timetable has hours of it; a share of full time is known when it is noted.
 */
export async function askHourRules({ tx, today, actor }: Context, personId: string, { ownWork, percent }: { ownWork: number; percent: number }): Promise<HourRules> {
  const [known, grounds, locale] = [(await loadRuleFacts(tx, [personId])).get(personId), await loadGrounds(tx), localeFor(undefined, actor.locale)]
  const facts = { demandsOwnWork: ownWork > 0, programmePercent: percent, ...known }
  const [hours, work] = [decideRule(programmeHours, facts, today, grounds), decideRule(workHours, facts, today, grounds)]
  const explained = explain(work, locale)
  const rule: WorkRule = work.answer === null ? { openQuestions: explained.openQuestions.map(({ label }) => label) }
    : work.answer.applies && work.answer.fromDay !== null ? { asked: work.answer.hoursPerWeek, startsOn: work.answer.fromDay } : 'not_asked'
  return { full: hours.answer?.hoursPerWeek ?? null, isOwnWorkWithin: !facts.demandsOwnWork, work: rule, answers: [explain(hours, locale), explained] }
}
