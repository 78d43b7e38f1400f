import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden, NotFound, found } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import type { Municipality } from '#test/world.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const SENT = plainDate('2026-06-01')

async function aPerson(municipality: Municipality) {
  const [personId, educationId] = [randomUUID(), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute()
    await tx.insertInto('education').values({ id: educationId, personId, level: 6, field: 'Sykepleie', country: 'UA', toYear: 2015, isCompleted: true }).execute()
  })
  return { personId, educationId }
}

async function anOpened(over: { profession?: string } = {}) {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const person = await aPerson(municipality)
  const id = randomUUID()
  const open = { id, ...person, authorityId: randomUUID(), scheme: 'profession' as const, authorityName: 'Helsedirektoratet', profession: over.profession ?? 'Sykepleier', responsibleId: adviser.actor.id }
  await adviser.call('competence.openRecognition', { ...open, documents: [{ id: randomUUID(), name: 'Vitnemål', gatheredBy: 'person', translation: 'needed', translationPayer: 'municipality' }] })
  const add = (kind: 'sent' | 'receipt' | 'asked_more' | 'answered', more: object = {}) => adviser.call('competence.addRecognitionStep', { id: randomUUID(), caseId: id, kind, onDay: kind === 'sent' ? SENT : TODAY, ...more })
  const one = async () => (await adviser.call('competence.getRecognitions', { personId: person.personId })).cases[0]
  const education = async () => (await adviser.call('competence.getCompetence', { personId: person.personId })).education[0]
  return { municipality, adviser, id, open, add, one, education, ...person }
}

test('a case is opened for an education, with what is asked for, at an authority of the municipality’s own list', async () => {
  const { adviser, one, open, personId } = await anOpened()
  expect(await one()).toMatchObject({ authority: { name: 'Helsedirektoratet', expectedWeeks: null }, standing: { state: 'gathering', lacks: [{ what: 'document' }, { what: 'translation' }] }, next: ['sent', 'withdrawn'] })
  await adviser.call('competence.openRecognition', { ...open, id: randomUUID(), authorityId: randomUUID() })
  expect((await adviser.call('competence.getRecognitions', { personId })).authorities).toHaveLength(1)
  expect((await adviser.refusals('competence.openRecognition', { ...open, id: randomUUID(), profession: null })).map(({ code }) => code)).toEqual(['recognition.whichProfession'])
  await expect(adviser.call('competence.openRecognition', { ...open, id: randomUUID(), educationId: randomUUID() })).rejects.toBeInstanceOf(NotFound)
})

test('the education says what the case says, and a yes from the authority of a profession is a paper the matching reads', async () => {
  const { adviser, add, one, education, personId, educationId, id } = await anOpened()
  expect((await education())?.recognition).toBe('none')
  await add('sent')
  expect(await education()).toMatchObject({ recognition: 'applied', evidence: 'claimed' })
  const { id: stepId } = await add('answered', { result: 'full' })
  expect(await education()).toMatchObject({ recognition: 'recognised', evidence: 'documented' })
  expect((await adviser.call('competence.getCompetence', { personId })).certificates).toMatchObject([{ kind: 'authorisation', name: 'Sykepleier', evidence: 'documented' }])
  expect((await one())?.standing).toMatchObject({ state: 'answered', daysWaited: 172, result: 'full' })
  // changing the education leaves what the case says
  await adviser.call('competence.recordEducation', { id: educationId, personId, level: 6, field: 'Sykepleie', country: 'UA' })
  expect((await education())?.recognition).toBe('recognised')
  expect((await adviser.refusals('competence.removeEntry', { kind: 'education', id: educationId, personId })).map(({ code }) => code)).toEqual(['competence.educationHasCase'])
  await adviser.call('competence.removeRecognitionStep', { id: stepId, caseId: id })
  expect((await education())?.recognition).toBe('applied')
  expect((await adviser.call('competence.getCompetence', { personId })).certificates).toEqual([])
})

test('steps follow on each other, and only the last is taken away', async () => {
  const { adviser, add, id } = await anOpened()
  const { id: sentId } = await add('sent', { caseNumber: '26/1234' })
  await add('receipt')
  expect((await adviser.refusals('competence.addRecognitionStep', { id: randomUUID(), caseId: id, kind: 'sent', onDay: TODAY })).map(({ code }) => code)).toEqual(['recognition.notNow'])
  expect((await adviser.refusals('competence.removeRecognitionStep', { id: sentId, caseId: id })).map(({ code }) => code)).toEqual(['recognition.onlyLast'])
  await expect((await (await aMunicipality(world())).as('programme_adviser')).call('competence.addRecognitionStep', { id: randomUUID(), caseId: id, kind: 'receipt', onDay: TODAY })).rejects.toBeInstanceOf(NotFound)
})

