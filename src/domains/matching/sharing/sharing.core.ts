import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { AnswerAction, PutForwardState, SharingAction, SharingState } from './sharing.schema.ts'

export type Agreement = { isOurs: boolean; acceptedOn: PlainDate | null; endedOn: PlainDate | null }

/** How an agreement between two municipalities stands; derived, never stored. */
export const sharingState = ({ acceptedOn, endedOn }: Agreement): SharingState => (endedOn !== null ? 'ended' : acceptedOn !== null ? 'in_force' : 'proposed')

/** What one of the two may do with it now: the neighbour accepts or declines, the proposer withdraws, either ends what is in force. */
export function sharingActions(agreement: Agreement, mayAgree: boolean): SharingAction[] {
  if (!mayAgree) return []
  switch (sharingState(agreement)) {
    case 'proposed': return agreement.isOurs ? ['withdraw'] : ['accept', 'decline']
    case 'in_force': return ['end']
    case 'ended': return []
  }
}

/** Whether an agreement may be proposed: to another municipality that is here, and one at a time. */
export const mayPropose = (neighbour: { isThere: boolean; hasOpenAgreement: boolean }): Refusal[] => [
  ...check(neighbour.isThere, { code: 'sharing.noSuchNeighbour', path: 'neighbourId' }),
  ...check(!neighbour.hasOpenAgreement, { code: 'sharing.alreadyOpen', path: 'neighbourId' }),
]

/** Whether it may be accepted: by the one it was proposed to, while it waits. */
export const mayAccept = (agreement: Agreement): Refusal[] => [
  ...check(!agreement.isOurs, { code: 'sharing.ownProposal' }),
  ...check(sharingState(agreement) === 'proposed', { code: 'sharing.notWaiting' }),
]
export const mayEnd = (agreement: Agreement): Refusal[] => check(sharingState(agreement) !== 'ended', { code: 'sharing.alreadyEnded' })

/** Whether a place may be shown to these neighbours: places alone, and those alone with whom there is an agreement. Taking back needs nothing. */
export const mayShare = (opening: { kind: string; withdrawn: boolean }, asked: readonly string[], agreed: ReadonlySet<string>): Refusal[] => (asked.length === 0 ? [] : [
  ...check(opening.kind === 'practice_place', { code: 'sharing.onlyPlaces' }),
  ...check(!opening.withdrawn, { code: 'sharing.placeWithdrawn' }),
  ...check(asked.every((id) => agreed.has(id)), { code: 'sharing.noAgreement', path: 'neighbourIds' }),
])

/** What must hold before one of ours is put forward elsewhere. */
export type Forwarding = { isOpen: boolean; freeSeats: number; addressProtection: string; isPutForward: boolean; consentOn: PlainDate; today: PlainDate; hasGround: boolean; note: string | null }

/** Why she cannot be put forward, before anybody asks her. */
export const forwardObstacles = ({ isOpen, freeSeats, addressProtection, isPutForward }: Omit<Forwarding, 'consentOn' | 'today' | 'hasGround' | 'note'>): Refusal[] => [
  ...check(addressProtection === 'none', { code: 'sharing.protected' }),
  ...check(isOpen, { code: 'sharing.placeClosed' }),
  ...check(freeSeats > 0, { code: 'sharing.noSeat' }),
  ...check(!isPutForward, { code: 'sharing.alreadyPutForward' }),
]
export const mayPutForward = (one: Forwarding): Refusal[] => [
  ...forwardObstacles(one),
  ...check(one.consentOn <= one.today, { code: 'sharing.dayToCome', path: 'on' }),
  // no random placement there either (PLA-03)
  ...check(one.hasGround || one.note !== null, { code: 'matching.groundMissing', path: 'note' }),
]

export type Answered = { withdrawnOn: PlainDate | null; answer: 'meet' | 'not_now' | null; confirmedOn: PlainDate | null; endedOn: PlainDate | null }

/** How far it has come, the same for both sides. */
export function putForwardState({ withdrawnOn, answer, confirmedOn, endedOn }: Answered): PutForwardState {
  if (withdrawnOn !== null) return 'withdrawn'
  if (endedOn !== null) return 'ended'
  if (confirmedOn !== null) return 'seat'
  return answer ?? 'waiting'
}

const answers: Record<PutForwardState, readonly AnswerAction[]> = { waiting: ['meet', 'notNow'], meet: ['confirm', 'notNow'], not_now: ['meet'], seat: ['end'], ended: [], withdrawn: [] }
/** What the owner of the place may do now. */
export const answerActions = (state: PutForwardState, mayAnswer: boolean): AnswerAction[] => (mayAnswer ? [...answers[state]] : [])

/** Whether the owner may answer so: what is confirmed is not answered anew, and a no has its reason. */
export const mayAnswer = (before: Answered, answer: 'meet' | 'not_now', reason: string | null): Refusal[] => [
  ...check(before.confirmedOn === null, { code: 'sharing.seatConfirmed' }),
  ...check(answer === 'meet' || reason !== null, { code: 'sharing.reasonMissing', path: 'reason' }),
]
export const mayConfirm = (before: Answered, freeSeats: number): Refusal[] => [
  ...check(before.answer === 'meet', { code: 'sharing.notMet' }),
  ...check(before.confirmedOn === null, { code: 'sharing.seatConfirmed' }),
  ...check(freeSeats > 0, { code: 'sharing.noSeat' }),
]
export const mayEndSeat = (before: Answered): Refusal[] => check(before.confirmedOn !== null && before.endedOn === null, { code: 'sharing.noSeatToEnd' })
