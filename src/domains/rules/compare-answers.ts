import type { z } from 'zod'
import type { Answer } from '#rules/rule.ts'
import { differencesOf } from './ask.core.ts'
import { explain } from './explain.ts'
import type { Compared, ExplainedAnswer, RuleLocale } from './rules.schema.ts'

/** The texts of the steps that stand in `one` and not in `other`. */
function stepsOnlyIn(one: ExplainedAnswer, other: ExplainedAnswer): string[] {
  const there = new Set(other.steps.map(({ text }) => text))
  return one.steps.map(({ text }) => text).filter((text) => !there.has(text))
}

/** Two answers of one rule in words, and what differs between them. */
export function compareAnswers(one: Answer<unknown>, other: Answer<unknown>, locale: RuleLocale): z.infer<typeof Compared> {
  const [first, second] = [explain(one, locale), explain(other, locale)]
  return { first, second, differs: differencesOf(first.answer, second.answer), steps: { first: stepsOnlyIn(first, second), second: stepsOnlyIn(second, first) } }
}
