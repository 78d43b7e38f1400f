import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { writeCertificate } from './write-paper.ts'

const world = useWorld()

async function anEnded(over: { endedOn?: ReturnType<typeof plainDate>; endReason?: 'goal_reached' } = { endedOn: TODAY, endReason: 'goal_reached' }) {
  const municipality = await aMunicipality(world())
  const [personId, participationId, handOverId] = [randomUUID(), randomUUID(), randomUUID()]
  const startsOn = plainDate('2026-01-05')
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute()
    await tx.insertInto('participation').values({ id: participationId, personId, offeredOn: startsOn, decidedOn: startsOn, startsOn, months: 12, finalGoal: 'work', regime: 'new', ...over }).execute()
  })
  return { municipality, adviser: await municipality.as('programme_adviser'), personId, participationId, handOverId }
}

test('the certificate is a PDF for the archive, once the programme has ended', async () => {
  const { municipality, adviser, participationId, personId } = await anEnded()
  for (const locale of ['nb', 'nn'] as const) {
    const file = await adviser.call('programme.getCertificate', { participationId, locale })
    expect(new TextDecoder('latin1').decode(file.bytes.slice(0, 8))).toMatch(/^%PDF-1/)
    expect(new TextDecoder('latin1').decode(file.bytes)).toMatch(/pdfaid:part/)
    expect(file.fileName).not.toContain('Melnyk')
  }
  expect(await adviser.auditTrail(personId)).toContain('programme.getCertificate')
  await expect((await municipality.as('teacher')).call('programme.getCertificate', { participationId, locale: 'nb' })).rejects.toBeInstanceOf(Forbidden)
  const running = await anEnded({})
  expect((await running.adviser.refusals('programme.getCertificate', { participationId: running.participationId, locale: 'nb' })).map(({ code }) => code)).toEqual(['exit.notEnded'])
})

test('of a programme that was broken off the certificate says that, and not why', () => {
  const facts = { person: 'Olena Melnyk', birthDate: null, municipality: 'Fjordvik', madeOn: TODAY, startsOn: plainDate('2026-01-05'), endedOn: TODAY, finalGoal: 'work', endActivity: 'ill' as const, elements: [{ kind: 'norwegian', title: null, hours: 120 }], norwegian: [{ skill: 'reading', level: 'A2' }] }
  const broken = JSON.stringify(writeCertificate({ ...facts, endReason: 'stopped' }, 'nb'))
  expect(broken).toMatch(/avbrutt/)
  expect(broken).not.toMatch(/Stanset|Syk/)
  expect(writeCertificate({ ...facts, endReason: 'goal_reached', endActivity: 'work_full_time' }, 'nn').parts[0]?.lines).toEqual(['Norskopplæring, 120 timar'])
})

test('the hand-over is on paper for a receiver without an account', async () => {
  const { adviser, personId, handOverId } = await anEnded()
  await adviser.call('programme.writeHandOver', { id: handOverId, personId, receiver: 'municipality', receiverUnit: 'Nordvåg', receiverAccountId: null, legalBasis: 'exchange', ambitions: 'Vil bli kokk', needs: 'Tolk', recommendation: 'Kurs' })
  const file = await adviser.call('programme.getHandOverPaper', { id: handOverId, locale: 'nb' })
  expect(file.bytes.length).toBeGreaterThan(5000)
  const elsewhere = await (await aMunicipality(world())).as('programme_adviser')
  await expect(elsewhere.call('programme.getHandOverPaper', { id: handOverId, locale: 'nb' })).rejects.toBeInstanceOf(NotFound)
})
