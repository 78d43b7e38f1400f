import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { beginAs } from '#platform/db.ts'
import { plainDate } from '#shared/date.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { BODY_KEYS, DUTY_KINDS } from './division.schema.ts'
import { firstDraft } from './draft.core.ts'

const world = useWorld()

async function anOffice() {
  const municipality = await aMunicipality(world())
  const [manager, broker] = [await municipality.as('manager'), await municipality.as('job_broker')]
  const draft = firstDraft({ body: (key) => key, duty: (kind) => kind, newId: randomUUID, bodyKeys: BODY_KEYS, kinds: DUTY_KINDS })
  const content = { ...draft, openQuestions: 'Hvem ringer kommunens egne enheter?',
    bodies: draft.bodies.map((body) => (body.key === 'refugee_service' ? { ...body, contact: { accountId: broker.actor.id, text: null }, standIn: { accountId: null, text: 'Per, 900 00 000' } } : body)),
    duties: draft.duties.map((duty) => (duty.kind === 'ring_first' || duty.kind === 'find_practice' ? { ...duty, responsible: 'refugee_service', takesPart: ['state_nav'] } : duty)) }
  const version = { content, agreedOn: TODAY, agreedBy: 'Flyktningtjenesten og Nav', validFrom: TODAY, reviewOn: plainDate('2026-12-10'), reviewerId: broker.actor.id }
  return { municipality, manager, broker, version }
}

test('the manager writes the division down; all who ring employers read who rings first and what nobody has', async () => {
  const { manager, broker, version } = await anOffice()
  expect((await broker.call('cooperation.getDivision', {})).shown).toBeNull()
  expect(await broker.call('cooperation.whoHasDuties', { kinds: ['ring_first'] })).toEqual({ agreed: false, duties: [] })
  expect(await manager.call('cooperation.saveDivision', { id: randomUUID(), ...version })).toMatchObject({ version: 1 })
  const page = await broker.call('cooperation.getDivision', {})
  expect(page).toMatchObject({ actions: [], shown: { state: 'holds', isReviewDue: true }, versions: [{ number: 1 }] })
  expect(page.shown?.gaps.filter(({ why }) => why === 'nobody').map(({ kind }) => kind)).toEqual(DUTY_KINDS.filter((kind) => kind !== 'ring_first' && kind !== 'find_practice'))
  const { duties } = await broker.call('cooperation.whoHasDuties', { kinds: ['ring_first', 'find_job'], phase: 'during' })
  expect(duties).toMatchObject([{ responsible: 'refugee_service', askedBy: 'refugee_service', contact: { isGone: false }, standIn: { text: 'Per, 900 00 000' }, takesPart: ['state_nav'] }, { responsible: null }])
  expect(duties[0]?.contact.name).toMatch(/^job_broker/)
})

test('a new version says what and why, keeps the former as it was, and a stale one is refused', async () => {
  const { manager, version } = await anOffice()
  await manager.call('cooperation.saveDivision', { id: randomUUID(), ...version })
  const changed = { ...version, content: { ...version.content, openQuestions: null, duties: version.content.duties.map((duty) => (duty.kind === 'find_job' ? { ...duty, responsible: 'state_nav' } : duty)) } }
  expect(await manager.refusals('cooperation.saveDivision', { id: randomUUID(), ...changed, version: 1 })).toEqual([{ code: 'division.reason', path: 'reason' }])
  expect((await manager.refusals('cooperation.saveDivision', { id: randomUUID(), ...changed, reason: 'x' })).map(({ code }) => code)).toEqual(['stale'])
  await manager.call('cooperation.saveDivision', { id: randomUUID(), ...changed, version: 1, reason: 'Nav finner jobbene' })
  expect((await manager.call('cooperation.compareDivision', { number: 2 })).differences.map(({ what, name, change }) => [what, name, change])).toEqual([['duty', 'find_job', 'changed'], ['questions', '', 'changed']])
  await expect(manager.call('cooperation.compareDivision', { number: 3 })).rejects.toThrow(NotFound)
  expect((await manager.call('cooperation.getDivision', { number: 1 })).shown?.content.openQuestions).toBe('Hvem ringer kommunens egne enheter?')
})

test('a proposal is shown and nobody goes by it; the reviewer must be one who may read it', async () => {
  const { municipality, manager, broker, version } = await anOffice()
  await manager.call('cooperation.saveDivision', { id: randomUUID(), ...version, agreedOn: null, agreedBy: null })
  expect((await broker.call('cooperation.getDivision', {})).shown?.state).toBe('proposal')
  expect((await broker.call('cooperation.whoHasDuties', { kinds: ['ring_first'] })).agreed).toBe(false)
  const auditor = await municipality.as('auditor')
  expect(await manager.refusals('cooperation.saveDivision', { id: randomUUID(), ...version, version: 1, reason: 'x', reviewerId: auditor.actor.id })).toEqual([{ code: 'division.reviewerUnknown', path: 'reviewerId' }])
  expect((await manager.call('cooperation.listDivisionColleagues', {})).colleagues.map(({ id }) => id)).not.toContain(auditor.actor.id)
  await expect(broker.call('cooperation.listDivisionColleagues', {})).rejects.toThrow(Forbidden)
})

test('the review is on the day of the one who is to see to it, and of no other', async () => {
  const { manager, broker, version } = await anOffice()
  await manager.call('cooperation.saveDivision', { id: randomUUID(), ...version })
  expect([await broker.call('cooperation.getMyDivisionReview', {}), await manager.call('cooperation.getMyDivisionReview', {})]).toEqual([{ reviewOn: '2026-12-10' }, { reviewOn: null }])
})

test('the database lets nobody but the ground for it add a version, and nobody change one', async () => {
  const { manager, broker, version } = await anOffice()
  await manager.call('cooperation.saveDivision', { id: randomUUID(), ...version })
  for (const [{ actor }, text] of [[broker, `insert into work_division (id, number, valid_from, content, made_at) values ('${randomUUID()}', 2, '2026-11-20', '{}', now())`], [manager, `update work_division set reason = 'x'`], [manager, 'delete from work_division']] as const) {
    const client = await world().db.staff.connect()
    try {
      await client.query(beginAs(actor, 'write'))
      await expect(client.query(text)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})

test('a version is a page of paper in both forms of Norwegian; one that is not there is not found', async () => {
  const { manager, broker, version } = await anOffice()
  await manager.call('cooperation.saveDivision', { id: randomUUID(), ...version })
  for (const locale of ['nb', 'nn'] as const) {
    const { bytes } = await broker.call('cooperation.getDivisionPaper', { number: 1, locale })
    const text = new TextDecoder('latin1').decode(bytes)
    expect([text.slice(0, 5), text.includes('part>2<')]).toEqual(['%PDF-', true])
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }
  await expect(broker.call('cooperation.getDivisionPaper', { number: 2, locale: 'nb' })).rejects.toThrow(NotFound)
})
