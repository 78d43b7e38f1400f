import { choices } from '#rules/registry.ts'
import type { Answer, OpenQuestion, Step } from '#rules/rule.ts'
import { answerSays } from './answer-text.ts'
import type { Asked } from './ask.core.ts'
import { hasText, ruleText } from './rule-texts.ts'
import type { ExplainedAnswer, ExplainedQuestion, ExplainedStep, RuleLocale } from './rules.schema.ts'
import { explainSource, sourceText } from './source-text.ts'

const explainStep = (locale: RuleLocale, { text: key, params, source, force }: Step): ExplainedStep =>
  ({ key, params, text: ruleText(locale, key, params), source: sourceText(locale, source), certainty: source.certainty, force, reference: source })

function labelOf(locale: RuleLocale, { kind, name }: OpenQuestion): string {
  if (kind !== 'other') return ruleText(locale, `${kind}.${name}`)
  return ruleText(locale, hasText(locale, name) ? name : `open.${name}`)
}

function explainQuestion(locale: RuleLocale, question: OpenQuestion): ExplainedQuestion {
  const label = labelOf(locale, question)
  const text = ruleText(locale, `needs.${question.kind}`, { label, on: question.on ?? '' })
  const choice = question.kind === 'choice' ? choices.find(({ name }) => name === question.name) : undefined
  return { ...question, label, text, ...(choice && { source: sourceText(locale, choice.source), ask: choice.ask }) }
}

/**
 * An answer in plain words: each step, each judgement and each open question with its text and its place in the law, the
 * answer itself as sentences. Works on stored answers too: rule, version, day and answer stay as they were given.
 */
export const explain = <A>(answer: Answer<A>, locale: RuleLocale): ExplainedAnswer<A> => ({
  rule: answer.rule, title: ruleText(locale, `rule.${answer.rule}`), version: answer.version, on: answer.on, answer: answer.answer,
  says: answerSays(locale, answer.rule, answer.answer),
  steps: answer.steps.map((step) => explainStep(locale, step)),
  needsJudgement: answer.needsJudgement.map((step) => explainStep(locale, step)),
  openQuestions: answer.openQuestions.map((question) => explainQuestion(locale, question)),
  sources: answer.sources.map((source) => explainSource(locale, source)),
})

/** The same of a question just asked, with the choices it was asked with. */
export const explainAsked = ({ answer, choices: used }: Asked, locale: RuleLocale): ExplainedAnswer => ({
  ...explain(answer, locale),
  choices: used.map(({ name, option }) => ({ name, label: ruleText(locale, `choice.${name}`), option, optionLabel: option === null ? null : ruleText(locale, `choice.${name}.${option}`) })),
})
