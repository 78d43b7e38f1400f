import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { EnteredValue } from '#rules/parameter.ts'
import { answerFor } from './answer-for.ts'
import { RuleLocale } from './rules.schema.ts'

/** The sentences of the rules, each asked as a case worker asks, to see that every answer can be read in every language. */
const Case = z.object({ name: z.string(), on: PlainDate, facts: z.record(z.string(), z.unknown()), choices: z.record(z.string(), z.string()).optional(), commenced: z.record(z.string(), PlainDate).optional(), entered: z.array(EnteredValue).default([]) })
const File = z.object({ rule: z.string(), cases: z.array(Case) })
const folder = join(import.meta.dirname, '../../rules')
const files = globSync('**/*.cases.yaml', { cwd: folder }).sort().map((name) => File.parse(parse(readFileSync(join(folder, name), 'utf8'), { schema: 'core' })))

const isKey = /^(rule|fact|step|judge|value|choice|enacted|open|act|needs|source|answers?|part)\.[A-Za-z0-9_.]+$/
/** A word of the code where a word of the language should stand: `not_yet`, `upToMonths`. */
const isCode = /(^|[\s:,«])([a-z]+_[a-z_]+|[a-z]+[A-Z][A-Za-z]*)(?=$|[\s:,.»])/

test('there are sentences to explain', () => {
  expect(files.length).toBeGreaterThan(3)
})

describe.each(RuleLocale.options)('in %s', (locale) => {
  test.each(files)('$rule is answered in words', ({ rule, cases }) => {
    const odd = cases.flatMap(({ on, facts, choices, commenced, entered }) => {
      const answer = answerFor({ rule, on, facts, choices, commenced }, { entered, settings: { choices: {}, commenced: {} } }, locale)
      if (!answer.ok) return []
      const { title, says, steps, needsJudgement, openQuestions, sources } = answer.value
      const texts = [title, ...[...says, ...steps, ...needsJudgement, ...openQuestions, ...sources].map(({ text }) => text), ...openQuestions.map(({ label }) => label)]
      return [...texts.filter((text) => isKey.test(text) || /[{}]|undefined|NaN|\[object/.test(text) || text.trim() === ''), ...says.map(({ text }) => text).filter((text) => isCode.test(text))]
    })
    expect([...new Set(odd)]).toEqual([])
  })
})
