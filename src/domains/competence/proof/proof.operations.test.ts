import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { beginAs } from '#platform/db.ts'
import { Forbidden, NotFound, found } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { writeProofPaper } from './paper/write-paper.ts'

const world = useWorld()
const TASKS = ['Følger oppskriften', 'Vasker benken etter bruk', 'Sier fra når noe mangler', 'Veier og måler', 'Rydder kjølerommet']
const newTasks = () => TASKS.map((task) => ({ id: randomUUID(), task }))

async function aTrial(over: { apart?: boolean } = {}) {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const placement = await aRunningPlacement(municipality)
  const [id, tasks] = [randomUUID(), newTasks()]
  const start = { personId: placement.personId, name: 'Kokk', startsOn: plainDate('2026-11-01'), ...(over.apart ? { employerId: placement.employerId } : { agreementId: placement.agreementId }) }
  await adviser.call('competence.startTrial', { ...start, id, tasks })
  const proof = () => adviser.call('competence.getProof', { personId: placement.personId })
  const skills = async () => (await adviser.call('competence.getCompetence', { personId: placement.personId })).skills
  const note = (seen: ('alone' | 'with_help' | 'not_yet' | 'not_seen')[], seenBy = 'Kari Moen') => adviser.call('competence.noteTasksSeen', { trialId: id, seenBy, seenRole: 'kjøkkensjef', seenOn: TODAY, tasks: seen.map((one, index) => ({ id: found(tasks[index]).id, seen: one })) })
  return { municipality, adviser, id, tasks, start, proof, skills, note, ...placement }
}

test('what is done alone becomes an observed skill with who saw it, and follows when somebody sees otherwise', async () => {
  const { adviser, note, proof, skills, personId } = await aTrial()
  await note(['alone', 'with_help', 'not_yet'])
  expect(await skills()).toMatchObject([{ name: TASKS[0], evidence: 'observed', knownOn: TODAY, seenBy: 'Kari Moen, Kafé Brygga' }])
  expect((await adviser.refusals('competence.removeEntry', { kind: 'skill', id: found((await skills())[0]).id, personId })).map(({ code }) => code)).toEqual(['competence.observedStays'])
  expect((await proof()).trials[0]?.tasks.map(({ seen }) => seen)).toEqual(['alone', 'with_help', 'not_yet', null, null])
  await note(['alone', 'alone'], 'Per Li')
  expect((await skills()).map(({ seenBy }) => seenBy)).toEqual(['Per Li, Kafé Brygga', 'Per Li, Kafé Brygga'])
  await note(['not_yet', 'with_help'])
  expect(await skills()).toEqual([])
})

test('a trial is in a placement or at an employer, and its tasks are five to twelve different ones', async () => {
  const { municipality, adviser, start, note, id } = await aTrial({ apart: true })
  expect((await adviser.refusals('competence.askAboutTasks', { trialId: id })).map(({ code }) => code)).toEqual(['proof.noPlacement'])
  const again = { ...start, id: randomUUID(), tasks: newTasks() }
  expect((await adviser.refusals('competence.startTrial', { ...again, employerId: null })).map(({ code }) => code)).toEqual(['proof.whichEmployer'])
  expect((await adviser.refusals('competence.startTrial', { ...again, tasks: newTasks().map((one) => ({ ...one, task: 'Vasker' })) })).map(({ code }) => code)).toEqual(['proof.taskTwice'])
  expect((await adviser.refusals('competence.startTrial', { ...again, tasks: newTasks().slice(1) })).map(({ path }) => path)).toEqual(['tasks'])
  await expect(adviser.call('competence.startTrial', { ...again, agreementId: randomUUID() })).rejects.toBeInstanceOf(NotFound)
  await adviser.call('competence.closeTrial', { id, version: 1 })
  await expect(note(['alone'])).rejects.toThrow('proof.trialClosed')
  expect((await adviser.refusals('competence.closeTrial', { id, version: 2 })).map(({ code }) => code)).toEqual(['proof.trialClosed'])
  await expect((await municipality.as('health')).call('competence.noteTasksSeen', { trialId: id, seenBy: 'Kari', seenRole: 'kokk', seenOn: TODAY, tasks: [{ id: randomUUID(), seen: 'alone' }] })).rejects.toBeInstanceOf(Forbidden)
})

