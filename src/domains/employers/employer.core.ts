import type { PlainDate } from '#shared/date.ts'
import { addDays, weekday } from '#shared/date.ts'
import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { Permission } from '#shared/permission.ts'
import type { Employer, EmployerStatus } from './employer.schema.ts'
import type { Initiative, ReceiveInitiativeInput } from './initiative.schema.ts'
import type { WriteNeedInput } from './need.schema.ts'

const notInBusiness: Record<Exclude<EmployerStatus, 'active'>, Refusal> = {
  bankrupt: { code: 'employers.bankrupt' }, winding_up: { code: 'employers.windingUp' }, deleted: { code: 'employers.deleted' },
}

/** Why a unit may not be party to an agreement: only an active sub-unit may, for that is where people work. Empty when it may. */
export const mayEnterAgreement = (employer: Pick<Employer, 'kind' | 'status'>): Refusal[] => [
  ...check(employer.kind === 'underenhet', { code: 'employers.mainUnitNoAgreement' }),
  ...(employer.status === 'active' ? [] : [notInBusiness[employer.status]]),
]

/** What the actor may do with an employer. A unit that is gone is only looked at, and its requests answered. */
export function employerActions(held: readonly Permission[], { status }: Pick<Employer, 'status'>): Employer['actions'] {
  const alive = status !== 'deleted'
  return [
    ...(held.includes('employers.write') ? (['changeRelation', 'handOver', 'changeContacts'] as const) : []),
    ...(held.includes('employers.write') && alive ? (['writeNeed', 'noteRequest', 'receiveInitiative'] as const) : []),
    ...(held.includes('opportunities.write') && status === 'active' ? (['makeOpening'] as const) : []),
  ]
}

type Side = { contactAccountId: string | null; substituteAccountId: string | null }

/** A hand-over changes something, and the substitute is somebody else. `active` are the accounts that may be chosen. */
export function handOver(next: Side, now: Side & { active: readonly string[] }): Decision<Side> {
  const refusals = [
    ...check(next.contactAccountId !== now.contactAccountId || next.substituteAccountId !== now.substituteAccountId, { code: 'employers.handoverNothing', path: 'toAccountId' }),
    ...check(next.substituteAccountId === null || next.contactAccountId !== null, { code: 'employers.substituteAlone', path: 'toAccountId' }),
    ...check(next.substituteAccountId === null || next.substituteAccountId !== next.contactAccountId, { code: 'employers.substituteIsContact', path: 'substituteAccountId' }),
    ...check(isActive(next.contactAccountId, now.active), { code: 'employers.colleagueUnknown', path: 'toAccountId' }),
    ...check(isActive(next.substituteAccountId, now.active), { code: 'employers.colleagueUnknown', path: 'substituteAccountId' }),
  ]
  return refusals.length > 0 ? refuse(...refusals) : accept(next)
}

const isActive = (account: string | null, active: readonly string[]): boolean => account === null || active.includes(account)

/** A talk has been held, and something was learned. */
export function writeNeed(need: WriteNeedInput, today: PlainDate): Decision<WriteNeedInput> {
  const refusals = [
    ...check(need.talkedOn <= today, { code: 'employers.talkInFuture', path: 'talkedOn' }),
    ...check(Object.values(need.answers).some((answer) => answer !== null && !(Array.isArray(answer) && answer.length === 0)), { code: 'employers.needEmpty', path: 'answers.business' }),
  ]
  return refusals.length > 0 ? refuse(...refusals) : accept(need)
}

/** An initiative gets an owner who is there and a date that can be kept (EMP-04). */
export function receiveInitiative(initiative: Pick<ReceiveInitiativeInput, 'receivedOn' | 'answerDue' | 'ownerId'>, now: { today: PlainDate; active: readonly string[] }): Refusal[] {
  return [
    ...check(initiative.receivedOn <= now.today, { code: 'employers.receivedInFuture', path: 'receivedOn' }),
    ...check(initiative.answerDue >= initiative.receivedOn, { code: 'employers.dueBeforeReceived', path: 'answerDue' }),
    ...check(now.active.includes(initiative.ownerId), { code: 'employers.colleagueUnknown', path: 'ownerId' }),
  ]
}

export const isLate = (initiative: Pick<Initiative, 'outcome' | 'answerDue'>, today: PlainDate): boolean =>
  initiative.outcome === 'open' && initiative.answerDue < today

/** The day an employer can expect an answer by: `workdays` from Monday to Friday after `today`. Public holidays are not known. */
export function answerWithin(today: PlainDate, workdays = 5): PlainDate {
  let day = today
  for (let left = workdays; left > 0; left -= weekday(day) <= 5 ? 1 : 0) day = addDays(day, 1)
  return day
}
