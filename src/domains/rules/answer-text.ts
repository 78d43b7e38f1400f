import { hasText, ruleText, speaksOfNone, takesValue, valueText } from './rule-texts.ts'
import type { RuleLocale } from './rules.schema.ts'

type Said = { name: string; text: string }

/** The first key there is a text of: the rule's own word before the word all rules share. */
const keyOf = (locale: RuleLocale, rule: string, name: string): string | undefined =>
  [`answer.${rule}.${name}`, `answer.${name}`].find((key) => hasText(locale, key))

/** A word of a closed list as people read it. */
function wordText(locale: RuleLocale, rule: string, name: string, word: string): string {
  const key = [`answer.${rule}.${name}.${word}`, `answer.${name}.${word}`, `fact.${name}.${word}`].find((one) => hasText(locale, one))
  return key === undefined ? valueText(locale, word) : ruleText(locale, key)
}

function plainText(locale: RuleLocale, rule: string, name: string, value: unknown): string {
  if (value === null || value === undefined) return ruleText(locale, 'answers.none')
  if (typeof value === 'boolean') return ruleText(locale, value ? 'answers.yes' : 'answers.no')
  if (typeof value === 'number') return valueText(locale, value)
  if (Array.isArray(value)) return value.length === 0 ? ruleText(locale, 'answers.none') : value.map((one: unknown) => plainText(locale, rule, name, one)).join(typeof value[0] === 'object' ? '; ' : ', ')
  if (typeof value === 'object') return Object.entries(value).map(([key, one]) => say(locale, rule, key, one).replace(/\.$/, '')).filter((part) => part !== '').join(', ')
  return typeof value === 'string' ? wordText(locale, rule, name, value) : ruleText(locale, 'answers.none')
}

/** One part of an answer. A text that takes `{value}` is a whole sentence; any other is a name, and the value comes after it. */
function say(locale: RuleLocale, rule: string, name: string, value: unknown): string {
  const key = keyOf(locale, rule, name)
  if (value === null && key !== undefined && takesValue(locale, key) && !speaksOfNone(locale, key)) return ''
  const plain = plainText(locale, rule, name, value)
  if (key !== undefined && takesValue(locale, key)) return ruleText(locale, key, { value: typeof value === 'number' ? value : plain, is: String(value) })
  return ruleText(locale, 'answers.pair', { label: key === undefined ? name : ruleText(locale, key), value: plain })
}

/** A list of things is a sentence for each of them. */
function sayPart(locale: RuleLocale, rule: string, name: string, value: unknown): Said[] {
  if (!Array.isArray(value) || typeof value[0] !== 'object') return [{ name, text: say(locale, rule, name, value) }]
  return value.map((one: unknown) => ({ name, text: say(locale, rule, name, [one]) }))
}

/** An answer as a list of sentences; nothing when it could not be decided. What another part says already has an empty text, and is left out. */
export function answerSays(locale: RuleLocale, rule: string, answer: unknown): Said[] {
  if (answer === null || answer === undefined) return []
  if (Array.isArray(answer) && answer.length > 0) return answer.map((one) => ({ name: rule, text: plainText(locale, rule, rule, one) }))
  const parts = typeof answer === 'object' && !Array.isArray(answer) ? Object.entries(answer) : [[rule, answer] as const]
  return parts.flatMap(([name, value]) => sayPart(locale, rule, name, value)).filter(({ text }) => text !== '')
}
