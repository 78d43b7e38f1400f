import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Assessment, ProofItem, Seen, SeenTasks, TrialTask } from './proof.schema.ts'

/** Whether an assessment holds together: days in their order and none ahead, and a part says which part. */
export const assessmentRefusals = ({ orderedOn, heldOn, result, resultOn, approved, paperOn }: Pick<Assessment, 'orderedOn' | 'heldOn' | 'result' | 'resultOn' | 'approved' | 'paperOn'>, today: PlainDate): Refusal[] => [
  ...check(orderedOn <= today, { code: 'proof.inFuture', path: 'orderedOn' }),
  ...check(heldOn === null || heldOn >= orderedOn, { code: 'proof.beforeOrdered', path: 'heldOn' }),
  ...check((result === null) === (resultOn === null), { code: 'proof.resultDay', path: 'resultOn' }),
  ...check(resultOn === null || (resultOn >= (heldOn ?? orderedOn) && resultOn <= today), { code: 'proof.resultOrder', path: 'resultOn' }),
  ...check(result !== 'part' || approved.length > 0, { code: 'proof.whichPart', path: 'approved' }),
  ...check(result !== 'none' || approved.length === 0, { code: 'proof.nothingApproved', path: 'approved' }),
  ...check(paperOn === null || (result !== null && result !== 'none'), { code: 'proof.paperOfResult', path: 'paperOn' }),
]

export type Noting = { startsOn: PlainDate; closedOn: PlainDate | null; tasks: readonly Pick<TrialTask, 'id' | 'seen'>[] }

/** Whether what somebody saw may be noted: the trial is open, the day has been, the tasks are its own; a link adds, it changes nothing. */
export const maySee = ({ tasks }: SeenTasks, trial: Noting, { seenOn, today, byLink }: { seenOn: PlainDate; today: PlainDate; byLink: boolean }): Refusal[] => [
  ...check(trial.closedOn === null, { code: 'proof.trialClosed' }),
  ...check(seenOn <= today && seenOn >= trial.startsOn, { code: 'proof.seenDay', path: 'seenOn' }),
  ...check(tasks.every(({ id }) => trial.tasks.some((one) => one.id === id)), { code: 'proof.otherTask', path: 'tasks' }),
  ...check(new Set(tasks.map(({ id }) => id)).size === tasks.length, { code: 'proof.taskTwice', path: 'tasks' }),
  ...check(!byLink || tasks.every(({ id }) => trial.tasks.some((one) => one.id === id && one.seen === null)), { code: 'proof.seenBefore', path: 'tasks' }),
]

/** Only what she does alone is a skill of hers: what she does with help stands on the sheet as that, and is no skill the matching counts. */
export const isSkill = (seen: Seen | null): boolean => seen === 'alone'

/** What may be done with a trial now. */
export const trialActions = ({ closedOn, agreementId, tasks }: { closedOn: PlainDate | null; agreementId: string | null; tasks: readonly Pick<TrialTask, 'seen'>[] }, may: { change: boolean; note: boolean }): ('note' | 'ask' | 'close')[] => closedOn !== null ? [] : [
  ...(may.note ? (['note'] as const) : []),
  ...(may.note && agreementId !== null && tasks.some(({ seen }) => seen === null) ? (['ask'] as const) : []),
  ...(may.change ? (['close'] as const) : []),
]

/** What is ticked before she has chosen: all that somebody else stands behind, nothing that is only said. */
export const chosenAtFirst = (items: readonly Pick<ProofItem, 'key' | 'evidence'>[]): string[] => items.filter(({ evidence }) => evidence !== 'claimed').map(({ key }) => key)

/** What she chose last time, of what is still there; what has come since is not ticked for her. */
export const chosenNow = (items: readonly Pick<ProofItem, 'key' | 'evidence'>[], before: readonly string[] | undefined): string[] =>
  before === undefined ? chosenAtFirst(items) : items.filter(({ key }) => before.includes(key)).map(({ key }) => key)

/** Letters and digits that are not mistaken for one another when read over the telephone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** A code of eight signs from as many random bytes. */
export const codeFrom = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
/** A code as somebody read it aloud or typed it: without spaces and dashes, in capitals. */
export const typedCode = (text: string): string => text.replace(/[^0-9a-z]/gi, '').toUpperCase()
