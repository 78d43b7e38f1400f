import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db.ts'
import { asActor } from '#platform/db.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import { TODAY, aMunicipality, callerFor, useWorld } from '#test/world.ts'

const world = useWorld()
const visit = { kind: 'visit' as const, doneOn: TODAY, talkedWith: ['employer' as const], mood: 'good' as const, note: 'Går bra', nextStep: null, nextStepDue: null }

describe('contact during a placement', () => {
  test('is planned, moved, noted with a next step, and the step finished', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId, personId } = await aRunningPlacement(municipality)
    const id = randomUUID()
    await adviser.call('followUp.planContact', { id, agreementId, kind: 'visit', dueOn: addDays(TODAY, 3) })
    const moved = await adviser.call('followUp.moveContact', { id, version: 1, dueOn: addDays(TODAY, 4) })
    const noted = await adviser.call('followUp.noteContact', { ...visit, id, agreementId, version: moved.version, nextStep: 'Ringe', nextStepDue: addDays(TODAY, 7) })
    expect((await adviser.call('followUp.listFollowUps', { agreementId })).followUps).toMatchObject([{ id, state: 'done', actions: ['finishNextStep'], doneByName: expect.any(String) }])
    await adviser.call('followUp.finishNextStep', { id, version: noted.version })
    expect((await adviser.call('followUp.listFollowUps', { agreementId })).followUps[0]?.actions).toEqual([])
    expect(await adviser.auditTrail(personId)).toContain('followUp.noteContact')
  })

  test('is not noted ahead, nor planned on a Saturday, nor dropped when done', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId } = await aRunningPlacement(municipality)
    const id = randomUUID()
    expect(await adviser.refusals('followUp.noteContact', { ...visit, id, agreementId, doneOn: addDays(TODAY, 1) })).toMatchObject([{ code: 'followUp.inFuture' }])
    expect(await adviser.refusals('followUp.planContact', { id, agreementId, kind: 'visit', dueOn: plainDate('2026-11-21') })).toMatchObject([{ code: 'followUp.weekend' }])
    await adviser.call('followUp.noteContact', { ...visit, id, agreementId })
    expect(await adviser.refusals('followUp.dropContact', { id })).toMatchObject([{ code: 'followUp.isDone' }])
    expect(await adviser.refusals('followUp.moveContact', { id, version: 1, dueOn: addDays(TODAY, 3) })).toMatchObject([{ code: 'followUp.isDone' }])
    expect(await adviser.refusals('followUp.finishNextStep', { id, version: 1 })).toMatchObject([{ code: 'followUp.noNextStep' }])
  })

  test('that was planned can be dropped', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId } = await aRunningPlacement(municipality)
    const id = randomUUID()
    await adviser.call('followUp.planContact', { id, agreementId, kind: 'call', dueOn: addDays(TODAY, 3) })
    await adviser.call('followUp.dropContact', { id })
    expect((await adviser.call('followUp.listFollowUps', { agreementId })).followUps).toEqual([])
  })

  test('a concern has a day for its answer, and is answered, not noted', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId } = await aRunningPlacement(municipality)
    const id = randomUUID()
    expect(await adviser.refusals('followUp.raiseConcern', { id, agreementId, raisedBy: 'employer', note: 'Kommer for sent', answerDue: addDays(TODAY, -1) })).toMatchObject([{ code: 'followUp.inPast' }])
    await adviser.call('followUp.raiseConcern', { id, agreementId, raisedBy: 'employer', note: 'Kommer for sent', answerDue: addDays(TODAY, 2) })
    expect((await adviser.call('followUp.getToday', { mine: false })).contacts).toMatchObject([{ id, kind: 'concern', actions: ['answer'], personName: 'Olena Melnyk' }])
    await adviser.call('followUp.answerConcern', { id, version: 1, answer: 'Ny busstid avtalt' })
    expect(await adviser.refusals('followUp.answerConcern', { id, version: 2, answer: 'Igjen' })).toMatchObject([{ code: 'followUp.isDone' }])
  })

  test('is nobody else\'s: another municipality finds nothing, a manager may not', async () => {
    const municipality = await aMunicipality(world())
    const { agreementId } = await aRunningPlacement(municipality)
    await expect((await (await aMunicipality(world())).as('programme_adviser')).call('followUp.listFollowUps', { agreementId })).rejects.toThrow(NotFound)
    await expect((await municipality.as('hr_leader')).call('followUp.getToday', {})).rejects.toThrow(Forbidden)
  })
})

