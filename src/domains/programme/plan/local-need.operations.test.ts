import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { aParticipant } from '#test/programme-facts.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function aTown() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser', 'job_broker')
  const { personId } = await aParticipant(municipality, adviser)
  await municipality.put(async (tx) => {
    await tx.insertInto('occupation').values(([['5120', 'Kokk'], ['5131', 'Servitør']] as const).map(([code, name]) => ({ code, name, level: 4 }))).execute()
    const employerId = randomUUID()
    await tx.insertInto('employer').values({ id: employerId, orgNumber: '200000004', kind: 'underenhet', name: 'Kafé Brygga' }).execute()
    await tx.insertInto('need').values({ id: randomUUID(), employerId, talkedOn: plainDate('2026-10-01'), confirmedOn: plainDate('2026-10-01'), channel: 'visit', accountId: adviser.actor.id, answers: JSON.stringify({ numberNow: 2, occupationCodes: ['5120'] }) }).execute()
    await tx.insertInto('opening').values([{ id: randomUUID(), kind: 'practice_place', employerId, title: 'Kjøkken', occupationCode: '5120', seats: 2, reachableBy: ['bus'] }, { id: randomUUID(), kind: 'practice_place', employerId, title: 'Lukket', occupationCode: '5120', seats: 4, toDate: plainDate('2026-11-01') }]).execute()
  })
  return { municipality, adviser, personId }
}

test('the plan’s occupation is shown with what employers, places and forecasts say, to an adviser and not to another municipality', async () => {
  const { adviser, personId } = await aTown()
  await adviser.call('opportunities.saveForecast', { id: randomUUID(), occupationCode: '5131', level: 'much', horizonYear: 2030, source: 'Planen', sourceYear: 2026 })
  const need = await adviser.call('programme.getLocalNeed', { personId, occupationCode: '5120' })
  expect(need).toMatchObject({ goal: { name: 'Kokk', level: 'some', employers: { count: 1, asked: 1, now: 2 }, practicePlaces: 2, vacancies: null, forecast: null, reach: { unknown: 2 } }, near: [{ name: 'Servitør', level: 'much' }] })
  const stranger = await (await aMunicipality(world())).as('programme_adviser')
  await expect(stranger.call('programme.getLocalNeed', { personId, occupationCode: '5120' })).rejects.toThrow(NotFound)
})

test('an occupation related to the plan’s by a list is shown where it is asked for more', async () => {
  const { municipality, adviser, personId } = await aTown()
  await municipality.put((tx) => tx.insertInto('occupation').values({ code: '9112', level: 4, name: 'Renholder' }).execute())
  await adviser.call('opportunities.saveForecast', { id: randomUUID(), occupationCode: '9112', level: 'much', horizonYear: 2030, source: 'Planen', sourceYear: 2026 })
  const nearNow = async () => (await adviser.call('programme.getLocalNeed', { personId, occupationCode: '5120' })).near.map(({ name }) => name)
  expect(await nearNow()).toEqual([])
  await adviser.call('competence.saveFamily', { id: randomUUID(), name: 'Storkjøkken', source: 'Samme oppgaver', codes: ['5120', '9112'] })
  expect(await nearNow()).toEqual(['Renholder'])
})

test('a plan keeps what was shown the day it was saved, by the server’s own reading, and the sentence of how it was weighed', async () => {
  const { adviser, personId } = await aTown()
  const plan = { id: randomUUID(), personId, content: { finalGoal: 'work' as const, occupationCode: '5120', needWeighed: 'Hun vil dette, og det er plass.', localNeed: null }, elements: [] }
  await adviser.call('programme.savePlan', plan)
  const first = (await adviser.call('programme.getPlan', { personId, locale: 'nb' })).plan
  expect(first?.content).toMatchObject({ needWeighed: 'Hun vil dette, og det er plass.', localNeed: { on: '2026-11-20', goal: { practicePlaces: 2, forecast: null } } })
  await adviser.call('opportunities.saveForecast', { id: randomUUID(), occupationCode: '5120', level: 'little', horizonYear: 2030, source: 'Planen', sourceYear: 2026 })
  expect((await adviser.call('programme.getPlan', { personId, locale: 'nb' })).plan?.content.localNeed?.goal?.forecast).toBeNull()
  await adviser.call('programme.savePlan', { ...plan, version: 1, reason: 'Ny prognose', content: { ...plan.content, needWeighed: 'Lite behov, men hun vil.' } })
  const { differences } = await adviser.call('programme.comparePlan', { planId: plan.id, from: 1, to: 2 })
  expect(differences).toEqual([{ at: 'needWeighed', before: 'Hun vil dette, og det er plass.', after: 'Lite behov, men hun vil.' }])
  await adviser.call('programme.savePlan', { ...plan, version: 2, reason: 'Uten yrke', content: { ...plan.content, occupationCode: null } })
  expect((await adviser.call('programme.getPlan', { personId, locale: 'nb' })).plan?.content.localNeed).toBeNull()
})
