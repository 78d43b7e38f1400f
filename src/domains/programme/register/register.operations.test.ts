import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { RegisterExport } from './register.schema.ts'

const world = useWorld()

async function aTown() {
  const municipality = await aMunicipality(world())
  const [personId, hidden] = [randomUUID(), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk', gender: 'female', settledOn: plainDate('2026-06-01') }).execute()
    await tx.insertInto('person').values({ id: hidden, givenName: 'Skjermet', familyName: 'Person', settledOn: plainDate('2026-06-01'), addressProtection: 'strictly_confidential' }).execute()
    await tx.insertInto('personNumber').values({ personId, kind: 'duf', number: '202612345678' }).execute()
    await tx.insertInto('healthNote').values({ id: randomUUID(), personId, notedOn: plainDate('2026-07-01'), body: 'Hemmelig diagnose' }).execute()
  })
  return { municipality, personId, hidden }
}

test('what is missing is listed, field by field, and written out with no health and nobody hidden', async () => {
  const { municipality, personId, hidden } = await aTown()
  const adviser = await municipality.as('programme_adviser')
  const { rows, summary } = await adviser.call('programme.checkRegister', {})
  expect(rows).toMatchObject([{ personId, state: 'late', nextDue: '2026-08-01' }])
  expect(summary).toMatchObject({ people: 1, late: 1 })
  const { fields } = await adviser.call('programme.getRegisterFields', { personId })
  expect(fields.find(({ name }) => name === 'number')?.value).toBe('202612345678')
  const file = await adviser.call('programme.exportRegister', {})
  const text = new TextDecoder().decode(file.bytes)
  expect(RegisterExport.parse(JSON.parse(text)).people.map((one) => one.personId)).toEqual([personId])
  expect(text).not.toMatch(/Hemmelig|Skjermet/)
  expect(file.fileName).not.toMatch(/Melnyk/)
  expect(await adviser.auditTrail(personId)).toContain('programme.exportRegister')
  await expect(adviser.call('programme.getRegisterFields', { personId: hidden })).rejects.toBeInstanceOf(NotFound)
})

test('is refused where there is nobody, and closed to those without the access', async () => {
  const empty = await (await aMunicipality(world())).as('programme_adviser')
  expect((await empty.refusals('programme.exportRegister', {})).map(({ code }) => code)).toEqual(['register.nobody'])
  const { municipality } = await aTown()
  for (const role of ['teacher', 'manager', 'job_broker'] as const) await expect((await municipality.as(role)).call('programme.checkRegister', {})).rejects.toBeInstanceOf(Forbidden)
  // without the ground for numbers the number is missing, not shown
  const blind = await municipality.holding('programme.register', 'people.read')
  const { people } = RegisterExport.parse(JSON.parse(new TextDecoder().decode((await blind.call('programme.exportRegister', {})).bytes)))
  expect(people[0]?.sections['46']?.['number']).toBeNull()
})
