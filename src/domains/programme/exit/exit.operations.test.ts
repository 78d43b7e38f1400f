import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays, plainDate } from '#shared/date.ts'
import type { Municipality } from '#test/world.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function aParticipant(municipality: Municipality, startsOn = plainDate('2026-01-05')) {
  const [personId, participationId] = [randomUUID(), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk', status: 'in_programme' }).execute()
    await tx.insertInto('participation').values({ id: participationId, personId, offeredOn: startsOn, decidedOn: startsOn, startsOn, months: 12, finalGoal: 'work', regime: 'new' }).execute()
    await tx.insertInto('wish').values({ id: randomUUID(), personId, wording: 'Kokk', rank: 1 }).execute()
  })
  return { personId, participationId }
}

async function world1() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  return { municipality, adviser, ...await aParticipant(municipality) }
}

const note = (personId: string, receiverAccountId: string | null = null) => ({ id: randomUUID(), personId, receiver: 'nav' as const, receiverUnit: 'Nav Fjordvik', receiverAccountId, legalBasis: 'exchange' as const,
  ambitions: 'Vil bli kokk', needs: 'Trenger tolk i møter', recommendation: 'Lønnstilskudd i et kjøkken' })

describe('the road out', () => {
  test('shows the steps, and settles one', async () => {
    const { adviser, personId, participationId } = await world1()
    const { exit } = await adviser.call('programme.getExit', { personId })
    expect(exit).toMatchObject({ participationId, lastDay: '2027-01-04', actions: ['settle', 'end', 'writeHandOver'] })
    const id = randomUUID()
    const step = { id, participationId, kind: 'talk' as const, doneOn: TODAY, notNeeded: false, note: null, norwegian: null, gap: null }
    expect(await adviser.call('programme.settleExitStep', step)).toMatchObject({ id, version: 1 })
    expect(await adviser.call('programme.settleExitStep', { ...step, version: 1, note: 'Vil jobbe på kjøkken' })).toMatchObject({ version: 2 })
    expect((await adviser.call('programme.getExit', { personId })).exit?.steps.find(({ kind }) => kind === 'talk')).toMatchObject({ state: 'done', note: 'Vil jobbe på kjøkken' })
    expect((await adviser.refusals('programme.settleExitStep', { ...step, id: randomUUID(), kind: 'gap' })).map(({ code }) => code)).toEqual(['exit.needsDetail'])
    expect((await adviser.refusals('programme.settleExitStep', { ...step, id: randomUUID() })).map(({ code }) => code)).toEqual(['constraint.exit_step_once'])
  })

  test('of one who was in no programme is nothing', async () => {
    const { municipality, adviser } = await world1()
    const personId = randomUUID()
    await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'A', familyName: 'B' }).execute())
    expect(await adviser.call('programme.getExit', { personId })).toEqual({ personId, exit: null })
  })

  test('ends with a next step and its owner, and never without', async () => {
    const { adviser, personId, participationId } = await world1()
    const end = { participationId, version: 1, endedOn: TODAY, reason: 'work' as const, activity: 'work_part_time' as const, nextStep: null }
    expect((await adviser.refusals('programme.endProgramme', end)).map(({ code }) => code)).toEqual(['exit.needsNextStep'])
    await adviser.call('programme.endProgramme', { ...end, nextStep: { id: randomUUID(), step: 'Ringe etter to uker', dueOn: addDays(TODAY, 14), ownerId: adviser.actor.id } })
    expect((await adviser.call('programme.getExit', { personId })).exit).toMatchObject({ endedOn: TODAY, endReason: 'work', endActivity: 'work_part_time', laterDue: ['2027-11-20'] })
    expect(await adviser.auditTrail(personId)).toContain('programme.endProgramme')
  })

  test('goes on with how she does later', async () => {
    const { adviser, personId, participationId, municipality } = await world1()
    const later = { id: randomUUID(), participationId, askedOn: TODAY, activity: 'work_full_time' as const, hoursPerWeek: 37.5, isRelevant: true, livesElsewhere: true, source: 'person' as const }
    expect((await adviser.refusals('programme.noteLaterStatus', later)).map(({ code }) => code)).toEqual(['exit.notEnded'])
    await municipality.put((tx) => tx.updateTable('participation').set({ endedOn: plainDate('2026-05-01'), endReason: 'work' }).where('id', '=', participationId).execute())
    await adviser.call('programme.noteLaterStatus', later)
    expect((await adviser.call('programme.getExit', { personId })).exit?.later).toMatchObject([{ activity: 'work_full_time', livesElsewhere: true }])
  })
})

