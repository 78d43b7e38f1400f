import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hasTypst } from '#platform/typst.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays } from '#shared/date.ts'
import { aParticipant, aTownWithParticipant } from '#test/programme-facts.ts'
import type { Caller } from '#test/world.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

async function here() {
  const { municipality, adviser, personId } = await aTownWithParticipant(world())
  await adviser.call('competence.recordEducation', { id: randomUUID(), personId, level: 4, field: 'Kokk', country: 'ER' })
  await adviser.call('competence.savePracticalFrame', { personId, hoursPerWeek: 30, weekdays: [1, 2], careDuties: 'Henter barn', cannot: ['heavy_lifting'], note: 'Trenger pauser' })
  return { municipality, adviser, personId }
}
const anOrder = (personId: string, over: object = {}) => ({ id: randomUUID(), personId, receiver: 'Karriere Fjord', receiverEmail: 'post@karriere.example', orderedOn: addDays(TODAY, -3), ...over })
async function referred(adviser: Caller, personId: string) {
  const order = anOrder(personId)
  await adviser.call('programme.orderGuidance', order)
  for (const kind of ['qualification_interview', 'competence_mapping'] as const) await adviser.call('programme.saveStep', { id: randomUUID(), personId, kind, doneOn: addDays(TODAY, -4) })
  return order.id
}
const page = (adviser: Caller, personId: string) => adviser.call('programme.getGuidance', { personId, locale: 'nb' })

test('guidance is ordered at a receiver, who is the first offered for the next person', async () => {
  const { municipality, adviser, personId } = await here()
  expect(codes(await adviser.refusals('programme.orderGuidance', anOrder(personId, { orderedOn: addDays(TODAY, 1) })))).toEqual(['guidance.orderedInFuture'])
  const order = anOrder(personId)
  await adviser.call('programme.orderGuidance', order)
  expect((await page(adviser, personId)).step).toMatchObject({ receiver: 'Karriere Fjord', orderedOn: addDays(TODAY, -3), doneOn: null })
  expect((await adviser.call('programme.getPlan', { personId, locale: 'nb' })).steps.find(({ kind }) => kind === 'career_guidance')).toMatchObject({ referredOn: addDays(TODAY, -3), doneWith: 'Karriere Fjord' })
  expect(codes(await adviser.refusals('programme.orderGuidance', { ...order, version: 7 }))).toEqual(['stale'])
  const next = await aParticipant(municipality, adviser)
  expect((await page(adviser, next.personId)).usual).toMatchObject({ receiver: 'Karriere Fjord', receiverEmail: 'post@karriere.example' })
  expect(await (await municipality.as('teacher')).call('programme.getGuidance', { personId, locale: 'nb' })).toMatchObject({ papers: [], actions: [], usual: null })
  await expect((await (await aMunicipality(world())).as('programme_adviser')).call('programme.getGuidance', { personId, locale: 'nb' })).rejects.toThrow(NotFound)
})

test('the mapping is made from what is known, told of, sent, and then stays; care and health are not in it', async () => {
  const { municipality, adviser, personId } = await here()
  const id = randomUUID()
  await adviser.call('programme.writeMapping', { id, personId })
  const draft = (await page(adviser, personId)).papers[0]
  expect(draft).toMatchObject({ number: 1, isOutdated: false, sentOn: null, leftOut: expect.arrayContaining(['number', 'health', 'care']) })
  expect(JSON.stringify(draft)).toContain('Kokk')
  expect(JSON.stringify(draft)).not.toMatch(/Henter barn|tunge løft|pauser/)
  await adviser.call('competence.recordWish', { id: randomUUID(), personId, wording: 'Bli kokk' })
  expect((await page(adviser, personId)).papers[0]).toMatchObject({ isOutdated: true })
  await adviser.call('programme.writeMapping', { id, personId, version: 1 })
  const sending = { id, version: 2, informedOn: TODAY, informedHow: 'meeting_with_interpreter' as const, remark: 'Stemmer', sentHow: 'secure_digital' as const, sentOn: TODAY }
  expect(codes(await adviser.refusals('programme.sendMapping', sending))).toEqual(['mapping.notReferred'])
  await referred(adviser, personId)
  expect(codes(await adviser.refusals('programme.sendMapping', { ...sending, informedOn: null }))).toEqual(['mapping.tellFirst'])
  const she = await municipality.participant(personId)
  expect((await she.call('programme.listMyMappings', { locale: 'ar' })).mappings).toMatchObject([{ sentOn: null, number: 1 }])
  await adviser.call('programme.sendMapping', sending)
  expect((await page(adviser, personId)).papers).toMatchObject([{ sentOn: TODAY, receiver: 'Karriere Fjord', remark: 'Stemmer' }])
  expect((await she.call('programme.listMyMappings', { locale: 'nb' })).mappings).toMatchObject([{ sentOn: TODAY, receiver: 'Karriere Fjord' }])
  expect(codes(await adviser.refusals('programme.writeMapping', { id, personId, version: 3 }))).toEqual(['mapping.isSent'])
  expect(codes(await adviser.refusals('programme.sendMapping', { ...sending, version: 3 }))).toEqual(['mapping.isSent'])
  await expect(municipality.put((tx) => tx.updateTable('mappingPaper').set({ remark: 'x' }).where('id', '=', id).executeTakeFirstOrThrow())).resolves.toMatchObject({ numUpdatedRows: 0n })
  await expect(adviser.call('programme.listMyMappings', { locale: 'nb' })).rejects.toThrow(Forbidden)
  await expect((await municipality.as('teacher')).call('programme.getMappingPaper', { id, locale: 'nb' })).rejects.toThrow(Forbidden)
})

