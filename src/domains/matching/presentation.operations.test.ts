import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import type { OpeningOver, PersonOver } from '#test/matching-facts.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import type { ProfilePart } from './presentation.schema.ts'

const world = useWorld()
const TEXT = 'Ja, Fjordkroa kan få se dette om meg.'
const today = plainDate('2026-11-20')

async function aProposal({ person = {}, place = {} }: { person?: PersonOver; place?: OpeningOver } = {}) {
  const here = await aMunicipality(world())
  const [adviser, broker] = [await here.as('programme_adviser'), await here.as('job_broker')]
  const personId = await aMappedPerson(here, { adviserId: adviser.actor.id, ...person })
  const { openingId, employerId } = await aPlace(here, { contactAccountId: broker.actor.id, ...place })
  const presentationId = randomUUID()
  const proposed = await adviser.call('matching.propose', { id: presentationId, personId, openingId, note: 'Kan kjøkken' })
  const consent = async (version: number, parts: ProfilePart[] = ['given_name', 'languages', 'experience', 'skills']) => {
    const { profile } = await adviser.call('matching.previewProfile', { presentationId, parts })
    return adviser.call('matching.recordConsent', { presentationId, version, parts, profile, how: 'spoken_with_interpreter', on: today, text: TEXT })
  }
  const one = () => adviser.call('matching.getPresentation', { presentationId })
  return { here, adviser, broker, personId, openingId, employerId, presentationId, proposed, consent, one }
}

test('from a proposal through her yes and a meeting to an agreement, each step with who and when', async () => {
  const { adviser, broker, personId, presentationId, proposed, consent, one } = await aProposal()
  expect(proposed).toMatchObject({ state: 'proposed', version: 1 })
  expect(await adviser.call('matching.askForYes', { presentationId, version: 1 })).toMatchObject({ state: 'waiting_for_yes' })
  expect(await consent(2)).toMatchObject({ state: 'ready', version: 3 })
  expect(await broker.call('matching.present', { presentationId, version: 3 })).toMatchObject({ state: 'presented' })
  expect(await broker.call('matching.recordMeeting', { presentationId, version: 4, on: today, note: 'God kjemi' })).toMatchObject({ state: 'met' })
  expect(await broker.call('matching.decide', { presentationId, version: 5, outcome: 'agreed' })).toMatchObject({ state: 'agreed', personId })
  expect(await one()).toMatchObject({ consentText: TEXT, consentHow: 'spoken_with_interpreter', consentBy: expect.stringContaining('programme_adviser'),
    decidedBy: expect.stringContaining('job_broker'), decidedOn: today, metOn: today, meetingNote: 'God kjemi', waitsFor: 'nobody', actions: [] })
})

test('a place that nothing of hers leads to needs a reason', async () => {
  const { here, adviser, personId } = await aProposal()
  await here.put((tx) => tx.deleteFrom('wish').where('personId', '=', personId).execute())
  const { openingId } = await aPlace(here, { occupationCode: '9112', title: 'Renholder' })
  expect(await adviser.refusals('matching.propose', { id: randomUUID(), personId, openingId })).toEqual([{ code: 'matching.groundMissing', path: 'note' }])
  await adviser.call('matching.propose', { id: randomUUID(), personId, openingId, note: 'Hun vil prøve noe nytt' })
})

test('she is proposed once for a place', async () => {
  const { adviser, personId, openingId } = await aProposal()
  expect(await adviser.refusals('matching.propose', { id: randomUUID(), personId, openingId })).toEqual([{ code: 'constraint.presentation_once' }])
})

test('nobody is presented without a yes, and every reason against comes at once', async () => {
  const { here, broker, presentationId, openingId } = await aProposal({ place: { contactAccountId: null, employerStatus: 'bankrupt' } })
  await here.put((tx) => tx.updateTable('opening').set({ applyUntil: plainDate('2026-11-01') }).where('id', '=', openingId).execute())
  const refusals = await broker.refusals('matching.present', { presentationId, version: 1 })
  expect(refusals.map(({ code }) => code)).toEqual(['matching.noConsent', 'matching.openingClosed', 'matching.employerNotActive', 'matching.noContact'])
})

test('the database holds it too: no decision without a yes', async () => {
  const { here, broker, presentationId } = await aProposal()
  await expect(here.put((tx) => tx.updateTable('presentation').set({ decidedBy: broker.actor.id }).where('id', '=', presentationId).execute())).rejects.toMatchObject({ constraint: 'presentation_only_with_consent' })
})

test('nothing is agreed before they have met, and a no has its reason', async () => {
  const { adviser, presentationId, consent } = await aProposal()
  await consent(1)
  expect(await adviser.refusals('matching.decide', { presentationId, version: 2, outcome: 'agreed' })).toEqual([{ code: 'matching.notMet' }])
  expect(await adviser.refusals('matching.decide', { presentationId, version: 2, outcome: 'declined_by_employer' })).toEqual([{ code: 'matching.notPresented' }, { code: 'matching.reasonMissing', path: 'reason' }])
  expect(await adviser.refusals('matching.recordMeeting', { presentationId, version: 2, on: plainDate('2026-11-21') })).toEqual([{ code: 'matching.notPresented' }, { code: 'matching.dayToCome', path: 'on' }])
  await adviser.call('matching.decide', { presentationId, version: 2, outcome: 'declined_by_person', reason: 'For langt' })
  expect(await adviser.refusals('matching.askForYes', { presentationId, version: 3 })).toEqual([{ code: 'matching.alreadyEnded' }, { code: 'matching.alreadyAsked' }])
})

