import { z } from 'zod'
import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, refuse } from '#shared/decision.ts'
import { PlainDate } from '#shared/date.ts'
import type { Choice, Enacted, Settings } from './choice.ts'
import { noSettings } from './choice.ts'
import { FACTS, type FactName, type Facts } from './facts.ts'
import type { EnteredValue, Parameter } from './parameter.ts'
import { valueOn } from './parameter.ts'
import { impossibleFacts } from './possible.ts'
import { Source } from './source.ts'

/** The day up to which the law was read. */
export const LAW_AS_OF = '2026-07-02'

export const Force = z.enum(['shall', 'may', 'is'])
const Params = z.record(z.string(), z.union([z.string(), z.number()]))

/** One step of a reasoning. `text` is a key (`step.…`) whose text takes `params`; `force` says whether the law says shall or may. */
export const Step = z.object({ text: z.string(), params: Params, source: Source, force: Force })
export type Step = z.infer<typeof Step>

/** What stands in the way of an answer, or would make it surer: a fact, a figure for a day, a choice of the municipality, or something outside. */
export const OpenQuestion = z.object({ kind: z.enum(['fact', 'value', 'choice', 'other']), name: z.string(), on: PlainDate.optional() })
export type OpenQuestion = z.infer<typeof OpenQuestion>

/** The answer of a rule. `answer` is null when it cannot be decided; then `openQuestions` says what is needed. */
export type Answer<A> = {
  rule: string
  /** Rule, its version and the law it was read from: kept with every decision. */
  version: string
  on: PlainDate
  answer: A | null
  steps: Step[]
  sources: Source[]
  /** Where a named person must judge, because the law says may, should or reasonable. */
  needsJudgement: Step[]
  openQuestions: OpenQuestion[]
}

/** What a rule is asked with beside the facts: figures and choices of the municipality. */
export type Grounds = { entered: readonly EnteredValue[]; settings: Settings }
export const noGrounds: Grounds = { entered: [], settings: noSettings }

/** Thrown inside a rule, and caught by `askRule`: something needed is missing. */
class CannotDecide extends Error {
  readonly questions: OpenQuestion[]
  constructor(questions: OpenQuestion[]) {
    super(questions.map(({ name }) => name).join(', '))
    this.questions = questions
  }
}

type Note = { params?: Record<string, string | number>; force?: z.infer<typeof Force> }

/** What a rule's `decide` works with. Everything it uses it asks for, so that the trace is whole. */
export type Asking<N extends FactName> = {
  on: PlainDate
  /** The facts, all of them known; else the rule cannot be decided, and says which are missing. */
  need: <K extends N>(...names: K[]) => Required<Pick<Facts, K>>
  /** A fact that may be unknown. */
  known: <K extends N>(name: K) => Facts[K]
  /** The same, where knowing it could change the answer: unknown, it is an open question, and the answer goes on without it. */
  knownOrOpen: <K extends N>(name: K) => Facts[K]
  /** The figure that holds on a day; else it cannot be decided. A repealed one is null. */
  value: (parameter: Parameter, on: PlainDate) => number | null
  /** A figure that may be missing: then it is an open question, and the answer goes on without it. */
  valueOrOpen: (parameter: Parameter, on: PlainDate) => number | null | undefined
  /** What the municipality has chosen; else it cannot be decided. */
  choice: <C extends Choice>(choice: C) => C['options'][number]
  /** Whether an enacted rule is in force on a day. */
  inForce: (enacted: Enacted, on: PlainDate) => boolean
  step: (text: string, source: Source, note?: Note) => void
  judge: (text: string, source: Source, note?: Note) => void
  /** A question that is open and yet does not stop the answer. */
  open: (name: string) => void
  /** The answer of another rule on the same facts; its steps become ours. Cannot be decided when that one cannot. */
  rule: <A>(rule: Rule<never, A> | Rule<N, A>) => A
}

export type Rule<N extends FactName, A> = {
  /** `programme.length`: topic and question. Texts: `rule.<name>` and `rule.<name>.about`. */
  name: string
  version: number
  /** The facts that are dates and select which regime applies: the trap of the act. Empty where only `on` decides. */
  decidedBy: readonly FactName[]
  facts: readonly N[]
  answer: z.ZodType<A>
  sources: readonly Source[]
  /** Who must check it before it is relied on, in a word or two; `docs/rules.md` shows it. */
  checkedBy: string
  decide: (asking: Asking<N>) => A
}

/** Any rule, whatever it needs and answers. */
export type AnyRule = Omit<Rule<FactName, unknown>, 'decide'> & { decide: (asking: never) => unknown }

/** Declares a rule; the identity function, for its types. What it answers is said by `answer` alone. */
export const rule = <const N extends FactName, S extends z.ZodType>(one: Omit<Rule<N, z.output<S>>, 'answer' | 'decide'> & { answer: S; decide: (asking: Asking<N>) => z.output<S> }): Rule<N, z.output<S>> =>
  one as never // reason for the cast: a shape is one of what it gives, which the compiler cannot see of a shape not yet known

const shapes = new WeakMap<readonly FactName[], z.ZodObject>()

/** The shape of a rule's facts: each may be missing, none may be unknown. */
export function factShape(names: readonly FactName[]): z.ZodObject {
  const known = shapes.get(names)
  if (known) return known
  const made = z.strictObject(Object.fromEntries(names.map((name) => [name, FACTS[name].optional()])))
  shapes.set(names, made)
  return made
}

const JsonValue = z.object({ enum: z.array(z.unknown()).optional(), format: z.string().optional(), type: z.string().optional(), minimum: z.number().optional(), maximum: z.number().optional() })
const JsonShape = JsonValue.extend({ items: z.object({ properties: z.record(z.string(), JsonValue).optional() }).optional() })

