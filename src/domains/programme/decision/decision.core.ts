import type { Facts } from '#rules/facts.ts'
import { impossibleFacts } from '#rules/possible.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { DecideInput, DecisionKind, StopInput } from './decision.schema.ts'

/** What the rules answered, as far as a decision is bound by it; null is "could not be decided". */
export type Bounds = {
  /** Right and duty, may be offered, or neither (IL § 8). */
  right: 'right' | 'may' | 'none' | null
  /** Facts without which the target group cannot be decided. */
  missing: readonly string[]
  goals: readonly string[] | null
  upToMonths: number | null
  extensionMonths: number | null
  /** The kinds of stop there is a ground for. */
  stops: readonly string[] | null
}

export type Earlier = { id: string; kind: DecisionKind; decidedOn: PlainDate; isReplaced: boolean }
type Open = { id: string; startsOn: PlainDate; months: number; extensionMonths: number; endedOn: PlainDate | null }

const inOrder = ({ decidedOn, validFrom, validTo }: { decidedOn: PlainDate; validFrom: PlainDate | null; validTo: PlainDate | null }, today: PlainDate): Refusal[] => [
  ...check(decidedOn <= today, { code: 'decision.inFuture', path: 'decidedOn' }),
  ...check(validFrom === null || validTo === null || validTo >= validFrom, { code: 'decision.endsBeforeStart', path: 'validTo' }),
]

/** Programme and refusal rest on the target group: what it lacks is asked for, and neither goes against its answer. */
function groupRefusals(kind: DecideInput['kind'], { right, missing }: Bounds): Refusal[] {
  if (kind !== 'programme' && kind !== 'refusal') return []
  if (right === null) return missing.length === 0 ? [{ code: 'decision.cannotDecide' }] : missing.map((name) => ({ code: 'decision.factMissing', path: `facts.${name}`, params: { name } }))
  return [
    ...check(kind !== 'programme' || right !== 'none', { code: 'decision.notInTargetGroup', path: 'kind' }),
    ...check(kind !== 'refusal' || right !== 'right', { code: 'decision.hasRight', path: 'kind' }),
  ]
}

function programmeRefusals(input: DecideInput, bounds: Bounds, open: Open | undefined): Refusal[] {
  const { kind, programme } = input
  if (kind !== 'programme') return check(programme === null, { code: 'decision.noProgrammeHere', path: 'programme' })
  if (programme === null) return [{ code: 'decision.programmeMissing', path: 'programme' }]
  return [
    ...check(open === undefined, { code: 'decision.alreadyInProgramme' }),
    ...check(programme.offeredOn <= programme.startsOn, { code: 'decision.startsBeforeOffer', path: 'programme.startsOn' }),
    ...check(bounds.upToMonths === null || programme.months <= bounds.upToMonths, { code: 'decision.tooLong', path: 'programme.months', params: { months: bounds.upToMonths ?? 0 } }),
    ...check(bounds.goals === null || bounds.goals.includes(programme.finalGoal), { code: 'decision.goalNotOpen', path: 'programme.finalGoal' }),
  ]
}

const replacesRefusals = ({ replaces, kind, decidedOn }: DecideInput, earlier: Earlier | undefined): Refusal[] => replaces === null ? [] : [
  ...check(earlier !== undefined, { code: 'decision.replacesNothing', path: 'replaces.decisionId' }),
  ...check(earlier?.isReplaced !== true, { code: 'decision.isReplaced', path: 'replaces.decisionId' }),
  ...check(earlier === undefined || decidedOn >= earlier.decidedOn, { code: 'decision.beforeReplaced', path: 'decidedOn' }),
  ...check(replaces.why !== 'correction' || earlier === undefined || earlier.kind === kind, { code: 'decision.correctionOfOtherKind', path: 'kind' }),
]

/** Whether somebody may decide this: everything that stands in the way at once, impossible facts with it. */
export function mayDecide(input: DecideInput, known: { facts: Facts; bounds: Bounds; earlier?: Earlier; open?: Open }, today: PlainDate): Refusal[] {
  return [
    ...impossibleFacts(known.facts, today).map((one) => ({ ...one, path: one.path === 'startedOn' ? 'programme.startsOn' : `facts.${one.path ?? ''}` })),
    ...inOrder(input, today), ...groupRefusals(input.kind, known.bounds), ...programmeRefusals(input, known.bounds, known.open), ...replacesRefusals(input, known.earlier),
  ]
}

/** The last day of a programme by its decided length alone; what absence adds is the attendance's to say. */
export const decidedEnd = ({ startsOn, months, extensionMonths }: Pick<Open, 'startsOn' | 'months' | 'extensionMonths'>): PlainDate => addDays(addMonths(startsOn, months + extensionMonths), -1)

/** Whether a programme may be extended: it runs, and the rule gives so many months in all. */
export const mayExtend = (input: { months: number; decidedOn: PlainDate }, open: Open, bounds: Bounds, today: PlainDate): Refusal[] => [
  ...inOrder({ decidedOn: input.decidedOn, validFrom: null, validTo: null }, today),
  ...check(open.endedOn === null, { code: 'decision.programmeEnded' }),
  ...check(bounds.extensionMonths !== null, { code: 'decision.cannotDecide' }),
  ...check(bounds.extensionMonths === null || bounds.extensionMonths > 0, { code: 'decision.cannotBeExtended', path: 'months' }),
  ...check(bounds.extensionMonths === null || bounds.extensionMonths === 0 || open.extensionMonths + input.months <= bounds.extensionMonths,
    { code: 'decision.extensionTooLong', path: 'months', params: { left: Math.max(0, (bounds.extensionMonths ?? 0) - open.extensionMonths) } }),
]

/** Whether a programme may be stopped from a day: it runs then, the rule gives the ground for such a stop, and one for a time says until when. */
export const mayStop = ({ how, from, to, decidedOn }: StopInput, open: Open, bounds: Bounds, today: PlainDate): Refusal[] => [
  ...check(bounds.stops !== null, { code: 'decision.cannotDecide', path: 'ground' }), ...check(bounds.stops === null || bounds.stops.includes(how), { code: 'decision.stopNoGround', path: 'ground' }),
  ...inOrder({ decidedOn, validFrom: from, validTo: to }, today),
  ...check(open.endedOn === null, { code: 'decision.programmeEnded' }),
  ...check(from >= open.startsOn, { code: 'decision.stopBeforeStart', path: 'from' }),
  ...check(from >= decidedOn, { code: 'decision.stopBackInTime', path: 'from' }),
  ...check(how !== 'temporary' || to !== null, { code: 'decision.stopUntilWhen', path: 'to' }),
  ...check(how !== 'permanent' || to === null, { code: 'decision.stopForGood', path: 'to' }),
]
