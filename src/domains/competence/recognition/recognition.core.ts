import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, daysBetween, plainDate } from '#shared/date.ts'
import type { Document, Recognition, Result, SaveAuthorityInput, Standing, Step, StepKind } from './recognition.schema.ts'

type Dated = Pick<Step, 'kind' | 'onDay' | 'dueOn' | 'result' | 'missing'>
type Paper = Pick<Document, 'name' | 'gatheredBy' | 'hadOn' | 'translation'>

/** The order in which steps of the same day happened: they are noted by day alone. */
const ORDER: readonly StepKind[] = ['sent', 'receipt', 'interview', 'asked_more', 'sent_more', 'answered', 'complained', 'complaint_answered', 'withdrawn']
export const inOrder = <S extends Dated>(steps: readonly S[]): S[] => steps.toSorted((a, b) => a.onDay.localeCompare(b.onDay) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))

const answers: readonly StepKind[] = ['answered', 'complaint_answered']
const states = { sent: 'waiting', receipt: 'waiting', interview: 'waiting', sent_more: 'waiting', asked_more: 'asked', answered: 'answered', complaint_answered: 'answered', complained: 'complaint', withdrawn: 'withdrawn' } as const satisfies Record<StepKind, Standing['state']>

/** What still lacks before it can be sent: papers that are not there, and those not translated. */
export const lacksOf = (documents: readonly Paper[]): Standing['lacks'] => documents.flatMap(({ name, gatheredBy, hadOn, translation }) => [
  ...(hadOn === null ? [{ name, gatheredBy, what: 'document' as const }] : []),
  ...(translation === 'needed' || translation === 'ordered' ? [{ name, gatheredBy, what: 'translation' as const }] : []),
])

/** The day an answer is to be expected, by the municipality's own figure; null where nobody has entered one. */
export const expectedOn = (sentOn: PlainDate | null, weeks: number | null): PlainDate | null => (sentOn === null || weeks === null ? null : addDays(sentOn, weeks * 7))

/** How far a case has come, how long it has waited (days from sent to the first answer, or to today), and whether it is late. */
export function standingOf(steps: readonly Dated[], documents: readonly Paper[], weeks: number | null, today: PlainDate): Standing {
  const done = inOrder(steps)
  const [sent, last] = [done.find(({ kind }) => kind === 'sent'), done.at(-1)]
  const [first, answer] = [done.find(({ kind }) => kind === 'answered'), done.findLast(({ kind }) => answers.includes(kind))]
  const lacks = lacksOf(documents)
  const state = last === undefined ? (documents.length > 0 && lacks.length === 0 ? 'ready' : 'gathering') : states[last.kind]
  const expected = expectedOn(sent?.onDay ?? null, weeks)
  const waits = state === 'waiting' || state === 'asked'
  return {
    state, lacks, sentOn: sent?.onDay ?? null, expectedOn: expected, daysWaited: sent === undefined ? null : daysBetween(sent.onDay, first?.onDay ?? (state === 'withdrawn' && last ? last.onDay : today)),
    isLate: (waits && first === undefined && expected !== null && expected < today) || (state === 'asked' && last?.dueOn !== null && last !== undefined && last.dueOn < today),
    answerDueOn: state === 'asked' ? last?.dueOn ?? null : null, result: answer?.result ?? null, missing: answer?.missing ?? null, answeredOn: answer?.onDay ?? null,
  }
}

/** Whether somebody must look at it today: it is late, or the day for the next look has come. */
export const checkIsDue = ({ state, isLate }: Pick<Standing, 'state' | 'isLate'>, nextCheckOn: PlainDate | null, today: PlainDate): boolean => !isOver(state) && (isLate || (nextCheckOn !== null && nextCheckOn <= today))
/** Whether nothing more is expected of it. */
export const isOver = (state: Standing['state']): boolean => state === 'answered' || state === 'withdrawn'

const follows: Record<Standing['state'], readonly StepKind[]> = {
  gathering: ['sent', 'withdrawn'], ready: ['sent', 'withdrawn'], waiting: ['receipt', 'asked_more', 'interview', 'answered', 'withdrawn'],
  asked: ['sent_more', 'answered', 'withdrawn'], answered: ['complained'], complaint: ['complaint_answered', 'withdrawn'], withdrawn: [],
}
/** The steps that may come next. */
export const nextSteps = (state: Standing['state']): StepKind[] => [...follows[state]]

