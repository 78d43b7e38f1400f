import { IntlMessageFormat } from 'intl-messageformat'
import type { Decision, Refusal } from '#shared/decision.ts'
import { accept } from '#shared/decision.ts'
import type { Grounds } from '#rules/rule.ts'
import type { Question } from './ask.core.ts'
import { askByName } from './ask.core.ts'
import { explainAsked } from './explain.ts'
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import type { ExplainedAnswer, RuleLocale } from './rules.schema.ts'

const catalogues: Record<RuleLocale, Record<string, string>> = { nb, nn, en }

/** A question by name, answered in words; or every reason why not. */
export function answerFor(question: Question, grounds: Grounds, locale: RuleLocale): Decision<ExplainedAnswer> {
  const answer = askByName(question, grounds)
  return answer.ok ? accept(explainAsked(answer.value, locale)) : answer
}

/** Refusals with their words beside the code, for those who have no screen to write them. */
export const refusalTexts = (refusals: readonly Refusal[], locale: RuleLocale): (Refusal & { text: string })[] =>
  refusals.map((one) => ({ ...one, text: String(new IntlMessageFormat(catalogues[locale][one.code] ?? one.code, locale).format(one.params)) }))
