import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Permission } from '#shared/permission.ts'
import type { StepKind } from '../plan/steps.schema.ts'
import type { Answer, NoteTalkInput, TalkAction, TalkPage, TalkState } from './talk.schema.ts'
import type { Point, TalkKind } from './template/template.schema.ts'

/** The step of the path that is done when a talk has been held; a talk that only prepares or follows up does none. */
export const stepOf: Record<TalkKind, StepKind | null> = {
  qualification_interview: 'qualification_interview', three_part: 'competence_mapping', contract_meeting: 'contract_meeting', guidance_preparation: null, follow_up: null,
}

type Stage = { plannedOn: PlainDate | null; heldOn: PlainDate | null; cancelledOn: PlainDate | null; isBegun: boolean }

/** Where a talk stands: derived from what has happened. */
export function talkState({ plannedOn, heldOn, cancelledOn, isBegun }: Stage, today: PlainDate): TalkState {
  if (heldOn !== null) return 'held'
  if (cancelledOn !== null) return 'cancelled'
  if (isBegun) return 'begun'
  return plannedOn !== null && plannedOn < today ? 'late' : 'planned'
}

const isOpen = (state: TalkState): boolean => state !== 'held' && state !== 'cancelled'

/** Who may read what is said in a talk: whoever works on the plan, and a teacher in the talk adult education takes part in. */
export const mayOpen = (kind: TalkKind, held: readonly Permission[]): boolean => held.includes('programme.write') || (kind === 'three_part' && held.includes('programme.teach'))

/** What may be done with a talk by somebody with these permissions. */
export function talkActions(kind: TalkKind, state: TalkState, held: readonly Permission[]): TalkAction[] {
  const writes = held.includes('programme.write')
  if (!mayOpen(kind, held)) return []
  return [
    ...(isOpen(state) ? (['note'] as const) : []), ...(isOpen(state) && writes ? (['plan', 'close', 'cancel'] as const) : []),
    ...(state !== 'cancelled' ? (['print'] as const) : []), ...(writes ? (['settleStep'] as const) : []),
  ]
}

/** A talk that is over stays as it was written. */
export const mayChange = (state: TalkState): Refusal[] => [...check(state !== 'held', { code: 'talk.isHeld' }), ...check(state !== 'cancelled', { code: 'talk.isCancelled' })]

/** Whether what was said may be kept: in an open talk, to points it has, each once. */
export const mayNote = ({ answers, steps }: Pick<NoteTalkInput, 'answers' | 'steps'>, { state, points }: { state: TalkState; points: readonly Pick<Point, 'id'>[] }): Refusal[] => [
  ...mayChange(state),
  ...check(answers.every(({ pointId }) => points.some(({ id }) => id === pointId)), { code: 'talk.noSuchPoint', path: 'answers' }),
  ...check(new Set(answers.map(({ pointId }) => pointId)).size === answers.length && new Set(steps.map(({ id }) => id)).size === steps.length, { code: 'talk.saidTwice', path: 'answers' }),
]

/** Whether anything was said at all: a talk without a word was not held. */
export const isBegun = ({ answers, ownWords, disagreement }: { answers: readonly Answer[]; ownWords: string | null; disagreement: string | null }, steps: number): boolean =>
  steps > 0 || ownWords !== null || disagreement !== null || answers.some(({ note, standing }) => note !== null || standing !== null)

/** Whether a talk may be closed: open, held by today, and with something written in it. */
export const mayClose = ({ state, heldOn, today }: { state: TalkState; heldOn: PlainDate; today: PlainDate }): Refusal[] => [
  ...mayChange(state),
  ...check(heldOn <= today, { code: 'talk.heldInFuture', path: 'heldOn' }),
  ...(state === 'held' || state === 'cancelled' ? [] : check(state === 'begun', { code: 'talk.nothingSaid' })),
]

/** Points that a talk has not touched: what is known and fresh may be left as it is. */
export const untouched = ({ points, known, answers, ownWords }: Pick<TalkPage, 'points' | 'known' | 'answers' | 'ownWords'>): Point[] => points.filter((point) =>
  (point.belongs !== 'words' || ownWords === null) &&
  known.find(({ belongs }) => belongs === point.belongs)?.need !== 'known' && !answers.some(({ pointId, note, standing }) => pointId === point.id && (note !== null || standing !== null)))
