import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { assistantFor } from './booking.core.ts'
import type { Ground, InterpretedBy, Kind, Purpose, RecordInput } from './booking.schema.ts'

/**
 * Grounds the law knows for each way of holding a meeting without a qualified interpreter:
 * tolkeloven § 7 second paragraph for another interpreter, § 6 for none, § 4 for a child.
 */
export const groundsFor: Record<InterpretedBy, readonly Ground[]> = {
  qualified: [], assistant: ['cannot_wait', 'emergency', 'strong_reasons'], unqualified: ['cannot_wait', 'emergency', 'strong_reasons'], acquaintance: ['cannot_wait', 'emergency', 'strong_reasons'],
  nobody: ['understood', 'message_only', 'emergency'], child: ['emergency', 'sound_for_child'],
}
/** Grounds that say nothing without words. */
const inWords: readonly Ground[] = ['strong_reasons', 'sound_for_child']

type Meeting = { kind: Kind; purpose: Purpose; onDay: PlainDate }

/** Whether a ground is asked for: not where an assistant carried what an assistant may. */
export const needsGround = (by: InterpretedBy, { kind, purpose }: Pick<Meeting, 'kind' | 'purpose'>): boolean =>
  by !== 'qualified' && !(by === 'assistant' && kind === 'assistant' && assistantFor(purpose) !== 'may_not')

/** A child: § 4 lets it happen in an emergency, or where it is sound; we hold that it is not where an assistant may not either. */
const mayChild = (input: Pick<RecordInput, 'ground' | 'decidedBy'>, purpose: Purpose): Refusal[] => [
  ...check(input.ground !== 'sound_for_child' || assistantFor(purpose) === 'may', { code: 'interpreters.childMayNot', path: 'ground' }),
  ...check(input.decidedBy !== null, { code: 'interpreters.whoDecided', path: 'decidedBy' }),
]

/** Whether a meeting may be recorded so, with every reason why not. */
export function mayRecord(input: Pick<RecordInput, 'outcome' | 'interpretedBy' | 'ground' | 'groundNote' | 'decidedBy' | 'answered'>, meeting: Meeting, today: PlainDate): Refusal[] {
  const by = input.interpretedBy
  const held = input.outcome === 'carried_out'
  const asks = held && by !== null && needsGround(by, meeting)
  return [
    ...check(meeting.onDay <= today, { code: 'interpreters.notYet' }),
    ...check(held === (by !== null), { code: 'interpreters.whoInterpreted', path: 'interpretedBy' }),
    ...check(held || input.answered.length === 0, { code: 'interpreters.notHeld', path: 'answered' }),
    ...check(!asks || input.ground !== null, { code: by === 'child' ? 'interpreters.childNeedsGround' : 'interpreters.sayWhy', path: 'ground' }),
    ...check(input.ground === null || (asks && groundsFor[by].includes(input.ground)), { code: 'interpreters.otherGround', path: 'ground' }),
    ...check(input.ground === null || !inWords.includes(input.ground) || input.groundNote !== null, { code: 'interpreters.inWords', path: 'groundNote' }),
    ...(held && by === 'child' ? mayChild(input, meeting.purpose) : []),
  ]
}
