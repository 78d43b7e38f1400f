import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { hasTypst } from '#platform/typst.ts'
import { aParticipant, aSettledPerson } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function aReader() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const mine = await aParticipant(municipality, adviser)
  return { municipality, adviser, ...mine, she: await municipality.participant(mine.personId) }
}

test('she sees what was decided about her in her language, until when she may complain, and how far a complaint has come', async () => {
  const { adviser, she, personId, decisionId } = await aReader()
  const before = await she.call('programme.listMyDecisions', { locale: 'en' })
  expect(before.decisions).toMatchObject([{ id: decisionId, kind: 'programme', decided: 'You get an introduction programme of 24 months from 1 December 2026. Your final goal is: work.', appeal: { weeks: 3, lastDay: null }, complaint: null, isReplaced: false }])
  await adviser.call('programme.noteTold', { id: decisionId, version: 1, toldOn: TODAY, toldHow: 'letter' })
  await adviser.call('programme.receiveComplaint', { id: randomUUID(), decisionId, receivedOn: TODAY, receivedHow: 'letter', complainant: 'participant', body: 'Jeg vil ha et annet mål.' })
  const after = await she.call('programme.getMyDecision', { decisionId, locale: 'uk' })
  expect([after.appeal.lastDay, after.complaint?.state, after.document.translation?.lang, after.document.grounds.length > 30]).toEqual(['2026-12-11', 'open', 'uk', true])
  expect(await adviser.auditTrail(personId)).toEqual(expect.arrayContaining(['programme.listMyDecisions', 'programme.getMyDecision']))
})

test('a draft is nobody’s to read: there is nothing until it is decided', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const { personId } = await aSettledPerson(municipality)
  await adviser.call('programme.draftDecision', { personId, kind: 'programme', locale: 'nb', offeredOn: TODAY, finalGoal: 'work' })
  expect((await (await municipality.participant(personId)).call('programme.listMyDecisions', { locale: 'nb' })).decisions).toEqual([])
})

test('she reads nobody else’s, whatever id she sends, and the database says so too', async () => {
  const { municipality, adviser, she, personId } = await aReader()
  const other = await aParticipant(municipality, adviser)
  await adviser.call('programme.receiveComplaint', { id: randomUUID(), decisionId: other.decisionId, receivedOn: TODAY, receivedHow: 'letter', complainant: 'participant', body: 'Nei.' })
  await expect(she.call('programme.getMyDecision', { decisionId: other.decisionId, locale: 'nb' })).rejects.toThrow(NotFound)
  await expect(she.call('programme.getMyDecisionDocument', { decisionId: other.decisionId, locale: 'nb' })).rejects.toThrow(NotFound)
  await expect(she.call('programme.listDecisions', { personId })).rejects.toThrow('lacks programme.decide')
  const seen = await world().db.portal.connect()
  const begin = `begin; select set_config('app.municipality_id', '${municipality.id}', true), set_config('app.actor_id', '${she.actor.id}', true), set_config('app.person_id', '${personId}', true), set_config('role', 'app_participant', true)`
  try {
    await seen.query(begin)
    expect((await seen.query('select distinct person_id from programme_decision')).rows).toEqual([{ person_id: personId }])
    expect((await seen.query('select id from programme_complaint')).rows).toEqual([])
    await expect(seen.query('select body, outcome_grounds, higher_note from programme_complaint')).rejects.toMatchObject({ code: '42501' })
    await seen.query('rollback')
    // who holds a link to something else reads no decision with it
    await seen.query(`${begin}; select set_config('app.agreement_id', '${randomUUID()}', true)`)
    expect((await seen.query('select id from programme_decision')).rows).toEqual([])
  } finally {
    await seen.query('rollback')
    seen.release()
  }
})

test.skipIf(!hasTypst())('the paper is the one of the archive, with her language beside it', async () => {
  const { adviser, she, decisionId } = await aReader()
  const [hers, theirs] = [await she.call('programme.getMyDecisionDocument', { decisionId, locale: 'ar' }), await adviser.call('programme.getDecisionDocument', { decisionId, locale: 'ar' })]
  expect([hers.fileName, Math.abs(hers.bytes.length - theirs.bytes.length) < 100]).toEqual(['vedtak-2026-11-20-ar.pdf', true])
  expect(Buffer.from(hers.bytes).toString('latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
})
