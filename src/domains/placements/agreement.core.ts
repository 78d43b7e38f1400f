import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import { agreementKinds, isNavs } from './agreement-kinds.core.ts'
import type { AgreementAction, AgreementContent, AgreementPeople, AgreementState, EndReason, MissingPart, PlannedFollowUp } from './agreement.schema.ts'
import type { Party } from './approval.schema.ts'

/** The facts the state follows from. */
export type StateFacts = Pick<AgreementContent, 'kind' | 'fromDate' | 'toDate'> & {
  revision: number; submittedAt: string | null; cancelledAt: string | null; endedOn: PlainDate | null; endReason: EndReason | null
}
export type GivenApproval = { party: Party; revision: number; withdrawnAt: string | null }

const parties = ['participant', 'employer', 'municipality'] as const satisfies readonly Party[]

/** Who has said yes to the revision that holds now. Approvals of older revisions and withdrawn ones never count. */
export const approvedBy = (agreement: Pick<StateFacts, 'revision'>, approvals: readonly GivenApproval[]): Party[] =>
  parties.filter((party) => approvals.some((one) => one.party === party && one.revision === agreement.revision && one.withdrawnAt === null))

/** Whether nothing more is to be approved: all three have, or it was signed at Nav and is registered here. */
export const isConcluded = (agreement: StateFacts, approvals: readonly GivenApproval[]): boolean =>
  agreement.submittedAt !== null && (isNavs(agreement.kind) || approvedBy(agreement, approvals).length === parties.length)

/** Where a placement stands on a day; derived, never stored. */
export function agreementState(agreement: StateFacts, approvals: readonly GivenApproval[], today: PlainDate): AgreementState {
  if (agreement.cancelledAt !== null) return 'cancelled'
  if (agreement.endedOn !== null && agreement.endedOn <= today) return 'ended'
  if (agreement.submittedAt === null) return 'draft'
  if (!isConcluded(agreement, approvals)) return 'waiting'
  if (agreement.toDate !== null && agreement.toDate < today) return 'ended'
  return agreement.fromDate !== null && agreement.fromDate > today ? 'ready' : 'in_progress'
}

/** The first contact must come within this many days after the start: later is too late to catch the small problems. */
export const FIRST_FOLLOW_UP_WITHIN = 14

type Whole = AgreementContent & AgreementPeople & { followUps: readonly Pick<PlannedFollowUp, 'dueOn'>[] }

const hasEarlyFollowUp = ({ fromDate, followUps }: Whole): boolean =>
  followUps.some(({ dueOn }) => fromDate === null || (dueOn >= fromDate && dueOn <= addDays(fromDate, FIRST_FOLLOW_UP_WITHIN)))

/** What is still needed before it can be sent for approval, in the order of the page. */
export function missingParts(agreement: Whole): MissingPart[] {
  const lacks = (part: MissingPart): boolean => {
    if (part === 'followUps') return !hasEarlyFollowUp(agreement)
    const value = agreement[part]
    return value === null || value.length === 0
  }
  return agreementKinds[agreement.kind].needs.filter(lacks)
}

const contentFields = ['kind', 'purpose', 'tasks', 'learningGoals', 'languageGoals', 'speaksNorwegianWith', 'expectations', 'fromDate', 'toDate', 'schedule'] as const satisfies readonly (keyof AgreementContent)[]
const peopleFields = ['supervisorContactId', 'signingContactId', 'responsibleId', 'navReference'] as const satisfies readonly (keyof AgreementPeople)[]

type Saved = AgreementContent & AgreementPeople

/** Which fields differ: `content` makes a new revision and withdraws approvals, `people` does not. */
export function whatChanged(before: Saved, after: Saved): { content: (keyof AgreementContent)[]; people: (keyof AgreementPeople)[] } {
  const differs = (field: keyof Saved): boolean => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  return { content: contentFields.filter(differs), people: peopleFields.filter(differs) }
}

const over: readonly AgreementState[] = ['ended', 'cancelled']

/** Whether the content may still be changed, and the new content stands on its own feet. */
export const mayChange = (state: AgreementState, next: Pick<AgreementContent, 'fromDate' | 'toDate'>): Refusal[] => [
  ...check(!over.includes(state), { code: 'placements.isOver' }),
  ...check(next.fromDate === null || next.toDate === null || next.toDate >= next.fromDate, { code: 'placements.endsBeforeStart', path: 'toDate' }),
]

/** Only what has not begun is cancelled; what has begun is ended, with its reason. */
export const mayCancel = (state: AgreementState): Refusal[] =>
  check(state === 'draft' || state === 'waiting' || state === 'ready', { code: over.includes(state) ? 'placements.isOver' : 'placements.hasBegun' })

/** Whether it may be ended on a day: it has been agreed, and the day lies in it. Never having started is an end as well. */
export function mayEnd(agreement: StateFacts, state: AgreementState, end: { on: PlainDate; reason: EndReason }): Refusal[] {
  return [
    ...check(state === 'in_progress' || state === 'waiting' || (state === 'ready' && end.reason === 'never_started'), { code: over.includes(state) ? 'placements.isOver' : 'placements.notBegun' }),
    ...check(agreement.fromDate === null || end.on >= agreement.fromDate, { code: 'placements.endsBeforeStart', path: 'endedOn' }),
    ...check(agreement.toDate === null || end.on <= agreement.toDate, { code: 'placements.endsAfterPeriod', path: 'endedOn' }),
  ]
}

/** Only what runs or is about to is extended, and to a later day. */
export const mayExtend = (agreement: StateFacts, state: AgreementState, toDate: PlainDate): Refusal[] => [
  ...check(state === 'in_progress' || state === 'ready', { code: over.includes(state) ? 'placements.isOver' : 'placements.notAgreed' }),
  ...check(agreement.toDate === null || toDate > agreement.toDate, { code: 'placements.notLater', path: 'toDate' }),
]

/** What may be done with it now by one who holds these permissions. */
export function agreementActions(agreement: StateFacts, state: AgreementState, approvals: readonly GivenApproval[], held: readonly Permission[]): AgreementAction[] {
  const writes = held.includes('placements.write')
  const approves = held.includes('placements.approve')
  const given = approvedBy(agreement, approvals)
  const opens: [AgreementAction, boolean][] = [
    ['change', writes && !over.includes(state)],
    ['submit', writes && !isNavs(agreement.kind) && (state === 'draft' || (state === 'waiting' && given.length < 2))],
    ['register', writes && isNavs(agreement.kind) && state === 'draft'],
    ['approveInMeeting', approves && state === 'waiting' && parties.some((party) => party !== 'municipality' && !given.includes(party))],
    ['approveAsMunicipality', approves && state === 'waiting' && given.includes('participant') && given.includes('employer')],
    ['withdrawApproval', approves && given.length > 0 && (state === 'waiting' || state === 'ready')],
    ['extend', writes && (state === 'in_progress' || state === 'ready') && agreement.toDate !== null],
    ['end', writes && (state === 'in_progress' || state === 'waiting' || state === 'ready')],
    ['cancel', writes && mayCancel(state).length === 0],
    ['getDocument', held.includes('placements.read')],
  ]
  return opens.filter(([, open]) => open).map(([action]) => action)
}
