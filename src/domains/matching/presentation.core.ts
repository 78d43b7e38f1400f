import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { Permission } from '#shared/permission.ts'
import type { ConsentHow, Outcome, PresentationAction, WaitsFor } from './presentation.schema.ts'
import type { PresentationState } from './match.schema.ts'

/** What decides how far a presentation has come. */
export type Course = {
  startedBy: 'staff' | 'participant'
  askedOn: PlainDate | null
  consentOn: PlainDate | null
  consentHow: ConsentHow | null
  decidedOn: PlainDate | null
  metOn: PlainDate | null
  outcome: Outcome
}

/** Whether she has said yes to being shown to an employer. Her own application is a yes to her adviser only. */
export const hasConsent = ({ consentOn, consentHow }: Pick<Course, 'consentOn' | 'consentHow'>): boolean =>
  consentOn !== null && consentHow !== null && consentHow !== 'own_application'

/** How far it has come; derived, never stored. */
export function stateOf(course: Course): PresentationState {
  if (course.outcome === 'agreed') return 'agreed'
  if (course.outcome !== 'open') return 'ended'
  if (course.metOn) return 'met'
  if (course.decidedOn) return 'presented'
  if (hasConsent(course)) return 'ready'
  return course.askedOn || course.startedBy === 'participant' ? 'waiting_for_yes' : 'proposed'
}

/** Whose turn it is. An application waits for the adviser to talk with her; a presentation for the employer's contact person. */
export function waitsFor(course: Course): WaitsFor {
  switch (stateOf(course)) {
    case 'proposed': return 'adviser'
    case 'waiting_for_yes': return course.askedOn ? 'person' : 'adviser'
    case 'ready': return 'contact'
    case 'presented': return 'employer'
    case 'met': return 'contact'
    case 'agreed':
    case 'ended': return 'nobody'
  }
}

const open: readonly PresentationState[] = ['proposed', 'waiting_for_yes', 'ready', 'presented', 'met']
const possible: Record<PresentationAction, readonly PresentationState[]> = {
  askForYes: ['proposed'], recordConsent: ['proposed', 'waiting_for_yes', 'ready'], present: ['ready'], recordMeeting: ['presented', 'met'], agree: ['met'],
  declineByEmployer: ['presented', 'met'], declineByPerson: open, withdraw: open,
}
const actions: readonly PresentationAction[] = ['askForYes', 'recordConsent', 'present', 'recordMeeting', 'agree', 'declineByEmployer', 'declineByPerson', 'withdraw']

/** What may be done now, by somebody with these permissions. */
export const presentationActions = (course: Course, held: readonly Permission[]): PresentationAction[] =>
  held.includes('matching.present') ? actions.filter((action) => possible[action].includes(stateOf(course))) : []

const decided = (refusals: Refusal[]): Decision<true> => (refusals.length > 0 ? refuse(...refusals) : accept(true))
const stillOpen = (course: Course): Refusal[] => check(course.outcome === 'open', { code: 'matching.alreadyEnded' })

/** Whether it may be noted that she was asked. */
export const mayAsk = (course: Course): Decision<true> => decided([
  ...stillOpen(course),
  ...check(!hasConsent(course) && course.askedOn === null, { code: 'matching.alreadyAsked' }),
])

/** What must hold at the employer before anybody is shown there. */
export type Receiver = { isOpen: boolean; freeSeats: number; employer: { kind: 'enhet' | 'underenhet'; status: string; hasContact: boolean } | null }

/** Whether she may be shown to the employer now: every reason against at once. */
export function mayPresent(course: Course, { isOpen, freeSeats, employer }: Receiver): Decision<true> {
  const isHerOwn = course.consentHow === 'own_application'
  return decided([
    ...stillOpen(course),
    ...check(course.decidedOn === null, { code: 'matching.alreadyPresented' }),
    ...check(hasConsent(course) || isHerOwn, { code: 'matching.noConsent' }),
    ...check(!isHerOwn, { code: 'matching.consentOnlyForAdviser' }),
    ...check(isOpen, { code: 'matching.openingClosed' }),
    ...check(freeSeats > 0, { code: 'matching.openingFull' }),
    ...check(employer !== null, { code: 'matching.noEmployer' }),
    ...check(employer === null || (employer.kind === 'underenhet' && employer.status === 'active'), { code: 'matching.employerNotActive' }),
    ...check(employer === null || employer.hasContact, { code: 'matching.noContact' }),
  ])
}

/** Whether her yes may be noted: before anybody has seen the profile, and not with a day to come. */
export const mayRecordConsent = (course: Course, on: PlainDate, today: PlainDate): Decision<true> => decided([
  ...stillOpen(course),
  ...check(course.decidedOn === null, { code: 'matching.alreadyPresented' }),
  ...check(on <= today, { code: 'matching.dayToCome', path: 'on' }),
])

/** Whether a meeting may be noted: after the presentation, never ahead of time. */
export const mayRecordMeeting = (course: Course, on: PlainDate, today: PlainDate): Decision<true> => decided([
  ...stillOpen(course),
  ...check(course.decidedOn !== null, { code: 'matching.notPresented' }),
  ...check(on <= today, { code: 'matching.dayToCome', path: 'on' }),
  ...check(course.decidedOn === null || on >= course.decidedOn, { code: 'matching.metBeforePresented', path: 'on' }),
])

/** Whether it may end so. Nothing is agreed before they have met (EMP-05), and every no has its reason. */
export const mayDecide = (course: Course, outcome: Exclude<Outcome, 'open'>, reason: string | null): Decision<true> => decided([
  ...stillOpen(course),
  ...check(outcome !== 'agreed' || course.metOn !== null, { code: 'matching.notMet' }),
  ...check(outcome !== 'declined_by_employer' || course.decidedOn !== null, { code: 'matching.notPresented' }),
  ...check(outcome === 'agreed' || Boolean(reason), { code: 'matching.reasonMissing', path: 'reason' }),
])

/** Whether she may be thought of here. A place that nothing of hers leads to needs a written reason (PLA-03). */
export const mayPropose = (facts: { isOpen: boolean; hasGround: boolean; note: string | null; sharedBy?: string | undefined }): Decision<true> => decided([
  ...check(facts.sharedBy === undefined, { code: 'sharing.needsHerYes', params: { municipality: facts.sharedBy ?? '' } }),
  ...check(facts.isOpen, { code: 'matching.openingClosed' }),
  ...check(facts.hasGround || Boolean(facts.note), { code: 'matching.groundMissing', path: 'note' }),
])

/** Whether she may apply: the place is among those she is shown, and she has not done so before. */
export const mayApply = (place: { hasApplied: boolean } | undefined): Decision<true> => decided([
  ...check(place !== undefined, { code: 'matching.openingClosed' }),
  ...check(!place?.hasApplied, { code: 'matching.alreadyApplied' }),
])

/** So many months before its end the adviser is told, so that a renewal is applied for in time. */
const WARN_MONTHS = 6
/** The end of the permit, where it comes before the opening ends or within half a year. For her adviser; it changes nothing in the match (PLA-19). */
export function permitWarning(permitUntil: PlainDate | null, openingEnds: PlainDate | null, today: PlainDate): PlainDate | null {
  if (permitUntil === null) return null
  const soon = addMonths(today, WARN_MONTHS)
  const limit = openingEnds !== null && openingEnds > soon ? openingEnds : soon
  return permitUntil <= limit ? permitUntil : null
}
