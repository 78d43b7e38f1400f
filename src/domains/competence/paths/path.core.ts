import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { sharedDigits } from '#shared/occupation.ts'
import { fold } from '#shared/text.ts'
import type { DoneStep, OnPath, PathLevels, PathStep, SavePathInput, StepState, TradePath } from './path.schema.ts'

const SKILLS = ['listening', 'reading', 'writing', 'oral'] as const
/** Digits two occupations share when work in one counts as practice for the other. */
const SAME_WORK = 3

/** What is known of her that a road asks about. */
export type PathFacts = {
  norwegian: Partial<Record<keyof PathLevels, string>>
  work: readonly { occupationCode: string | null; country: string | null; months: number | null }[]
  tradeCertificates: readonly string[]
}

/** Whether a road may be kept: each step once, a last step that ends it, Norwegian with a level, and confirmed by somebody on a day that has been. */
export const maySavePath = (input: Pick<SavePathInput, 'steps' | 'confirmedOn' | 'confirmedWith'>, today: PlainDate): Refusal[] => [
  ...check(new Set(input.steps.map(({ id }) => id)).size === input.steps.length, { code: 'path.stepTwice', path: 'steps' }),
  ...check(input.steps.every(({ kind, levels }) => kind !== 'norwegian' || (levels !== null && SKILLS.some((skill) => levels[skill] !== null))), { code: 'path.noLevel', path: 'steps' }),
  ...check((input.confirmedOn === null) === (input.confirmedWith === null), { code: 'path.confirmedHalf', path: 'confirmedWith' }),
  ...check(input.confirmedOn === null || input.confirmedOn <= today, { code: 'path.inFuture', path: 'confirmedOn' }),
]

/** Whether a step may be noted as done: one of the road's, and not in the future. */
export const maySettleStep = (stepId: string, doneOn: PlainDate | null, steps: readonly PathStep[], today: PlainDate): Refusal[] => [
  ...check(steps.some(({ id }) => id === stepId), { code: 'path.noStep', path: 'stepId' }), ...check(doneOn === null || doneOn <= today, { code: 'path.inFuture', path: 'doneOn' })]

/** Whether one level is another or above it; a mother tongue is above all. */
const isAtLeast = (has: string, needs: string): boolean => has === 'native' || CEFR_LEVELS.findIndex((level) => level === has) >= CEFR_LEVELS.findIndex((level) => level === needs)

const isSameWork = ({ occupationCode, startCode }: Pick<TradePath, 'occupationCode' | 'startCode'>, code: string | null): boolean => Math.max(sharedDigits(code, occupationCode), sharedDigits(code, startCode)) >= SAME_WORK

/** Months of work in the occupation, here and abroad apart: what of it counts is for the county to say. */
export function practiceOf(path: Pick<TradePath, 'occupationCode' | 'startCode'>, work: PathFacts['work']): { here: number; abroad: number; unmeasured: number } {
  const own = work.filter((one) => isSameWork(path, one.occupationCode))
  const sum = (isHere: boolean): number => own.filter(({ country }) => (country === 'NO') === isHere).reduce((all, { months }) => all + (months ?? 0), 0)
  return { here: sum(true), abroad: sum(false), unmeasured: own.filter(({ months }) => months === null).length }
}

const lackingIn = (levels: PathLevels | null, { norwegian }: PathFacts): StepState['lacking'] => levels === null ? [] : SKILLS.flatMap((skill) => {
  const needs = levels[skill]
  const has = norwegian[skill] ?? null
  return needs === null || (has !== null && isAtLeast(has, needs)) ? [] : [{ skill, needs, has }]
})

/** Whether her competence alone shows that a step is behind her. */
function isKnownDone(step: PathStep, path: TradePath, facts: PathFacts): boolean {
  if (step.kind === 'assistant') return facts.work.some(({ occupationCode, country }) => country === 'NO' && isSameWork(path, occupationCode))
  if (step.kind === 'norwegian') return lackingIn(step.levels, facts).length === 0
  if (step.kind === 'practice') return step.months !== null && practiceOf(path, facts.work).here >= step.months
  return step.kind === 'trade_test' && facts.tradeCertificates.some((name) => fold(name).includes(fold(path.trade)))
}

/** Every step with where she is: noted, known from her competence, the next, or later. Several of the later may be under way. */
export function statesOf(path: TradePath, facts: PathFacts, done: readonly DoneStep[]): StepState[] {
  const judged = path.steps.map((step) => ({ step, noted: done.find(({ stepId }) => stepId === step.id), known: isKnownDone(step, path, facts) }))
  const next = judged.find(({ noted, known }) => noted === undefined && !known)
  return judged.map((one): StepState => {
    const isDone = one.noted !== undefined || one.known
    return { step: one.step, state: isDone ? 'done' : one === next ? 'next' : 'later', doneOn: one.noted?.on ?? null, fromCompetence: one.noted === undefined && one.known, lacking: isDone ? [] : lackingIn(one.step.levels, facts),
      practice: one.step.kind === 'practice' ? { needed: one.step.months, ...practiceOf(path, facts.work) } : null }
  })
}

/** How long the steps that are left usually take. Practice here is taken from what is demanded; Norwegian is learned beside the rest and not added. */
export function timeLeft(states: readonly StepState[]): OnPath['left'] {
  const left = states.filter(({ state, step }) => state !== 'done' && step.kind !== 'norwegian' && step.kind !== 'trade_test')
  const months = left.map(({ step, practice }) => (step.months === null ? null : Math.max(0, step.months - (practice?.here ?? 0))))
  return { months: months.reduce<number>((sum, one) => sum + (one ?? 0), 0), atLeast: months.includes(null) }
}

/** A road to choose, and why it is shown first. */
export function whyShown(path: Pick<TradePath, 'occupationCode' | 'startCode'>, { plan, wishes, work }: { plan: string | null; wishes: readonly (string | null)[]; work: readonly (string | null)[] }): 'plan' | 'wish' | 'work' | 'none' {
  if (isSameWork(path, plan)) return 'plan'
  if (wishes.some((code) => isSameWork(path, code))) return 'wish'
  return work.some((code) => isSameWork(path, code)) ? 'work' : 'none'
}