describe('the day', () => {
  test('shows one\'s own late and coming contacts, what runs out, and what waits', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId, personId } = await aRunningPlacement(municipality, { toDate: '2026-11-30', responsibleId: adviser.actor.id })
    await municipality.put((tx) => tx.insertInto('followUp').values([{ id: randomUUID(), agreementId, personId, kind: 'visit', dueOn: addDays(TODAY, -6) }, { id: randomUUID(), agreementId, personId, kind: 'call', dueOn: addDays(TODAY, 40) }]).execute())
    const day = await adviser.call('followUp.getToday', { mine: true })
    expect(day.contacts.map(({ state }) => state)).toEqual(['late'])
    expect(day.endingSoon).toMatchObject([{ toDate: '2026-11-30' }])
    expect(day.waitingForOthers).toMatchObject([{ what: 'evaluation', who: ['participant', 'employer'] }])
    expect((await (await municipality.as('job_broker')).call('followUp.getToday', { mine: true })).contacts).toEqual([])
  })
})

const employerAnswers = { wentWell: 'Presis og blid', wouldHostAgain: 'yes' as const, isHired: 'no' as const, notHiredReason: 'vacancy' as const, skills: ['Matlaging', 'Oppvask', 'matlaging'] }
const participantAnswers = { learned: 'Jeg lærte mye', spokeNorwegian: 'every_day' as const, wasTreatedWell: 'yes' as const, wantsToGoOn: 'same_work' as const }