describe('a hand-over', () => {
  test('goes to a named receiver with what is mapped, comes back with a case, and she sees it', async () => {
    const { municipality, adviser, personId } = await world1()
    const nav = await municipality.as('nav_adviser')
    const other = await municipality.as('nav_adviser')
    const written = note(personId, nav.actor.id)
    await adviser.call('programme.writeHandOver', written)
    expect((await nav.call('programme.listReceivedHandOvers', {})).handOvers).toEqual([])
    await adviser.call('programme.sendHandOver', { id: written.id, version: 1, shownToPersonOn: TODAY, personComment: 'Dette stemmer' })
    const { handOvers: [received] } = await nav.call('programme.listReceivedHandOvers', {})
    expect(received).toMatchObject({ state: 'sent', recommendation: 'Lønnstilskudd i et kjøkken', content: { name: 'Olena Melnyk', wishes: ['Kokk'] }, actions: ['confirm', 'print'] })
    expect((await other.call('programme.listReceivedHandOvers', {})).handOvers).toEqual([])
    await expect(other.call('programme.confirmHandOver', { id: written.id, version: 2, caseNumber: '26/1', caseWorker: 'En annen' })).rejects.toBeInstanceOf(NotFound)
    await nav.call('programme.confirmHandOver', { id: written.id, version: 2, caseNumber: '26/1', caseWorker: 'Lars Nilsen' })
    expect((await adviser.call('programme.listHandOvers', { personId })).handOvers).toMatchObject([{ state: 'confirmed', caseNumber: '26/1', caseWorker: 'Lars Nilsen' }])
    const herself = await municipality.participant(personId)
    expect((await herself.call('programme.listMyHandOvers', {})).handOvers).toMatchObject([{ recommendation: 'Lønnstilskudd i et kjøkken' }])
    expect(await nav.auditTrail(personId)).toContain('programme.listReceivedHandOvers')
  })

  test('is shown to her first, is not rewritten once sent, and has one case number', async () => {
    const { adviser, personId } = await world1()
    const written = note(personId)
    await adviser.call('programme.writeHandOver', written)
    await adviser.call('programme.writeHandOver', { ...written, version: 1, needs: 'Trenger barnehageplass' })
    expect((await adviser.refusals('programme.sendHandOver', { id: written.id, version: 2, shownToPersonOn: null, personComment: null })).map(({ code }) => code)).toEqual(['handOver.showFirst'])
    expect((await adviser.refusals('programme.noteHandOverCase', { id: written.id, version: 2, caseNumber: '1', caseWorker: 'Per' })).map(({ code }) => code)).toEqual(['handOver.notSent'])
    await adviser.call('programme.sendHandOver', { id: written.id, version: 2, shownToPersonOn: TODAY, personComment: null })
    expect((await adviser.refusals('programme.writeHandOver', { ...written, version: 3 })).map(({ code }) => code)).toEqual(['handOver.isSent'])
    await adviser.call('programme.noteHandOverCase', { id: written.id, version: 3, caseNumber: '26/2', caseWorker: 'Per' })
    expect((await adviser.refusals('programme.noteHandOverCase', { id: written.id, version: 4, caseNumber: '26/3', caseWorker: 'Per' })).map(({ code }) => code)).toEqual(['handOver.isConfirmed'])
  })

  test('cannot be addressed to somebody who may not receive, and a draft is nobody else’s', async () => {
    const { municipality, adviser, personId } = await world1()
    const broker = await municipality.as('job_broker')
    expect((await adviser.refusals('programme.writeHandOver', note(personId, broker.actor.id))).map(({ code }) => code)).toEqual(['handOver.noReceiver'])
    await adviser.call('programme.writeHandOver', note(personId))
    const herself = await municipality.participant(personId)
    expect((await herself.call('programme.listMyHandOvers', {})).handOvers).toEqual([])
    await expect(broker.call('programme.listHandOvers', { personId })).rejects.toBeInstanceOf(Forbidden)
    const elsewhere = await (await aMunicipality(world())).as('programme_adviser')
    await expect(elsewhere.call('programme.listHandOvers', { personId })).rejects.toBeInstanceOf(NotFound)
    await expect(elsewhere.call('programme.getExit', { personId })).rejects.toBeInstanceOf(NotFound)
    expect(await elsewhere.auditTrail(personId)).not.toContain('programme.getExit')
  })

  test('is closed in the database to those without the case', async () => {
    const { municipality, adviser, personId } = await world1()
    await adviser.call('programme.writeHandOver', note(personId))
    const { rows } = await world().owner.query<{ seen: number }>(`select count(*)::int as seen from pg_policies where tablename in ('hand_over', 'exit_step', 'later_status', 'next_step', 'whereabouts', 'start_wait') and policyname = 'ground' and permissive = 'RESTRICTIVE'`)
    expect(rows[0]?.seen).toBe(6)
    expect(municipality.id).not.toBe('')
  })
})