/** Whether a step may be noted: it follows on what is, on a day that has been and not before the last; an answer says what it was. */
export function mayAdd(step: Dated, before: readonly Dated[], now: Pick<Standing, 'state'>, today: PlainDate): Refusal[] {
  const last = inOrder(before).at(-1)
  const isAnswer = answers.includes(step.kind)
  return [
    ...check(nextSteps(now.state).includes(step.kind), { code: 'recognition.notNow', path: 'kind' }),
    ...check(step.onDay <= today, { code: 'recognition.inFuture', path: 'onDay' }),
    ...check(last === undefined || step.onDay >= last.onDay, { code: 'recognition.beforeLast', path: 'onDay' }),
    ...check(isAnswer === (step.result !== null), { code: 'recognition.saysResult', path: 'result' }),
    ...check((step.result === 'part') === (step.missing !== null), { code: 'recognition.saysMissing', path: 'missing' }),
    ...check(step.dueOn === null || (step.kind === 'asked_more' && step.dueOn >= step.onDay), { code: 'recognition.dueDay', path: 'dueOn' }),
  ]
}

/** A figure for the waiting time has its source and the day it was read, or there is none. */
export const waitRefusals = ({ expectedWeeks, source, sourceOn }: Pick<SaveAuthorityInput, 'expectedWeeks' | 'source' | 'sourceOn'>, today: PlainDate): Refusal[] => [
  ...check((expectedWeeks === null) === (source === null), { code: 'recognition.needsSource', path: 'source' }),
  ...check((expectedWeeks === null) === (sourceOn === null), { code: 'recognition.needsSource', path: 'sourceOn' }),
  ...check(sourceOn === null || sourceOn <= today, { code: 'recognition.inFuture', path: 'sourceOn' }),
]

/** A document's translation has somebody who pays only where there is one, and it was not had on a day ahead. */
export const documentRefusals = ({ hadOn, translation, translationPayer }: Pick<Document, 'hadOn' | 'translation' | 'translationPayer'>, today: PlainDate): Refusal[] => [
  ...check(hadOn === null || hadOn <= today, { code: 'recognition.inFuture', path: 'hadOn' }),
  ...check(translationPayer === null || translation !== 'not_needed', { code: 'recognition.nothingToPay', path: 'translationPayer' }),
]

/** No day is asked for where there is no figure for the waiting. */
const ANY_DAY = plainDate('2026-01-01')
const ofResult = { full: 'recognised', part: 'partly', refused: 'refused' } as const satisfies Record<Result, Recognition>
const strength: readonly Recognition[] = ['recognised', 'partly', 'applied', 'refused', 'none']

/** What the cases of one education come to together: the best answer, then one that is running. An answer holds while it is complained of. */
export function recognitionOf(cases: readonly (readonly Dated[])[]): Recognition {
  const each = cases.map((steps): Recognition => {
    const { state, result, sentOn } = standingOf(steps, [], null, ANY_DAY)
    if (result !== null) return state === 'complaint' && result === 'refused' ? 'applied' : ofResult[result]
    return sentOn === null || state === 'withdrawn' ? 'none' : 'applied'
  })
  return strength.find((one) => each.includes(one)) ?? 'none'
}

/** Fewer than this and a figure says more of the persons than of the authority. */
const FEWEST = 5
const at = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return Math.round(low + (high - low) * (place - Math.floor(place)))
}

/** Median and middle half of the days from sent to answered; nothing where fewer than five are finished. */
export function waitingFigures(days: readonly number[]): { answered: number | null; medianDays: number | null; lowDays: number | null; highDays: number | null } {
  if (days.length < FEWEST) return { answered: null, medianDays: null, lowDays: null, highDays: null }
  const sorted = days.toSorted((a, b) => a - b)
  return { answered: days.length, medianDays: at(sorted, 0.5), lowDays: at(sorted, 0.25), highDays: at(sorted, 0.75) }
}
