import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { SaveStepInput, Step, StepKind } from './steps.schema.ts'

type Stored = Omit<Step, 'state'>
const empty = (kind: StepKind): Stored => ({ kind, id: null, version: null, plannedOn: null, referredOn: null, doneOn: null, doneWith: null, result: null, deviation: null })

function stateOf(step: Stored, isNext: boolean, today: PlainDate): Step['state'] {
  if (step.doneOn !== null) return 'done'
  if (step.plannedOn !== null) return step.plannedOn < today ? 'late' : 'planned'
  return isNext ? 'next' : 'waiting'
}

/** The path in the municipality's order; what was done though it is not in the order is kept at the end. */
export function pathOf(order: readonly StepKind[], stored: readonly Stored[], today: PlainDate): Step[] {
  const kinds = [...order, ...stored.map(({ kind }) => kind).filter((kind) => !order.includes(kind))]
  const steps = kinds.map((kind) => stored.find((one) => one.kind === kind) ?? empty(kind))
  const next = steps.find(({ doneOn }) => doneOn === null)
  return steps.map((step) => ({ ...step, state: stateOf(step, step === next, today) }))
}

/** Whether a step may be noted: not done in the future or before the referral, and out of order only with the reason. */
export function maySaveStep(input: SaveStepInput, order: readonly StepKind[], stored: readonly Pick<Stored, 'kind' | 'doneOn'>[], today: PlainDate): Refusal[] {
  const before = order.slice(0, Math.max(0, order.indexOf(input.kind)))
  const skipped = before.filter((kind) => !stored.some((one) => one.kind === kind && one.doneOn !== null))
  return [
    ...check(input.doneOn === null || input.doneOn <= today, { code: 'plan.stepInFuture', path: 'doneOn' }),
    ...check(input.referredOn === null || input.doneOn === null || input.referredOn <= input.doneOn, { code: 'plan.doneBeforeReferral', path: 'doneOn' }),
    ...check(input.doneOn === null || skipped.length === 0 || input.deviation !== null, { code: 'plan.outOfOrder', path: 'deviation' }),
  ]
}