test('the workplace is mailed a link once the agreement is sent, and not without tasks left', async () => {
  const { adviser, id, note, proof } = await aTrial()
  expect(await adviser.call('competence.askAboutTasks', { trialId: id })).toMatchObject({ email: 'kari@example.no' })
  expect((await proof()).trials[0]).toMatchObject({ askedOn: [expect.any(String)], actions: ['note', 'ask', 'close'] })
  await note(['alone', 'alone', 'alone', 'alone', 'alone'])
  expect((await adviser.refusals('competence.askAboutTasks', { trialId: id })).map(({ code }) => code)).toEqual(['proof.allSeen'])
})

test('a short list is kept for an occupation, five to twelve tasks, once by name', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const list = { id: randomUUID(), name: 'Kokk', occupationCode: null, tasks: TASKS, isActive: true }
  await adviser.call('competence.saveTaskList', list)
  await adviser.call('competence.saveTaskList', { ...list, version: 1, isActive: false })
  expect((await adviser.call('competence.listTaskLists', {})).lists).toMatchObject([{ name: 'Kokk', version: 2, isActive: false, tasks: TASKS }])
  expect((await adviser.refusals('competence.saveTaskList', { ...list, id: randomUUID() })).map(({ code }) => code)).toEqual(['constraint.task_list_once'])
  expect((await adviser.refusals('competence.saveTaskList', { ...list, version: 2, tasks: [...TASKS.slice(1), 'VEIER OG MÅLER'] })).map(({ code }) => code)).toEqual(['proof.taskTwice'])
  await expect((await municipality.as('manager')).call('competence.listTaskLists', {})).rejects.toBeInstanceOf(Forbidden)
})

test('what an assessment approves becomes tested skills, and no longer when it is not approved after all', async () => {
  const { adviser, personId, skills } = await aTrial()
  const one = { id: randomUUID(), personId, against: 'trade_certificate' as const, subject: 'Kokkfaget', assessor: 'county' as const, assessorName: 'Karrieresenteret', orderedOn: plainDate('2026-09-01'), heldOn: plainDate('2026-10-01'), result: 'part' as const, resultOn: TODAY, approved: ['Råvarer', 'Hygiene'], paperOn: null, note: null }
  await adviser.call('competence.saveAssessment', one)
  expect((await skills()).map(({ name, evidence, seenBy }) => [name, evidence, seenBy])).toEqual([['Hygiene', 'tested', 'Karrieresenteret'], ['Råvarer', 'tested', 'Karrieresenteret']])
  await adviser.call('competence.saveAssessment', { ...one, version: 1, result: 'none', approved: [] })
  expect(await skills()).toEqual([])
  expect((await adviser.refusals('competence.saveAssessment', { ...one, version: 1 })).map(({ code }) => code)).toEqual(['stale'])
  expect((await adviser.refusals('competence.saveAssessment', { ...one, id: randomUUID(), approved: [] })).map(({ code }) => code)).toEqual(['proof.whichPart'])
})