/** What may stand as the value of a fact, for whoever wrote something else; of a list of things, what each part of one may be. */
function knownValues(name: string): string {
  const shape = Object.entries(FACTS).find(([known]) => known === name)?.[1]
  if (shape === undefined) return ''
  const json = JsonShape.parse(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }))
  const within = ({ minimum, maximum }: z.infer<typeof JsonValue>): string => (minimum === undefined && maximum === undefined ? '' : ` ${minimum ?? ''}–${maximum ?? ''}`)
  const say = (value: z.infer<typeof JsonValue>): string => value.enum?.join(', ') ?? value.format ?? `${value.type ?? ''}${within(value)}`
  const parts = Object.entries(json.items?.properties ?? {})
  return parts.length > 0 ? parts.map(([part, value]) => `${part}: ${say(value)}`).join('; ') : say(json)
}

function shapeRefusal(issue: z.core.$ZodIssue, names: readonly FactName[]): Refusal[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ code: 'facts.unknownName', path: [...issue.path, key].join('.'), params: { name: key, known: names.join(', ') } }))
  const [name = ''] = issue.path
  return [{ code: 'facts.unknownValue', path: issue.path.join('.'), params: { name: String(name), known: knownValues(String(name)) } }]
}

/** Those of the facts that can be read, whatever stands wrong beside them, so that what is impossible about them is said in the same breath. */
function readable(names: readonly FactName[], raw: unknown): Facts {
  const whole = z.record(z.string(), z.unknown()).catch({}).parse(raw)
  return Object.fromEntries(names.flatMap((name) => {
    const read = FACTS[name].safeParse(whole[name])
    return read.success ? [[name, read.data]] : []
  }))
}

/** The facts of a rule as given from outside, or every reason why they cannot be, all at once: unknown names and values, impossible facts. */
export function readFacts(names: readonly FactName[], raw: unknown, on: PlainDate): Decision<Facts> {
  const read = factShape(names).safeParse(raw)
  const shape = read.success ? [] : read.error.issues.flatMap((issue) => shapeRefusal(issue, names))
  const facts: Facts = read.success ? read.data : readable(names, raw)
  const refusals = [...shape, ...impossibleFacts(facts, on)]
  return refusals.length > 0 ? refuse(...refusals) : accept(facts)
}

type Trace = Pick<Answer<unknown>, 'steps' | 'needsJudgement' | 'openQuestions'>

function missing(facts: Facts, names: readonly FactName[]): OpenQuestion[] {
  return names.filter((name) => facts[name] === undefined).map((name) => ({ kind: 'fact' as const, name }))
}

function askingOf(facts: Facts, on: PlainDate, { entered, settings }: Grounds, trace: Trace): Asking<FactName> {
  const noted = (text: string, source: Source, { params = {}, force = 'is' }: Note = {}): Step => ({ text, params, source, force })
  const asking: Asking<FactName> = {
    on,
    need: (...names) => {
      const lacking = missing(facts, names)
      if (lacking.length > 0) throw new CannotDecide(lacking)
      return facts as never // reason for the cast: each was just seen
    },
    known: (name) => facts[name],
    knownOrOpen: (name) => {
      if (facts[name] === undefined) trace.openQuestions.push({ kind: 'fact', name })
      return facts[name]
    },
    value: (parameter, day) => {
      const found = valueOn(parameter, day, entered)
      if (found === undefined) throw new CannotDecide([{ kind: 'value', name: parameter.name, on: day }])
      return found.value
    },
    valueOrOpen: (parameter, day) => {
      const found = valueOn(parameter, day, entered)
      if (found === undefined) trace.openQuestions.push({ kind: 'value', name: parameter.name, on: day })
      return found?.value
    },
    choice: ({ name, options }) => {
      const chosen = settings.choices[name]
      if (chosen === undefined || !options.includes(chosen)) throw new CannotDecide([{ kind: 'choice', name }])
      return chosen
    },
    inForce: ({ name }, day) => { const from = settings.commenced[name]; return from !== undefined && from <= day },
    step: (text, source, note) => { trace.steps.push(noted(text, source, note)) },
    judge: (text, source, note) => { trace.needsJudgement.push(noted(text, source, note)) },
    open: (name) => { trace.openQuestions.push({ kind: 'other', name }) },
    rule: (other) => other.decide(asking as never), // reason for the cast: the facts of the other are among all facts
  }
  return asking
}

/** Each source once, in the order it was used. */
const once = (sources: readonly Source[]): Source[] => [...new Map(sources.map((one) => [JSON.stringify(one), one])).values()]

/** Asks a rule with facts already read. Never throws for what is missing: that is an answer. */
export function decideRule<N extends FactName, A>(asked: Rule<N, A>, facts: Facts, on: PlainDate, grounds: Grounds = noGrounds): Answer<A> {
  const trace: Trace = { steps: [], needsJudgement: [], openQuestions: [] }
  let answer: A | null = null
  try {
    answer = asked.decide(askingOf(facts, on, grounds, trace))
  } catch (error) {
    if (!(error instanceof CannotDecide)) throw error
    trace.openQuestions.push(...error.questions)
  }
  return { rule: asked.name, version: `${asked.name}@${asked.version} (${LAW_AS_OF})`, on, answer, ...trace, sources: once([...trace.steps, ...trace.needsJudgement].map(({ source }) => source)) }
}

/** Asks a rule with facts from outside: an answer, or every reason why the facts cannot be. */
export function askRule<N extends FactName, A>(asked: Rule<N, A>, raw: unknown, on: PlainDate, grounds: Grounds = noGrounds): Decision<Answer<A>> {
  const facts = readFacts(asked.facts, raw, on)
  return facts.ok ? accept(decideRule(asked, facts.value, on, grounds)) : facts
}
