import { randomUUID } from 'node:crypto'
import { instantOf, plainDate } from '#shared/date.ts'
import { aHiddenPayment } from './intruder-benefit.ts'
import { aHiddenCohort } from './intruder-cohort.ts'
import { aHiddenMeeting } from './intruder-meetings.ts'
import { aHiddenProgramme } from './intruder-programme.ts'
import { aHiddenProof } from './intruder-proof.ts'
import type { Municipality } from './world.ts'
import { NOW, TODAY } from './world.ts'

/** Words that stand nowhere else, so that one search through an answer finds every leak. */
export const SECRETS = ['Hemmelig', 'Skjulveien', '13119912345', '+4791100000', 'zora@example.no', 'Traumeberetning']

/** A person whose address is strictly confidential, with a row in every table an operation reads about somebody. */
export async function aHiddenLife(municipality: Municipality, responsibleId: string) {
  const made = () => randomUUID()
  const ids = { personId: made(), otherId: made(), keepId: '', goneId: '', employerId: made(), openingId: made(), presentationId: made(), agreementId: made(), contactId: made(), accountId: made(), wishId: made() }
  const { personId, otherId, employerId, openingId, presentationId, agreementId, contactId, accountId, wishId } = ids
  const same = { birthDate: plainDate('1999-11-13'), settledOn: plainDate('2026-01-02'), status: 'in_programme' as const, adviserId: responsibleId }
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values([
      { ...same, id: personId, givenName: 'Zora', familyName: 'Hemmelig', addressProtection: 'strictly_confidential', phone: '+4791100000', email: 'zora@example.no' },
      { ...same, id: otherId, givenName: 'Zora', familyName: 'Hemmeli' }]).execute()
    await tx.insertInto('account').values({ id: accountId, name: 'Zora Hemmelig', email: 'zora@example.no', issuer: 'test', subject: made(), roles: ['participant'], personId }).execute()
    await tx.insertInto('personNumber').values({ personId, kind: 'fnr', number: '13119912345' }).execute()
    await tx.insertInto('personAddress').values({ personId, street: 'Skjulveien 1', postcode: '9990', place: 'Fjordvik' }).execute()
    await tx.insertInto('healthNote').values({ id: made(), personId, notedOn: TODAY, body: 'Traumeberetning' }).execute()
    await tx.insertInto('familyTie').values([{ id: made(), personId: otherId, relativeId: personId, relation: 'sibling' }, { id: made(), personId, relativeId: otherId, relation: 'sibling' }]).execute()
    await tx.insertInto('skill').values({ id: made(), personId, name: 'Baking', evidence: 'claimed' }).execute()
    await tx.insertInto('employer').values({ id: employerId, orgNumber: '200000004', kind: 'underenhet', name: 'Kafé Brygga', contactAccountId: responsibleId }).execute()
    await tx.insertInto('employerContact').values({ id: contactId, employerId, name: 'Kari Moen', email: 'kari@example.no' }).execute()
    await tx.insertInto('opening').values({ id: openingId, kind: 'practice_place', employerId, title: 'Kjøkken', seats: 4, isOpenToParticipants: true }).execute()
    await tx.insertInto('presentation').values({ id: presentationId, personId, openingId, startedBy: 'staff', askedOn: TODAY, consentOn: TODAY, consentHow: 'spoken', consentText: 'Ja', consentParts: ['given_name'], consentBy: responsibleId, decidedBy: responsibleId, decidedAt: instantOf(NOW),
      consentProfile: JSON.stringify({ givenName: 'Zora Hemmelig', languages: [], experience: [], skills: [], certificates: [], workPermit: null }) }).execute()
    await tx.insertInto('agreement').values({ id: agreementId, personId, employerId, openingId, beganFrom: 'match', kind: 'language_practice', fromDate: plainDate('2026-09-01'), toDate: plainDate('2026-12-01'), responsibleId,
      signingContactId: contactId, supervisorContactId: contactId, submittedAt: instantOf(NOW) }).execute()
    await tx.insertInto('approval').values((['participant', 'employer', 'municipality'] as const).map((party) => ({ id: made(), agreementId, party, revision: 1, approvedAt: instantOf(NOW), how: 'meeting' as const, name: party === 'participant' ? 'Zora Hemmelig' : party }))).execute()
    await tx.insertInto('followUp').values([{ id: made(), agreementId, personId, kind: 'visit', dueOn: TODAY }, { id: made(), agreementId, personId, kind: 'call', doneOn: TODAY, nextStep: 'Ringe', nextStepDue: TODAY }]).execute()
    await tx.insertInto('standingWish').values({ id: wishId, employerId, title: 'Kokk', occupationCode: null, since: TODAY, notedBy: responsibleId }).execute()
    await tx.insertInto('standingWishRing').values([personId, otherId].map((id) => ({ wishId, personId: id, fact: 'arrived', rungOn: TODAY }))).execute()
    await tx.insertInto('standingWishWatch').values([personId, otherId].map((id) => ({ wishId, personId: id, missing: [] }))).execute()
    await tx.insertInto('putForward').values({ id: made(), personId: otherId, ownerId: made(), ownerName: 'Nabo', openingId: made(), openingTitle: 'Kjøkken', putForwardOn: TODAY, consentOn: TODAY, consentHow: 'spoken', consentText: 'Ja', consentParts: ['languages'], consentProfile: JSON.stringify({}), consentBy: responsibleId }).execute()
    const pathId = made()
    await tx.insertInto('tradePath').values({ id: pathId, trade: 'Kokkfaget', occupationCode: '5120', form: 'on_the_job', steps: JSON.stringify([{ id: 'exam', kind: 'exam' }]) }).execute()
    await tx.insertInto('personPath').values([{ id: made(), personId, pathId, chosenOn: TODAY, note: 'Traumeberetning' }, { id: made(), personId: otherId, pathId, chosenOn: TODAY }]).execute()
    await tx.insertInto('message').values({ id: made(), key: 'x', toAddress: 'zora@example.no', personId, locale: 'nb', template: 'approve_agreement', failedAt: instantOf(NOW), failure: 'nei', params: JSON.stringify({ person: 'Zora Hemmelig' }) }).execute()
  })
  const runId = await aHiddenPayment(municipality, { personId, otherId }, responsibleId)
  const receiverAccountId = (await municipality.as('nav_adviser')).actor.id
  const programme = await aHiddenProgramme(municipality, { personId, otherId }, responsibleId, receiverAccountId)
  const proof = await aHiddenProof(municipality, ids, responsibleId)
  const cohort = await aHiddenCohort(municipality, ids, responsibleId)
  const meeting = await aHiddenMeeting(municipality, ids, responsibleId)
  return { ...ids, ...programme, ...proof, ...cohort, ...meeting, runId, receiverAccountId, keepId: otherId, goneId: personId }
}