test.skipIf(!hasTypst())('the mapping is on paper for whoever receives it', async () => {
  const { adviser, personId } = await here()
  const id = randomUUID()
  await adviser.call('programme.writeMapping', { id, personId })
  for (const locale of ['nb', 'nn'] as const) {
    const { bytes, fileName } = await adviser.call('programme.getMappingPaper', { id, locale })
    expect(fileName).toBe(`kartlegging-1-${locale}.pdf`)
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    if (process.env['KEEP_PDF']) (await import('node:fs')).writeFileSync(`${process.env['KEEP_PDF']}/mapping-${locale}.pdf`, bytes)
  }
  await expect((await (await aMunicipality(world())).as('programme_adviser')).call('programme.getMappingPaper', { id, locale: 'nb' })).rejects.toThrow(NotFound)
})

test('the result comes back with who registered it, and a plan that goes another way says why', async () => {
  const { municipality, adviser, personId } = await here()
  await municipality.put((tx) => tx.insertInto('occupation').values({ id: randomUUID(), code: '5120', name: 'Kokker', level: 4 }).execute())
  const id = await referred(adviser, personId)
  const result = { id, version: 1, doneOn: TODAY, recommendedGoal: 'vocational_training' as const, occupationCode: '5120', proposals: 'Lærling på kjøkken' }
  expect(codes(await adviser.refusals('programme.recordGuidance', { ...result, recommendedGoal: null, occupationCode: null, proposals: null }))).toEqual(['guidance.empty'])
  expect(codes(await adviser.refusals('programme.recordGuidance', { ...result, occupationCode: '9999' }))).toEqual(['competence.unknownOccupation'])
  expect(codes(await adviser.refusals('programme.recordGuidance', { ...result, doneOn: addDays(TODAY, -5) }))).toEqual(['plan.doneBeforeReferral'])
  await adviser.call('programme.recordGuidance', result)
  const plan = { id: randomUUID(), personId, content: { finalGoal: 'work' as const }, elements: [] }
  expect(await adviser.refusals('programme.savePlan', plan)).toEqual([{ code: 'plan.guidanceUnexplained', path: 'content.guidanceDeviation' }])
  await adviser.call('programme.savePlan', { ...plan, content: { finalGoal: 'work', guidanceDeviation: 'Hun vil i jobb først' } })
  expect((await adviser.call('programme.getPlan', { personId, locale: 'nb' })).recommended).toMatchObject({ finalGoal: 'vocational_training', occupationName: 'Kokker', departures: ['finalGoal'], isExplained: true, registeredOn: TODAY, registeredBy: expect.stringContaining('programme_adviser') })
  expect((await page(adviser, personId)).recommended).toMatchObject({ proposals: 'Lærling på kjøkken' })
  await expect((await municipality.as('teacher')).call('programme.recordGuidance', { ...result, version: 2 })).rejects.toThrow(Forbidden)
})

test('a result without a referral is refused', async () => {
  const { adviser, personId } = await here()
  const id = randomUUID()
  await adviser.call('programme.saveStep', { id, personId, kind: 'career_guidance', plannedOn: TODAY })
  expect(codes(await adviser.refusals('programme.recordGuidance', { id, version: 1, doneOn: TODAY, proposals: 'x' }))).toEqual(['guidance.notOrdered', 'plan.outOfOrder'])
})