describe('the evaluation', () => {
  test('is asked for by link, answered by both, gives observed skills and an outcome', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId, personId } = await aRunningPlacement(municipality, { toDate: '2026-11-25' })
    expect((await adviser.call('followUp.askForEvaluation', { agreementId })).sent.map(({ party }) => party)).toEqual(['participant', 'employer'])
    const links = (await world().owner.query<{ id: string; party: string }>("select id, party from personal_link where agreement_id = $1 and purpose = 'evaluate'", [agreementId])).rows
    const bearer = (party: 'participant' | 'employer') => {
      const actor: Actor = { kind: party, id: links.find((one) => one.party === party)?.id ?? '', municipalityId: municipality.id, name: party, locale: 'nb', permissions: ['link.evaluate'], personId, agreementId }
      return callerFor(world(), actor)
    }
    expect(await bearer('employer').call('followUp.getEvaluationForLink', { party: 'employer' })).toMatchObject({ personName: 'Olena Melnyk', isOpen: true, isAnswered: false })
    await bearer('employer').call('followUp.answerByLink', { answer: { id: randomUUID(), party: 'employer', answers: employerAnswers } })
    expect(await bearer('employer').refusals('followUp.answerByLink', { answer: { id: randomUUID(), party: 'employer', answers: employerAnswers } })).toMatchObject([{ code: 'link.used' }])
    expect(await bearer('participant').refusals('followUp.answerByLink', { answer: { id: randomUUID(), party: 'employer', answers: employerAnswers } })).toMatchObject([{ code: 'evaluation.otherParty' }])
    await bearer('participant').call('followUp.answerByLink', { answer: { id: randomUUID(), party: 'participant', answers: participantAnswers } })
    const page = await adviser.call('followUp.getEvaluation', { agreementId })
    expect(page).toMatchObject({ isOpen: true, actions: ['codeOutcome'], evaluations: expect.arrayContaining([expect.objectContaining({ party: 'employer', byLink: true }), expect.objectContaining({ party: 'participant' })]) })
    expect(page.observedSkills.map(({ name, seenBy }) => [name, seenBy])).toEqual([['matlaging', 'Kafé Brygga'], ['oppvask', 'Kafé Brygga']])
    expect((await adviser.call('competence.getCompetence', { personId })).skills).toMatchObject([{ evidence: 'observed' }, { evidence: 'observed' }])
    await adviser.call('followUp.codeOutcome', { agreementId, version: page.agreementVersion, outcome: 'not_hired', notHiredReason: 'vacancy', hired: null, outcomeOn: TODAY })
  })

  test('told by telephone is written down once by a named colleague', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId } = await aRunningPlacement(municipality, { toDate: '2026-11-25' })
    const answer = { id: randomUUID(), party: 'participant' as const, answers: participantAnswers }
    await adviser.call('followUp.noteAnswers', { agreementId, answer })
    expect(await adviser.refusals('followUp.noteAnswers', { agreementId, answer: { ...answer, id: randomUUID() } })).toMatchObject([{ code: 'evaluation.answered' }])
    expect((await adviser.call('followUp.getEvaluation', { agreementId })).evaluations).toMatchObject([{ byLink: false, notedBy: expect.any(String) }])
  })

  test('is not asked for too early, nor coded against the facts', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId } = await aRunningPlacement(municipality)
    expect(await adviser.refusals('followUp.askForEvaluation', { agreementId })).toMatchObject([{ code: 'evaluation.notYet' }])
    expect(await adviser.refusals('followUp.codeOutcome', { agreementId, version: 1, outcome: 'hired', hired: null, notHiredReason: null, outcomeOn: TODAY })).toMatchObject([{ code: 'evaluation.hiredDetail' }])
  })

  test('a link says nothing of why a placement ended, and is closed where the person never came', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { agreementId, personId } = await aRunningPlacement(municipality, { toDate: '2026-11-25' })
    await adviser.call('followUp.askForEvaluation', { agreementId })
    await municipality.put((tx) => tx.updateTable('agreement').set({ endedOn: TODAY, endReason: 'illness' }).where('id', '=', agreementId).execute())
    const actor: Actor = { kind: 'employer', id: randomUUID(), municipalityId: municipality.id, name: '', locale: 'nb', permissions: ['link.evaluate'], personId, agreementId }
    expect(await callerFor(world(), actor).call('followUp.getEvaluationForLink', { party: 'employer' })).toMatchObject({ isOpen: true })
    await expect(asActor(world().db, actor, (tx) => tx.selectFrom('agreement').select('endReason').execute())).rejects.toMatchObject({ code: '42501' })
    await expect(asActor(world().db, actor, (tx) => tx.selectFrom('opening').select('id').execute())).rejects.toMatchObject({ code: '42501' })
    await municipality.put((tx) => tx.updateTable('agreement').set({ endedOn: null, endReason: null }).where('id', '=', agreementId).execute())
    const { version } = await adviser.call('placements.getAgreement', { agreementId })
    await adviser.call('placements.endAgreement', { agreementId, version, endedOn: TODAY, reason: 'never_started' })
    expect((await adviser.call('followUp.getEvaluation', { agreementId })).asked.map(({ state }) => state)).toEqual(['revoked', 'revoked'])
  })

  test('a link opens one agreement and no other', async () => {
    const municipality = await aMunicipality(world())
    const [mine, other] = [await aRunningPlacement(municipality, { toDate: '2026-11-25' }), randomUUID()]
    await municipality.put((tx) => tx.insertInto('agreement').values({ id: other, personId: mine.personId, employerId: mine.employerId, beganFrom: 'call', kind: 'voluntary' }).execute())
    const actor: Actor = { kind: 'employer', id: randomUUID(), municipalityId: municipality.id, name: '', locale: 'nb', permissions: ['link.evaluate', 'placements.read'], personId: mine.personId, agreementId: mine.agreementId }
    await expect(callerFor(world(), actor).call('followUp.getEvaluationForLink', { party: 'employer' })).resolves.toMatchObject({ employerName: 'Kafé Brygga' })
    await expect(callerFor(world(), { ...actor, agreementId: randomUUID() }).call('followUp.getEvaluationForLink', { party: 'employer' })).rejects.toThrow(NotFound)
  })
})
