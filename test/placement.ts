import { randomUUID } from 'node:crypto'
import { plainDate } from '#shared/date.ts'
import type { Caller, Municipality } from './world.ts'

export type Draft = { id: string; personId: string; employerId: string; supervisorId: string; signerId: string }

/** A person, an active sub-unit with supervisor and leader, and an agreement begun from a visit there. */
export async function aDraft(municipality: Municipality, adviser: Caller, over: { kind?: 'language_practice' | 'work_training'; personEmail?: string | null; status?: 'active' | 'bankrupt' } = {}): Promise<Draft> {
  const [id, personId, employerId, supervisorId, signerId] = Array.from({ length: 5 }, () => randomUUID()) as [string, string, string, string, string] // reason: five are made
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Oksana', familyName: 'Kovalenko', email: over.personEmail === undefined ? 'oksana@example.no' : over.personEmail, contactLocale: 'uk', adviserId: adviser.actor.id }).execute()
    await tx.insertInto('employer').values({ id: employerId, orgNumber: String(800000000 + Math.floor(Math.random() * 99999999)), kind: 'underenhet', name: 'Fjordvik Bakeri', status: over.status ?? 'active' }).execute()
    await tx.insertInto('employerContact').values([
      { id: supervisorId, employerId, name: 'Kari Moe', isSupervisor: true, email: 'kari@example.no' },
      { id: signerId, employerId, name: 'Per Dahl', title: 'Daglig leder', email: 'per@example.no' }]).execute()
  })
  await adviser.call('placements.startAgreement', { id, beganFrom: 'visit', kind: over.kind ?? 'language_practice', personId, employerId })
  return { id, personId, employerId, supervisorId, signerId }
}

/** What a whole agreement says; the period is from 30 November 2026 to 26 February 2027. */
export const wholeContent = (draft: Draft, responsibleId: string) => ({
  kind: 'language_practice' as const, purpose: 'Snakke norsk i arbeid og lære bakerfaget å kjenne', tasks: 'Pakke, bake rundstykker, betjene kunder',
  learningGoals: 'Kunne hygienereglene', languageGoals: 'Ta imot muntlige beskjeder', speaksNorwegianWith: 'Kari og kundene', expectations: null,
  fromDate: plainDate('2026-11-30'), toDate: plainDate('2027-02-26'),
  schedule: [1, 2, 3].map((weekday) => ({ weekday, from: '08:00', to: '13:00' })),
  supervisorContactId: draft.supervisorId, signingContactId: draft.signerId, responsibleId, navReference: null,
  followUps: [{ id: randomUUID(), kind: 'visit' as const, dueOn: plainDate('2026-12-03') }],
})

/** The draft, filled in and sent for approval. */
export async function aSubmitted(municipality: Municipality, adviser: Caller): Promise<Draft & { version: number }> {
  const draft = await aDraft(municipality, adviser)
  const { version } = await adviser.call('placements.saveAgreement', { id: draft.id, version: 1, ...wholeContent(draft, adviser.actor.id) })
  const sent = await adviser.call('placements.submitForApproval', { agreementId: draft.id, version, consent: 'spoken' })
  return { ...draft, version: sent.version }
}

/** Both outside parties' yes, as noted in one meeting. */
export const bothInMeeting = () => [
  { id: randomUUID(), party: 'participant' as const, name: 'Oksana Kovalenko', how: 'meeting_with_interpreter' as const, interpreter: 'Tolk 4012' },
  { id: randomUUID(), party: 'employer' as const, name: 'Per Dahl', how: 'meeting' as const }]

/** Agreed by all three: ready for the start. */
export async function anAgreed(municipality: Municipality, adviser: Caller): Promise<Draft & { version: number }> {
  const submitted = await aSubmitted(municipality, adviser)
  await adviser.call('placements.approveInMeeting', { agreementId: submitted.id, revision: 1, parties: bothInMeeting() })
  await adviser.call('placements.approveAsMunicipality', { id: randomUUID(), agreementId: submitted.id, revision: 1 })
  return submitted
}

/** The secret of the newest link mailed to an address. */
export async function mailedToken(municipality: Municipality, address: string): Promise<string> {
  const { params } = await municipality.put((tx) => tx.selectFrom('message').select('params').where('toAddress', '=', address).where('template', '=', 'approve_agreement')
    .orderBy('createdAt', 'desc').executeTakeFirstOrThrow())
  const link = typeof params === 'object' && params !== null && 'link' in params ? params.link : undefined
  return typeof link === 'string' ? link.slice('/l/'.length) : ''
}
