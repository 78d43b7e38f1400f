import { randomUUID } from 'node:crypto'
import { plainDate } from '#shared/date.ts'
import type { Caller, Municipality, World } from './world.ts'
import { TODAY, aMunicipality } from './world.ts'

type Over = { birthDate?: string; permit?: 'refugee' | 'nordic_or_eea' | 'collective_protection'; schooling?: 'primary' | 'upper_secondary' | null; email?: string | null; contactLocale?: string }

/** A refugee of 31 settled by agreement seven weeks ago, with primary school: right and duty, and nothing decided. */
export async function aSettledPerson(municipality: Municipality, over: Over = {}): Promise<{ personId: string }> {
  const personId = randomUUID()
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Selam', familyName: 'Tesfaye', birthDate: plainDate(over.birthDate ?? '1995-03-01'), settledOn: plainDate('2026-10-01'), status: 'settled', country: 'ER',
      email: over.email === undefined ? 'selam@example.no' : over.email, contactLocale: over.contactLocale ?? 'en', interpreterLanguage: 'ti' }).execute()
    await tx.insertInto('legalFacts').values({ id: randomUUID(), personId, permit: over.permit ?? 'refugee', permitGrantedOn: plainDate('2026-06-01'), settledByAgreement: true, residenceSince: plainDate('2026-10-01'),
      schooling: over.schooling === undefined ? 'primary' : over.schooling, weeklyJobHours: 0 }).execute()
  })
  return { personId }
}

/** Grounds as an adviser writes them. */
export const GROUNDS = 'Hun har fortalt at hun vil arbeide så snart hun kan nok norsk. Målet er satt i samråd med henne.'

/** The decision that gives her a programme from 1 December, towards work for two years. */
export const aProgramme = (personId: string) => ({
  id: randomUUID(), personId, kind: 'programme' as const, decidedOn: TODAY, grounds: GROUNDS, locale: 'nb' as const, caseReference: '26/1234',
  programme: { participationId: randomUUID(), offeredOn: TODAY, startsOn: plainDate('2026-12-01'), months: 24, finalGoal: 'work' as 'work' | 'upper_secondary' | 'parts_of_upper_secondary' },
})

/** Somebody in a programme that has been decided. */
export async function aParticipant(municipality: Municipality, adviser: Caller, over: Over & { finalGoal?: 'work' | 'upper_secondary'; months?: number } = {}) {
  const { personId } = await aSettledPerson(municipality, over)
  const decision = aProgramme(personId)
  await adviser.call('programme.decide', { ...decision, programme: { ...decision.programme, finalGoal: over.finalGoal ?? 'work', months: over.months ?? 24 } })
  return { personId, decisionId: decision.id, participationId: decision.programme.participationId }
}

/** A municipality with an adviser, and somebody in a programme that has been decided. */
export async function aTownWithParticipant(world: World) {
  const municipality = await aMunicipality(world)
  const adviser = await municipality.as('programme_adviser')
  const { personId } = await aParticipant(municipality, adviser)
  return { municipality, adviser, personId }
}