test('papers are put on the list, had and translated, and taken off; a stale change is refused', async () => {
  const { adviser, one, id } = await anOpened()
  const document = found((await one())?.documents[0])
  await adviser.call('competence.saveRecognitionDocument', { ...document, caseId: id, hadOn: TODAY, translation: 'done' })
  expect((await one())?.standing.state).toBe('ready')
  expect((await adviser.refusals('competence.saveRecognitionDocument', { ...document, caseId: id })).map(({ code }) => code)).toEqual(['stale'])
  expect((await adviser.refusals('competence.saveRecognitionDocument', { id: randomUUID(), caseId: id, name: 'Karakterutskrift', gatheredBy: 'person', translation: 'not_needed', translationPayer: 'nav' })).map(({ code }) => code)).toEqual(['recognition.nothingToPay'])
  await adviser.call('competence.removeRecognitionDocument', { id: document.id, caseId: id })
  await expect(adviser.call('competence.removeRecognitionDocument', { id: document.id, caseId: id })).rejects.toBeInstanceOf(NotFound)
})

test('how long an answer takes has a source, and what is late waits for the responsible', async () => {
  const { municipality, adviser, add, one, id } = await anOpened()
  await add('sent')
  const list = (mine = true) => adviser.call('competence.listRecognitions', { mine, due: true })
  expect((await list()).rows).toEqual([])
  const authority = found((await one())?.authority)
  const wait = { id: authority.id, version: authority.version, expectedWeeks: 8, source: 'helsedirektoratet.no', sourceOn: TODAY }
  expect((await adviser.refusals('competence.saveRecognitionAuthority', { ...wait, source: null })).map(({ code }) => code)).toEqual(['recognition.needsSource'])
  await adviser.call('competence.saveRecognitionAuthority', wait)
  expect(await list()).toMatchObject({ rows: [{ id, personName: 'Olena Melnyk', standing: { isLate: true, expectedOn: '2026-07-27' } }], pictures: [{ open: 1, late: 1, answered: null, medianDays: null }] })
  expect((await (await municipality.as('programme_adviser')).call('competence.listRecognitions', { mine: true })).rows).toEqual([])
  await expect((await municipality.as('manager')).call('competence.listRecognitions', {})).rejects.toBeInstanceOf(Forbidden)
})

test('who has it, and when it is looked at next, is changed on what it was based on', async () => {
  const { municipality, adviser, one, id } = await anOpened()
  const change = { id, version: 1, responsibleId: adviser.actor.id, caseNumber: '26/99', nextCheckOn: TODAY, profession: 'Sykepleier', note: 'Ringt' }
  await adviser.call('competence.saveRecognition', change)
  expect(await one()).toMatchObject({ caseNumber: '26/99', checkIsDue: true })
  expect((await adviser.refusals('competence.saveRecognition', change)).map(({ code }) => code)).toEqual(['stale'])
  await expect((await municipality.as('settlement_worker')).call('competence.saveRecognition', change)).rejects.toBeInstanceOf(Forbidden)
})

test('she reads her own case, and not what is between colleagues, nor another’s', async () => {
  const { municipality, adviser, add, id, personId } = await anOpened()
  await adviser.call('competence.saveRecognition', { id, version: 1, responsibleId: null, caseNumber: null, nextCheckOn: null, profession: 'Sykepleier', note: 'Mellom oss' })
  await add('sent', { note: 'Mellom oss' })
  const mine = await (await municipality.participant(personId)).call('competence.getMyRecognitions', {})
  expect(mine.cases).toMatchObject([{ id, profession: 'Sykepleier', standing: { state: 'waiting', daysWaited: 172 } }])
  expect(JSON.stringify(mine)).not.toContain('Mellom oss')
  const other = await aPerson(municipality)
  expect((await (await municipality.participant(other.personId)).call('competence.getMyRecognitions', {})).cases).toEqual([])
  await expect(adviser.call('competence.getMyRecognitions', {})).rejects.toBeInstanceOf(Forbidden)
})

test('two persons made one keep both their cases, and each education says what its own case does', async () => {
  const { municipality, adviser, add, personId, open } = await anOpened()
  await add('sent')
  const twin = await aPerson(municipality)
  await adviser.call('competence.openRecognition', { ...open, ...twin, id: randomUUID() })
  expect((await adviser.call('people.previewMerge', { keepId: personId, goneId: twin.personId })).moves).toEqual([{ what: 'competence', count: 2 }])
  await adviser.call('people.mergePersons', { keepId: personId, keepVersion: 1, goneId: twin.personId, goneVersion: 1, fromGone: [] })
  const { cases } = await adviser.call('competence.getRecognitions', { personId })
  expect(cases.map(({ standing }) => standing.state).toSorted()).toEqual(['gathering', 'waiting'])
  expect((await adviser.call('competence.getCompetence', { personId })).education.map(({ recognition }) => recognition).toSorted()).toEqual(['applied', 'none'])
})
