import { ruleText } from '#domains/rules/index.ts'
import type { RuleLocale } from '#domains/rules/rules.schema.ts'
import type { FactField } from './legal-facts.schema.ts'
import { DERIVED_FACTS, fieldOf } from './legal-facts.schema.ts'

/** Fields for facts that are missing, with their names and closed values in words; those that follow from something else are left out. */
export const fieldsFor = (names: readonly string[], locale: RuleLocale): FactField[] => names.filter((name) => !DERIVED_FACTS.includes(name)).flatMap((name) => {
  const field = fieldOf(name)
  return field === undefined ? [] : [{ name, label: ruleText(locale, `fact.${name}`), kind: field.kind, options: field.values.map((value) => ({ value, label: ruleText(locale, `fact.${name}.${value}`) })) }]
})
