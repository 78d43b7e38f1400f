import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Certainty, Source } from '#rules/source.ts'
import { Force, OpenQuestion } from '#rules/rule.ts'

/** The languages the rules are explained in. */
export const RuleLocale = z.enum(['nb', 'nn', 'en'])
export type RuleLocale = z.infer<typeof RuleLocale>

/** The language asked for, else the one of whoever asks, else bokmål. */
export const localeFor = (asked: RuleLocale | undefined, own: string): RuleLocale => asked ?? RuleLocale.catch('nb').parse(own)

/** A place in the law written out (`integreringsloven § 14 fjerde ledd`), with how sure it is, and its parts. */
export const ExplainedSource = z.object({ text: z.string(), certainty: Certainty, note: z.string().optional(), reference: Source })
export type ExplainedSource = z.infer<typeof ExplainedSource>

/** One step of a reasoning in words. `key` and `params` are what was stored; `text` and `source` are written out. */
export const ExplainedStep = z.object({
  key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), text: z.string(),
  source: z.string(), certainty: Certainty, force: Force, reference: Source,
})
export type ExplainedStep = z.infer<typeof ExplainedStep>

/** What is needed for an answer, or would make it surer. `label` names it; `ask` and `source` are there for a choice of the municipality. */
export const ExplainedQuestion = OpenQuestion.extend({ label: z.string(), text: z.string(), source: z.string().optional(), ask: z.string().optional() })
export type ExplainedQuestion = z.infer<typeof ExplainedQuestion>

/** An answer in words: `says` is the answer as a list of sentences, one for each part of it. */
export const ExplainedAnswer = z.object({
  rule: z.string(), title: z.string(), version: z.string(), on: PlainDate,
  answer: z.unknown(), says: z.array(z.object({ name: z.string(), text: z.string() })),
  steps: z.array(ExplainedStep), needsJudgement: z.array(ExplainedStep), openQuestions: z.array(ExplainedQuestion), sources: z.array(ExplainedSource),
  /** Choices of the municipality that the answer was asked with, where it is known; `option` null when nothing is chosen. */
  choices: z.array(z.object({ name: z.string(), label: z.string(), option: z.string().nullable(), optionLabel: z.string().nullable() })).optional(),
})
export type ExplainedAnswer<A = unknown> = Omit<z.infer<typeof ExplainedAnswer>, 'answer'> & { answer: A | null }

/** A rule for those who ask it. `facts` and `answer` are JSON Schema; in `facts` every place and closed value has its `title`. */
export const ExplainedRule = z.object({
  name: z.string(), title: z.string(), about: z.string(), version: z.int(), topic: z.string(), topicTitle: z.string(),
  facts: z.record(z.string(), z.unknown()), answer: z.record(z.string(), z.unknown()),
  decidedBy: z.array(z.object({ name: z.string(), label: z.string() })),
  sources: z.array(ExplainedSource), certainty: Certainty, checkedBy: z.string(),
})
export type ExplainedRule = z.infer<typeof ExplainedRule>

const Words = z.record(z.string(), z.unknown())
/** What is tried instead of what the municipality has set: choices, and days enacted rules came into force. */
export const WhatIf = z.object({ choices: z.record(z.string(), z.string()).optional(), commenced: z.record(z.string(), PlainDate).optional() })
export type WhatIf = z.infer<typeof WhatIf>

/** A question to a rule. `at` asks with what the municipality had entered at that moment, as one would have answered then. */
export const AskInput = WhatIf.extend({ rule: z.string(), on: PlainDate, facts: Words, at: Instant.optional(), locale: RuleLocale.optional() })
export const CompareInput = z.object({
  rule: z.string(), facts: Words, locale: RuleLocale.optional(),
  first: WhatIf.extend({ on: PlainDate }), second: WhatIf.extend({ on: PlainDate }),
})
/** What differs: a part of the answer by its path, or a step that stands in one of the two alone. */
export const Difference = z.object({ path: z.string(), first: z.unknown(), second: z.unknown() })
export type Difference = z.infer<typeof Difference>
export const Compared = z.object({ first: ExplainedAnswer, second: ExplainedAnswer, differs: z.array(Difference), steps: z.object({ first: z.array(z.string()), second: z.array(z.string()) }) })
