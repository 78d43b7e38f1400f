import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { PlainDate, plainDate } from '#shared/date.ts'
import { parameters, rules, findRule } from './registry.ts'
import { EnteredValue, missingOn } from './parameter.ts'
import { askRule } from './rule.ts'

/**
 * The sentences of the `*.cases.yaml` beside the rules. `answer` is compared with what it names alone; `null` is "cannot be
 * decided", and then `needs` says why. `refused` is for facts that cannot be.
 */
const Case = z.strictObject({
  name: z.string().min(20), on: PlainDate, facts: z.record(z.string(), z.unknown()), choices: z.record(z.string(), z.string()).default({}), commenced: z.record(z.string(), PlainDate).default({}),
  entered: z.array(EnteredValue).default([]),
  answer: z.unknown().optional(), steps: z.array(z.string()).optional(), judged: z.array(z.string()).optional(), needs: z.array(z.string()).optional(), refused: z.array(z.string()).optional(),
})
const File = z.strictObject({ rule: z.string(), cases: z.array(Case).min(1) })

const folder = new URL('.', import.meta.url).pathname
const files = globSync('**/*.cases.yaml', { cwd: folder }).sort().map((name) => ({ name, ...File.parse(parse(readFileSync(folder + name, 'utf8'), { schema: 'core', merge: true })) }))

type Outcome = { refused: string[]; answer?: unknown; steps: string[]; judged: string[]; needs: string[] }
const names = (list: readonly { text?: string; name?: string }[]): string[] => list.map(({ text, name }) => text ?? name ?? '')

/** What the rule said, as the sentences say it. Its answer must fit the shape it promises. */
function outcomeOf(name: string, { on, facts, choices, commenced, entered }: z.output<typeof Case>): Outcome {
  const asked = findRule(name)
  if (asked === undefined) throw new Error(`There is no rule ${name}`)
  const given = askRule(asked as never, facts, on, { entered, settings: { choices, commenced } })
  if (!given.ok) return { refused: given.refusals.map(({ code }) => code).toSorted(), steps: [], judged: [], needs: [] }
  const { answer, steps, needsJudgement, openQuestions } = given.value
  if (answer !== null) asked.answer.parse(answer)
  if (answer === null && openQuestions.length === 0) throw new Error(`${name} cannot decide and does not say why`)
  return { refused: [], answer, steps: names(steps), judged: names(needsJudgement), needs: names(openQuestions) }
}

/** Objects are compared in what is named alone, the same inside lists; everything else to the letter. */
const asFar = (answer: unknown): unknown => (answer !== null && typeof answer === 'object' && !Array.isArray(answer) ? expect.objectContaining(Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, asFar(value)]))) : answer)

describe.each(files)('$name', ({ rule: name, cases }) => {
  test.each(cases)('$name', (one) => {
    expect(outcomeOf(name, one)).toEqual({
      refused: (one.refused ?? []).toSorted(), ...(one.refused ? {} : { answer: asFar(one.answer) }),
      steps: expect.arrayContaining(one.steps ?? []), judged: expect.arrayContaining(one.judged ?? []), needs: expect.arrayContaining(one.needs ?? []),
    })
  })
})

test('every rule has sentences, some that answer and some that cannot', () => {
  const lacking = rules.filter((one) => {
    const own = files.filter(({ rule }) => rule === one.name).flatMap(({ cases }) => cases)
    return !own.some(({ answer }) => answer !== null && answer !== undefined) || !own.some(({ answer, refused }) => answer === null || refused !== undefined)
  })
  expect(lacking.map(({ name }) => name)).toEqual([])
})

/** Yearly figures the law sets later, or that were not found: they are entered by the municipality, and the program says so. */
const notFound: readonly string[] = [
  'socialSingle', 'socialCouple', 'socialShared', 'socialChildUnder6', 'socialChild6To10', 'socialChild11To17',
  'integrationGrantSingleAdult', 'integrationGrantAdultInFamily', 'integrationGrantChild', 'integrationGrantUnaccompaniedMinor',
  'integrationGrantYear2', 'integrationGrantYear3', 'integrationGrantYear4', 'integrationGrantYear5',
  'grantElderly', 'grantKindergarten', 'grantMinorUntil16', 'grantMinorAfter16', 'particularGrantOnce', 'particularGrantYearly',
  'norwegianGrantSmall', 'norwegianGrantLarge', 'norwegianGrantCollective', 'norwegianGrantExtended',
]

test('every yearly figure has a value for the year the tests are of', () => {
  expect(missingOn(parameters, plainDate('2026-11-20'), []).map(({ name }) => name).filter((name) => !notFound.includes(name))).toEqual([])
})