test('the employer sees exactly what she said yes to, and nothing that came later', async () => {
  const { here, adviser, personId, presentationId, consent } = await aProposal({ person: { permitUntil: '2027-03-01' } })
  expect(await adviser.refusals('matching.profileForEmployer', { presentationId })).toEqual([{ code: 'matching.noConsent' }])
  await consent(1, ['languages', 'experience', 'work_permit'])
  await here.put((tx) => tx.insertInto('workExperience').values({ id: randomUUID(), personId, title: 'Hemmelig', evidence: 'claimed' }).execute())
  const shownTo = await adviser.call('matching.profileForEmployer', { presentationId })
  expect(shownTo.profile).toEqual({
    languages: [{ language: 'no', skill: 'listening', level: 'A2', asked: 'A2' }],
    experience: [{ title: 'Kokk', years: 4, toYear: 2019 }], mayWorkUntil: '2027-03-01' })
  expect(JSON.stringify(shownTo.profile)).not.toMatch(/Amina|Bjørnstad|SY|Damaskus|phone|birth/)
})

test('when the mapping was changed under way, she is asked about what is true now', async () => {
  const { here, adviser, personId, presentationId } = await aProposal()
  const { profile } = await adviser.call('matching.previewProfile', { presentationId, parts: ['skills'] })
  await here.put((tx) => tx.insertInto('skill').values({ id: randomUUID(), personId, name: 'Sying', evidence: 'claimed' }).execute())
  expect(await adviser.refusals('matching.recordConsent', { presentationId, version: 1, parts: ['skills'], profile, how: 'written', on: today, text: TEXT })).toEqual([{ code: 'matching.profileChanged' }])
})

test('what waits is shown to the one whose turn it is', async () => {
  const { adviser, broker, presentationId, consent } = await aProposal()
  const waiting = async (who: typeof adviser) => (await who.call('matching.listPresentations', { mine: true })).total
  expect([await waiting(adviser), await waiting(broker)]).toEqual([1, 0])
  await consent(1)
  expect([await waiting(adviser), await waiting(broker)]).toEqual([0, 1])
  await broker.call('matching.present', { presentationId, version: 2 })
  expect((await broker.call('matching.listPresentations', { state: 'presented' })).counts).toMatchObject({ presented: 1, ready: 0 })
})

test('the adviser is warned of the end of a permit; it is no reason for anything else', async () => {
  const { one } = await aProposal({ person: { permitUntil: '2027-01-15' } })
  expect(await one()).toMatchObject({ permitEnds: '2027-01-15', state: 'proposed' })
})

test('a participant sees open places in plain facts, applies, and the application is a yes to her adviser only', async () => {
  const { here, adviser, personId } = await aProposal()
  const { openingId } = await aPlace(here, { isOpenToParticipants: true, title: 'Kaféhjelp' })
  await aPlace(here, { isOpenToParticipants: true, withdrawn: true })
  await aPlace(here, { isOpenToParticipants: true, toDate: '2026-11-19' })
  const she = await here.participant(personId)
  const places = await she.call('matching.listOpenPlaces', {})
  expect(places.rows).toMatchObject([{ id: openingId, title: 'Kaféhjelp', employerName: 'Fjordkroa', hasApplied: false, demands: [{ sentence: 'Kan følge en muntlig beskjed' }] }])
  expect(JSON.stringify(places)).not.toMatch(/Intern merknad|score/)
  const id = randomUUID()
  await she.call('matching.apply', { id, openingId, text: 'Jeg liker å lage mat', consentText: 'Veilederen min får lese dette.' })
  expect(await she.refusals('matching.apply', { id: randomUUID(), openingId, text: 'En gang til', consentText: 'x' })).toEqual([{ code: 'matching.alreadyApplied' }])
  expect((await she.call('matching.listMyApplications', {})).rows).toMatchObject([{ id, title: 'Kaféhjelp', state: 'waiting_for_yes' }])
  expect(await adviser.refusals('matching.present', { presentationId: id, version: 1 })).toMatchObject([{ code: 'matching.consentOnlyForAdviser' }, { code: 'matching.noContact' }])
  expect(await adviser.call('matching.listPresentations', { mine: true, state: 'waiting_for_yes' })).toMatchObject({ rows: [{ id, startedBy: 'participant', waitsFor: 'adviser', application: 'Jeg liker å lage mat' }] })
})

test('she never sees a place nobody has opened to her, nor a proposal she has not been asked about', async () => {
  const { here, adviser, personId, openingId, presentationId } = await aProposal()
  const she = await here.participant(personId)
  expect(await she.call('matching.listOpenPlaces', {})).toMatchObject({ rows: [], total: 0 })
  expect(await she.refusals('matching.apply', { id: randomUUID(), openingId, text: 'Jeg vil', consentText: 'x' })).toEqual([{ code: 'matching.openingClosed' }])
  expect((await she.call('matching.listMyApplications', {})).rows).toEqual([])
  await adviser.call('matching.askForYes', { presentationId, version: 1 })
  expect((await she.call('matching.listMyApplications', {})).rows).toMatchObject([{ id: presentationId, title: 'Kjøkkenassistent', state: 'waiting_for_yes' }])
})

test('presentations stay in their municipality, and with those who may', async () => {
  const { here, presentationId } = await aProposal()
  await expect((await (await aMunicipality(world())).as('job_broker')).call('matching.getPresentation', { presentationId })).rejects.toThrow(NotFound)
  await expect((await here.as('manager')).call('matching.listPresentations', {})).rejects.toThrow(Forbidden)
  await expect((await here.as('programme_adviser')).call('matching.listOpenPlaces', {})).rejects.toThrow(Forbidden)
})
