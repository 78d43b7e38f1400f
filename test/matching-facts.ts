import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { plainDate } from '#shared/date.ts'
import type { Municipality } from './world.ts'

export type PersonOver = { givenName?: string; adviserId?: string; gender?: 'female' | 'male'; birthDate?: string; country?: string; arrivalCategory?: 'collective_protection' | 'resettlement_refugee'
  permitUntil?: string | null; note?: string; firstLanguage?: string; addressProtection?: 'none' | 'strictly_confidential'; level?: 'A1' | 'A2' | 'B1' }

/** A person with a mapping: Norwegian, work in a kitchen, a wish, a skill, a frame. */
export async function aMappedPerson({ put }: Municipality, over: PersonOver = {}): Promise<string> {
  const personId = randomUUID()
  const { level = 'A2', permitUntil, birthDate, ...person } = over
  await put(async (tx) => {
    await tx.insertInto('occupation').values([{ code: '5', level: 1, name: 'Salg og service' }, { code: '5120', level: 4, name: 'Kokker' }, { code: '9112', level: 4, name: 'Renholdere' }])
      .onConflict((on) => on.doNothing()).execute()
    await tx.insertInto('person').values({ id: personId, givenName: 'Amina', familyName: 'Bjørnstad', status: 'in_programme', ...person,
      birthDate: birthDate ? plainDate(birthDate) : null, permitUntil: permitUntil ? plainDate(permitUntil) : null }).execute()
    await tx.insertInto('languageLevel').values((['listening', 'spoken_interaction'] as const).map((skill) =>
      ({ id: randomUUID(), personId, language: 'no', skill, level, assessedOn: plainDate('2026-10-01'), evidence: 'tested' as const, source: 'Norskprøven' }))).execute()
    await tx.insertInto('workExperience').values({ id: randomUUID(), personId, occupationCode: '5120', title: 'Kokk', employerName: 'Hotell Damaskus', country: 'SY', fromYear: 2015, toYear: 2019, evidence: 'claimed' }).execute()
    await tx.insertInto('wish').values({ id: randomUUID(), personId, occupationCode: '5120', wording: 'Lage mat' }).execute()
    await tx.insertInto('skill').values({ id: randomUUID(), personId, name: 'Baking', evidence: 'claimed' }).execute()
    await tx.insertInto('practicalFrame').values({ personId, hoursPerWeek: 30, earliest: '08:00', latest: '16:00', transport: ['bus'], cannot: ['heights'] }).execute()
  })
  return personId
}

export type OpeningOver = { title?: string; occupationCode?: '5120' | '9112'; seats?: number; level?: 'A1' | 'A2' | 'B1' | 'C1'; isOpenToParticipants?: boolean; withdrawn?: boolean
  contactAccountId?: string | null; employerStatus?: 'active' | 'bankrupt'; toDate?: string | null }

/** A practice place in a kitchen, at an active sub-unit with a contact person where one is given. */
export async function aPlace({ put }: Municipality, over: OpeningOver = {}): Promise<{ openingId: string; employerId: string }> {
  const [openingId, employerId] = [randomUUID(), randomUUID()]
  const { title = 'Kjøkkenassistent', occupationCode = '5120', seats = 2, level = 'A2', isOpenToParticipants = false, contactAccountId = null, employerStatus = 'active', toDate } = over
  await put(async (tx) => {
    await tx.insertInto('occupation').values([{ code: '5120', level: 4, name: 'Kokker' }, { code: '9112', level: 4, name: 'Renholdere' }]).onConflict((on) => on.doNothing()).execute()
    const orgNumber = String(800000000 + Math.floor(Math.random() * 99_999_999))
    await tx.insertInto('employer').values({ id: employerId, orgNumber, kind: 'underenhet', name: 'Fjordkroa', place: 'Fjordvik', status: employerStatus, contactAccountId, note: 'Intern merknad' }).execute()
    await tx.insertInto('opening').values({ id: openingId, kind: 'practice_place', employerId, title, occupationCode, seats, isOpenToParticipants, reachableBy: ['bus'], tasks: 'Rydde og vaske',
      toDate: toDate ? plainDate(toDate) : null, withdrawnAt: over.withdrawn ? sql`now()` : null, schedule: JSON.stringify([{ weekday: 1, from: '08:00', to: '14:00' }]) }).execute()
    await tx.insertInto('openingDemand').values({ id: randomUUID(), openingId, kind: 'norwegian', isRequired: true, skill: 'listening', level, sentence: 'Kan følge en muntlig beskjed' }).execute()
  })
  return { openingId, employerId }
}
