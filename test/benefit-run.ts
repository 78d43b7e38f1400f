import { randomUUID } from 'node:crypto'
import { addDays, instantOf, plainDate } from '#shared/date.ts'
import type { Caller, Municipality } from './world.ts'
import { NOW } from './world.ts'

export const OCTOBER = plainDate('2026-10-01')
/** When November is over too. */
export const LATER = new Date('2026-12-20T09:00:00Z')
/** The reading of the law the tests rest on. */
const choices = { benefitRounding: 'nearest_ore', deductionBase: 'own_benefit', ageInPaymentPeriod: 'each_day', partMonthDays: 'days_with' }

/** A municipality that has said when it pays and how it reads the act. */
export async function aPayingMunicipality<M extends Municipality>(here: M): Promise<M> {
  await here.put(async (tx) => {
    await tx.insertInto('benefitSetting').values({ id: randomUUID(), payDay: 12, monthsAfter: 1 }).execute()
    await tx.insertInto('ruleChoice').values(Object.entries(choices).map(([name, option]) => ({ id: randomUUID(), name, option, reason: 'Til prøve', source: 'Kommunens rutine' }))).execute()
  })
  return here
}

type Wanted = { birthDate?: string; startsOn?: string; endedOn?: string; protection?: 'none' | 'strictly_confidential'; withoutTerms?: boolean; name?: string }

/** Somebody in the programme, with what her benefit depends on. */
export async function aParticipant(here: Municipality, { birthDate = '1990-03-01', startsOn = '2026-01-05', endedOn, protection = 'none', withoutTerms = false, name = 'Melnyk' }: Wanted = {}): Promise<string> {
  const personId = randomUUID()
  const starts = plainDate(startsOn)
  await here.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: name, birthDate: plainDate(birthDate), status: 'in_programme', addressProtection: protection }).execute()
    await tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: addDays(starts, -5), decidedOn: addDays(starts, -5), startsOn: starts, months: 24, finalGoal: 'work', regime: 'new',
      ...(endedOn === undefined ? {} : { endedOn: plainDate(endedOn), endReason: 'goal_reached' }) }).execute()
    if (!withoutTerms) await tx.insertInto('benefitTerms').values({ id: randomUUID(), personId, fromOn: starts, livesWithParents: false, isPartnerInProgramme: false, hasChildren: false, payrollReference: '4711' }).execute()
  })
  return personId
}

/** Away without permission, all of these days of a class of six hours a day. */
export async function anAbsence(here: Municipality, personId: string, days: readonly string[], decision: 'unauthorised' | 'approved' = 'unauthorised', registeredAt?: Date): Promise<void> {
  const [activityId, account] = [randomUUID(), await here.as('teacher')]
  const decided = { decision, withBenefit: decision === 'approved' ? false : null, decidedBy: account.actor.id, decidedOn: plainDate('2026-11-01') }
  await here.put(async (tx) => {
    await tx.insertInto('activity').values({ id: activityId, kind: 'norwegian', title: 'Norsk', schedule: '[]', fromDate: plainDate('2026-01-01') }).execute()
    await tx.insertInto('attendance').values(days.map((one) => ({ id: randomUUID(), personId, activityId, onDay: plainDate(one), plannedMinutes: 360, presentMinutes: 0, state: 'absent' as const, how: 'class' as const, registeredBy: account.actor.id, registeredAt: instantOf(registeredAt ?? new Date(`${one}T14:00:00Z`)) }))).execute()
    await tx.insertInto('absence').values(days.map((one) => ({ id: randomUUID(), personId, fromDate: plainDate(one), toDate: plainDate(one), kind: decision === 'approved' ? 'long_illness' as const : 'unauthorised' as const, ...decided }))).execute()
  })
}

/** A month prepared by somebody. */
export async function aPreparedRun(adviser: Caller, month = OCTOBER, { isProtected = false, now = NOW }: { isProtected?: boolean; now?: Date } = {}) {
  const { id, version } = await adviser.call('programme.prepareBenefitRun', { id: randomUUID(), month, isProtected }, { now })
  return { runId: id, version }
}

/** A month without exceptions, prepared by one and approved by another. */
export async function anApprovedRun(here: Municipality, month = OCTOBER, now = NOW) {
  const [adviser, approver] = [await here.as('programme_adviser'), await here.as('benefit_approver')]
  const run = await aPreparedRun(adviser, month, { now })
  await approver.call('programme.approveBenefitRun', run, { now })
  return { adviser, approver, ...run }
}

/** A benefit that is deducted in full from October on. */
export const anIncome = (personId: string) => ({ id: randomUUID(), personId, kind: 'disability_benefit' as const, monthlyOre: 500_000, fromOn: OCTOBER })
/** The codes of refusals, in their order. */
export const codesOf = (refusals: readonly { code: string }[]): string[] => refusals.map(({ code }) => code)
