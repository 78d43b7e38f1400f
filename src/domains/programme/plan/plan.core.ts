import type { FinalGoal } from '#rules/person-facts.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { ElementKind, PlanContent, PlanElement, SavePlanInput, Signature, SignInMeetingInput, Snapshot } from './plan.schema.ts'

/** Elements towards work or education: the act wants to hear why each was chosen (IL § 15 fourth ledd). */
const TOWARDS_WORK: readonly ElementKind[] = ['work_practice', 'language_practice', 'part_time_work', 'course', 'nav_measure', 'upper_secondary']
export const needsReason = (kind: ElementKind): boolean => TOWARDS_WORK.includes(kind)

type Part = 'final_goal' | 'norwegian_goal' | 'long_term_goals' | 'training_extent' | 'length' | 'elements' | 'appeal' | 'reasons'
const filled = (text: string | null): boolean => text !== null && text.trim() !== ''

/** The parts a plan has, by the names of the rule. How to complain stands on every paper. */
export function partsOf(content: PlanContent, elements: readonly PlanElement[]): Part[] {
  const { listening, reading, writing, oral } = content.norwegian
  const towards = elements.filter(({ kind }) => needsReason(kind))
  const has: Record<Part, boolean> = {
    final_goal: content.finalGoal !== null, norwegian_goal: [listening, reading, writing, oral].every((level) => level !== null), long_term_goals: filled(content.longTermGoals),
    training_extent: content.norwegianHours !== null && content.socialStudiesHours !== null, length: content.months !== null,
    elements: elements.some(({ kind }) => kind !== 'health'), appeal: true, reasons: towards.length > 0 && towards.every(({ reason }) => filled(reason)),
  }
  return (['final_goal', 'norwegian_goal', 'long_term_goals', 'training_extent', 'length', 'elements', 'appeal', 'reasons'] as const).filter((part) => has[part])
}

const rank: Record<FinalGoal, number> = { work: 0, vocational_requalification: 1, higher_education: 2, parts_of_upper_secondary: 1, upper_secondary: 2, vocational_training: 3 }

/** Whether another goal asks for less than the one there was. */
export const isLower = (before: FinalGoal | null, after: FinalGoal | null): boolean => before !== null && after !== null && rank[after] < rank[before]

type Before = { content: PlanContent; elementIds: readonly string[] } | undefined

function elementRefusals(elements: readonly PlanElement[]): Refusal[] {
  return [
    ...check(new Set(elements.map(({ id }) => id)).size === elements.length, { code: 'plan.elementTwice', path: 'elements' }),
    ...elements.flatMap((one, index) => [
      ...check(one.fromDate === null || one.toDate === null || one.fromDate <= one.toDate, { code: 'plan.elementEndsBeforeStart', path: `elements.${index}.toDate` }),
      ...check(one.kind !== 'health' || (one.title === null && one.reason === null && one.courseId === null), { code: 'plan.healthSaysNothing', path: `elements.${index}.reason` }),
    ]),
  ]
}

/** Whether a plan may be saved: a change says why, a lower goal was seen with its consequences, and no element is impossible. */
export const maySavePlan = (input: SavePlanInput, before: Before): Refusal[] => [
  ...check(before === undefined || filled(input.reason), { code: 'plan.reasonMissing', path: 'reason' }),
  ...check(!isLower(before?.content.finalGoal ?? null, input.content.finalGoal) || input.consequencesSeen, { code: 'plan.lowerGoalUnseen', path: 'content.finalGoal' }),
  ...check(!filled(input.content.disagreement) || filled(input.content.disagreementAnswer), { code: 'plan.disagreementUnanswered', path: 'content.disagreementAnswer' }),
  ...elementRefusals(input.elements),
]

/** One part of a plan that is otherwise than it was. `at` is the part's name; for an element `elements.<id>`. */
export type PlanDifference = { at: string; before: string | null; after: string | null }

