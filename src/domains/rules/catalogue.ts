import { plainDate } from '#shared/date.ts'
import type { Decision } from '#shared/decision.ts'
import { accept } from '#shared/decision.ts'
import type { Choice, Enacted } from '#rules/choice.ts'
import type { Parameter } from '#rules/parameter.ts'
import { choices, enactedRules, parameters, rules } from '#rules/registry.ts'
import { LAW_AS_OF } from '#rules/rule.ts'
import { findKnown } from './ask.core.ts'
import type { Catalogue, CatalogueChoice, CatalogueEnacted, CatalogueValue } from './catalogue.schema.ts'
import { explainRule } from './explain-rule.ts'
import { ruleText } from './rule-texts.ts'
import type { RuleLocale } from './rules.schema.ts'
import { explainSource } from './source-text.ts'

/** A figure with its name and its history, newest first. */
export const explainValue = (locale: RuleLocale, { name, unit, renews, values }: Parameter): CatalogueValue => ({
  name, label: ruleText(locale, `value.${name}`), unit, ...(renews === undefined ? {} : { renews }),
  values: values.toSorted((a, b) => (a.from < b.from ? 1 : -1)).map(({ from, value, source }) => ({ from, value, source: explainSource(locale, source) })),
})

/** A choice with the words of its options. */
export const explainChoice = (locale: RuleLocale, { name, options, source, ask }: Choice): CatalogueChoice => ({
  name, label: ruleText(locale, `choice.${name}`), options: options.map((value) => ({ value, label: ruleText(locale, `choice.${name}.${value}`) })), source: explainSource(locale, source), ask,
})

/** An enacted rule with its name. */
export const explainEnacted = (locale: RuleLocale, { name, source, asOf }: Enacted): CatalogueEnacted =>
  ({ name, label: ruleText(locale, `enacted.${name}`), source: explainSource(locale, source), asOf })

/** Every rule, or the one of that name, with the figures, choices and enacted rules there are; refused when there is no such rule. */
export function catalogueOf(locale: RuleLocale, name?: string): Decision<Catalogue> {
  const asked = name === undefined ? accept(rules) : findKnown(name)
  if (!asked.ok) return asked
  return accept({
    lawAsOf: plainDate(LAW_AS_OF), rules: asked.value.map((rule) => explainRule(rule, locale)),
    values: parameters.map((one) => explainValue(locale, one)), choices: choices.map((one) => explainChoice(locale, one)), enacted: enactedRules.map((one) => explainEnacted(locale, one)),
  })
}
