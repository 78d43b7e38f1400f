import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { rules } from '#rules/registry.ts'
import type { AnyRule, Answer } from '#rules/rule.ts'
import { askRule, decideRule, noGrounds } from '#rules/rule.ts'
import { ref } from '#rules/source.ts'
import { programmeLength } from '#rules/introduction-programme/length.ts'
import { explain, explainRule } from './index.ts'
import { RuleLocale } from './rules.schema.ts'
import { sourceText } from './source-text.ts'

const on = plainDate('2026-03-01')
const isKey = /^(rule|topic|fact|step|judge|value|choice|enacted|open|act|needs|source|answers?)\.[A-Za-z0-9_.]+$/

/** Every text of an explanation, for a look at whether it was written. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => (typeof one === 'string' && ['text', 'label', 'title', 'topicTitle', 'about', 'source'].includes(name) ? [one] : textsIn(one)))
}

const asked = rules.flatMap((rule) => RuleLocale.options.map((locale) => ({ rule, locale, name: rule.name })))

test('there are rules to ask', () => {
  expect(rules.length).toBeGreaterThan(0)
})

describe.each(asked)('$name in $locale', ({ rule, locale }) => {
  test('is asked without facts and answers or says what it needs, in words', () => {
    const answer = askRule(rule as never, {}, on)
    if (!answer.ok) throw new Error(`${rule.name} refuses to be asked without facts`)
    const explained = explain(answer.value as Answer<unknown>, locale)
    expect(explained.answer !== null || explained.openQuestions.length > 0).toBe(true)
    const texts = textsIn(explained)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter((text) => isKey.test(text) || /[{}]/.test(text) || text.trim() === '')).toEqual([])
  })

  test('says what it is, what it needs and where it comes from', () => {
    const explained = explainRule(rule, locale)
    expect(textsIn(explained).filter((text) => isKey.test(text) || /[{}]/.test(text))).toEqual([])
    expect(Object.keys(explained.facts['properties'] ?? {})).toEqual([...new Set(rule.facts)])
    expect(explained.sources.length).toBeGreaterThan(0)
  })
})

test('every fact has words for its parts and values', () => {
  const titles = (value: unknown): unknown[] => (typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([name, one]) => (name === 'title' ? [one] : titles(one))))
  const lacking = rules.flatMap((rule: AnyRule) => titles(explainRule(rule, 'nb').facts).filter((title) => typeof title !== 'string' || /^[a-z]+([A-Z_]|$)/.test(title)).map((title) => `${rule.name}: ${String(title)}`))
  expect(lacking).toEqual([])
})

test('a place in the law is written as a lawyer writes it', () => {
  const place = ref('IL', '14', { ledd: 4, sentence: 3, letter: 'a' })
  expect(sourceText('nb', place)).toBe('integreringsloven § 14 fjerde ledd tredje punktum, bokstav a')
  expect(sourceText('nn', place)).toBe('integreringslova § 14 fjerde ledd tredje punktum, bokstav a')
  expect(sourceText('en', place)).toBe('the Integration Act section 14, fourth paragraph, third sentence, letter a')
  expect(sourceText('nb', ref('FOR-2026-02-04-163', '2'))).toBe('forskrift 4. februar 2026 nr. 163 § 2')
  expect(sourceText('nb', ref('Prop. 81 L (2024–2025)', '6.1'))).toBe('Prop. 81 L (2024–2025) punkt 6.1')
  expect(sourceText('nb', ref('IL', 'kapittel 6A'))).toBe('integreringsloven kapittel 6A')
})

test('days and numbers are written as people read them, and the answer is said in sentences', () => {
  const facts = { offeredOn: plainDate('2026-01-02'), schooling: 'upper_secondary', finalGoal: 'work' } as const
  const explained = explain(decideRule(programmeLength, facts, on), 'nb')
  expect(explained.steps[0]?.text).toContain('2. januar 2026')
  expect(explained.steps[1]).toMatchObject({ key: 'step.length.upperSecondaryNew', force: 'shall', certainty: 'V', source: 'integreringsloven § 13 tredje ledd', text: expect.stringContaining('12 måneder') })
  expect(explained.says.map(({ text }) => text)).toContain('Varer inntil 12 måneder.')
  expect(explained.answer?.upToMonths).toBe(12)
})

test('a stored answer keeps its version, and a text that is gone does not hide it', () => {
  const stored: Answer<{ upToMonths: number }> = { ...decideRule(programmeLength, {}, on), version: 'programme.length@0 (2021-01-01)', answer: { upToMonths: 24 }, steps: [{ text: 'step.gone', params: {}, source: ref('IL', '13'), force: 'is' }] }
  const explained = explain(stored, 'nn')
  expect(explained).toMatchObject({ version: 'programme.length@0 (2021-01-01)', answer: { upToMonths: 24 }, on })
  expect(explained.steps).toMatchObject([{ key: 'step.gone', text: 'step.gone', source: 'integreringslova § 13' }])
})

test('what is missing is named', () => {
  const explained = explain(decideRule(programmeLength, {}, on, noGrounds), 'nb')
  expect(explained.openQuestions).toContainEqual({ kind: 'fact', name: 'offeredOn', label: 'Dagen det ble gitt tilbud om oppstart', text: 'Opplysningen mangler: Dagen det ble gitt tilbud om oppstart.' })
})