const said = (value: unknown): string | null => (value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value))
function elementText(element: PlanElement): string {
  const { id: _, courseId: __, ...one } = element
  return JSON.stringify(one)
}

/** What is otherwise between two revisions, part by part and element by element. */
export function planDifferences(before: Snapshot, after: Snapshot): PlanDifference[] {
  // what was shown of local need differs from day to day, and is no change of the plan
  const { elements: was, norwegian: from, localNeed: _, ...plain } = before
  const { elements: is, norwegian: to, localNeed: __, ...next } = after
  const parts = (Object.keys(next) as (keyof typeof next)[]).map((at) => ({ at, before: said(plain[at]), after: said(next[at]) })) // reason for the cast: Object.keys forgets the literal names
  const levels = (['listening', 'reading', 'writing', 'oral'] as const).map((skill) => ({ at: `norwegian.${skill}`, before: from[skill], after: to[skill] }))
  const ids = [...new Set([...was, ...is].map(({ id }) => id))]
  const elements = ids.map((id) => { const [a, b] = [was.find((one) => one.id === id), is.find((one) => one.id === id)]; return { at: `elements.${id}`, before: a ? elementText(a) : null, after: b ? elementText(b) : null } })
  return [...parts, ...levels, ...elements].filter((one) => one.before !== one.after)
}

type Signing = { revision: number; current: number; kind: 'contract' | 'declaration' | 'none' | null; missing: readonly string[]; signatures: readonly Pick<Signature, 'party' | 'revision'>[] }

/** Whether a party may say yes: to the plan as it is now, when there is a contract, whole, and once. */
export const maySign = (party: Signature['party'], { revision, current, kind, missing, signatures }: Signing): Refusal[] => [
  ...check(revision === current, { code: 'plan.changedSince', path: 'revision' }),
  ...check(kind !== 'none' && kind !== null, { code: 'plan.noContract' }),
  ...check(missing.length === 0, { code: 'plan.notWhole', params: { count: missing.length } }),
  ...check(!signatures.some((one) => one.party === party && one.revision === revision), { code: 'plan.isSigned' }),
]

/** A yes through an interpreter names the interpreter and the language. */
export const isWellRecorded = ({ how, interpreter, interpreterLanguage }: SignInMeetingInput): Refusal[] => how !== 'meeting_with_interpreter' ? [] : [
  ...check(interpreter !== null, { code: 'plan.interpreterName', path: 'interpreter' }), ...check(interpreterLanguage !== null, { code: 'plan.interpreterLanguage', path: 'interpreterLanguage' })]

/** Where the plan stands: to be signed, signed by both, or changed since. */
export function signedState(current: number, kind: Signing['kind'], signatures: readonly Pick<Signature, 'party' | 'revision'>[]): 'none' | 'unsigned' | 'waiting' | 'signed' | 'outdated' {
  if (kind === 'none' || kind === null) return 'none'
  const now = signatures.filter(({ revision }) => revision === current).map(({ party }) => party)
  const wanted = kind === 'contract' ? 2 : 1
  if (now.length >= wanted || (kind === 'declaration' && now.includes('municipality'))) return 'signed'
  if (now.length > 0) return 'waiting'
  return signatures.length > 0 ? 'outdated' : 'unsigned'
}

/** To those who do not work on the plan an element of health is time that is taken, and nothing else (TIL-07). */
export const shownTo = (mayWrite: boolean, elements: readonly PlanElement[]): PlanElement[] => mayWrite ? [...elements] : elements.map((one) => (one.kind === 'health' ? { ...one, kind: 'other', title: null, reason: null, courseId: null } : one))

/** Whether the plan is due to be looked at again. */
export const reviewState = (reviewOn: PlainDate | null, today: PlainDate): 'none' | 'late' | 'planned' => (reviewOn === null ? 'none' : reviewOn < today ? 'late' : 'planned')