test('the sheet holds what was chosen as it was that day, is set as PDF in three languages, and is answered for by its code', async () => {
  const { municipality, adviser, personId, note, proof } = await aTrial()
  await municipality.put((tx) => tx.insertInto('skill').values({ id: randomUUID(), personId, name: 'Synger', evidence: 'claimed' }).execute())
  await note(['alone', 'with_help', 'not_yet'])
  const { items, chosen } = await proof()
  expect(items.map(({ title, evidence }) => [title, evidence])).toEqual(expect.arrayContaining([['Synger', 'claimed'], [TASKS[0], 'observed'], [TASKS[1], 'observed']]))
  expect(items.filter(({ key }) => chosen.includes(key)).map(({ title }) => title)).toEqual([TASKS[0], TASKS[1]]) // not what she only says, nor what she cannot yet
  const id = randomUUID()
  const { code } = await adviser.call('competence.issueProofSheet', { id, personId, chosen })
  await note(['not_yet'])
  for (const locale of ['nb', 'nn', 'en'] as const) expect(new TextDecoder('latin1').decode((await adviser.call('competence.getProofPaper', { id, locale })).bytes.slice(0, 5))).toBe('%PDF-')
  const sheet = (await adviser.call('competence.findProofSheet', { code: ` ${code.toLowerCase()} ` })).found
  expect(sheet).toMatchObject({ personId, withdrawnOn: null, content: { person: 'Olena Melnyk', items: [{ title: TASKS[0], where: 'Kafé Brygga' }, { title: TASKS[1], help: 'with_help' }] } })
  expect(JSON.stringify(writeProofPaper({ content: found(sheet ?? undefined).content, code, issuedOn: TODAY, contactName: 'Anne', contactEmail: null }, 'nb'))).toMatch(/klarer det alene.*Kari Moen, kjøkkensjef, Kafé Brygga, 20\.\snovember\s2026.*klarer det med hjelp/)
  expect((await adviser.call('competence.findProofSheet', { code: '22222222' })).found).toBeNull()
  await adviser.call('competence.withdrawProofSheet', { id })
  expect((await adviser.call('competence.findProofSheet', { code })).found).toMatchObject({ withdrawnOn: TODAY })
  expect((await adviser.refusals('competence.withdrawProofSheet', { id })).map(({ code: one }) => one)).toEqual(['proof.withdrawn'])
  expect((await adviser.refusals('competence.getProofPaper', { id, locale: 'nb' })).map(({ code: one }) => one)).toEqual(['proof.withdrawn'])
  expect((await adviser.refusals('competence.issueProofSheet', { id: randomUUID(), personId, chosen: ['skill:none'] })).map(({ code: one }) => one)).toEqual(['proof.nothingChosen'])
  const elsewhere = await (await aMunicipality(world())).as('programme_adviser')
  expect((await elsewhere.call('competence.findProofSheet', { code })).found).toBeNull()
})

test('she makes and withdraws her own sheet, and answers to what was seen of her alone', async () => {
  const { municipality, adviser, personId, note, tasks, proof } = await aTrial()
  await note(['alone', 'with_help'])
  const she = await municipality.participant(personId)
  const mine = await she.call('competence.getMyProof', {})
  const skill = found(mine.items.find(({ kind }) => kind === 'skill'))
  await she.call('competence.answerSeen', { kind: 'skill', id: found(skill.answers ?? undefined).id, answer: 'Ja, hver dag' })
  await she.call('competence.answerSeen', { kind: 'task', id: found(tasks[1]).id, answer: 'Bare i starten' })
  expect((await proof()).trials[0]?.tasks[1]?.personAnswer).toBe('Bare i starten')
  expect((await adviser.call('competence.getCompetence', { personId })).skills[0]?.personAnswer).toBe('Ja, hver dag')
  const id = randomUUID()
  await she.call('competence.issueMyProofSheet', { id, chosen: [skill.key] })
  expect((await she.call('competence.getMyProofPaper', { id, locale: 'en' })).bytes.length).toBeGreaterThan(5000)
  const after = await she.call('competence.getMyProof', {})
  expect([after.chosen, after.sheets.map(({ byHerself }) => byHerself)]).toEqual([[skill.key], [true]])
  expect((await she.refusals('competence.issueMyProofSheet', { id: randomUUID(), chosen: ['x'] })).map(({ code }) => code)).toEqual(['proof.nothingChosen'])
  const other = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id: other, givenName: 'Amina', familyName: 'Ali' }).execute())
  const another = await municipality.participant(other)
  await expect(another.call('competence.answerSeen', { kind: 'task', id: found(tasks[1]).id, answer: 'Nei' })).rejects.toBeInstanceOf(NotFound)
  await expect(another.call('competence.withdrawMyProofSheet', { id })).rejects.toBeInstanceOf(NotFound)
  await expect(another.call('competence.getMyProofPaper', { id, locale: 'nb' })).rejects.toBeInstanceOf(NotFound)
  expect((await another.call('competence.getMyProof', {})).items).toEqual([])
  await she.call('competence.withdrawMyProofSheet', { id })
  await expect(adviser.call('competence.getMyProof', {})).rejects.toBeInstanceOf(Forbidden)
})

test('what a participant may write on her own rows is her answer and nothing else', async () => {
  const { municipality, personId, note } = await aTrial()
  await note(['alone'])
  const she = await municipality.participant(personId)
  const client = await world().db.portal.connect()
  try {
    for (const statement of ["update skill set name = 'Lege'", "update trial_task set seen = 'alone'", "insert into trial_task (id, person_id, trial_id, position, task) select uuidv7(), person_id, id, 9, 'Alt' from work_trial", "update proof_sheet set content = '{}'"]) {
      await client.query(beginAs(she.actor, 'write'))
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' })
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
})
