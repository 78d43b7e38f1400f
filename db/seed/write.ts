import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Instant } from '#shared/date.ts'
import type { Insertable } from 'kysely'
import type { DB } from '#platform/db.types.ts'
import type { Tx } from '#platform/db.ts'
import { backgroundOf, frameOf, norwegianOf } from './competence.ts'
import type { SeedContact, SeedEmployer, SeedOpening } from './employers.ts'
import type { SeedPerson, SeedTie } from './people.ts'
import { phoneFor } from './people.ts'
import type { SeedPlacement } from './placements.ts'
import type { Random } from './random.ts'

// reason for the cast: the seed builds the moment from a day that is already one
const at = (day: PlainDate, clock: string): Instant => `${day}T${clock}:00Z` as Instant

/** Inserts many rows, 500 at a time. */
export async function insertAll<T extends keyof DB>(tx: Tx, table: T, rows: Insertable<DB[T]>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) await tx.insertInto(table).values(rows.slice(start, start + 500)).execute()
}

export async function writePeople(tx: Tx, random: Random, people: SeedPerson[], ties: SeedTie[], town: { postcode: string; name: string; streets: string[] }, advisers: string[]): Promise<void> {
  await insertAll(tx, 'person', people.map((one) => ({ id: one.id, givenName: one.givenName, familyName: one.familyName, birthDate: one.birthDate, gender: one.gender, country: one.country,
    phone: phoneFor(random), email: random.chance(0.6) ? `deltaker${random.int(1000, 9999)}@epost.example` : null, firstLanguage: one.firstLanguage, interpreterLanguage: one.monthsHere < 24 ? one.firstLanguage : null,
    contactLocale: one.country === 'UA' ? 'uk' : ['SY', 'SD'].includes(one.country) ? 'ar' : one.monthsHere > 30 ? 'nb' : 'en', arrivalCategory: one.arrivalCategory, settledOn: one.settledOn,
    permitUntil: one.permitUntil, status: one.status, addressProtection: one.protection, adviserId: random.pick(advisers) })))
  await insertAll(tx, 'personNumber', people.flatMap((one) => [{ id: random.uuid(), personId: one.id, ...one.number }, ...(one.duf ? [{ id: random.uuid(), personId: one.id, kind: 'duf' as const, number: one.duf }] : [])]))
  await insertAll(tx, 'personAddress', people.map((one) => ({ id: random.uuid(), personId: one.id, street: `${random.pick(town.streets)} ${random.int(1, 60)}`, postcode: town.postcode, place: town.name.toUpperCase() })))
  await insertAll(tx, 'familyTie', ties.map((tie) => ({ id: random.uuid(), personId: tie.personId, relation: tie.relation, relativeId: tie.relativeId, relativeName: tie.name, relativeBirthYear: tie.birthYear })))
}

export async function writeCompetence(tx: Tx, random: Random, people: SeedPerson[], today: PlainDate): Promise<void> {
  const known = people.map((person) => ({ person, background: backgroundOf(random, person, today), norwegian: norwegianOf(random, person) }))
  const id = (): string => random.uuid()
  await insertAll(tx, 'languageLevel', known.flatMap(({ person, norwegian }) => [
    { id: id(), personId: person.id, language: person.firstLanguage, skill: 'spoken_interaction' as const, level: 'native' as const, evidence: 'claimed' as const },
    ...(person.schooling >= 4 && random.chance(0.6) ? [{ id: id(), personId: person.id, language: 'en', skill: 'spoken_interaction' as const, level: random.pick(['A2', 'B1', 'B2'] as const), evidence: 'claimed' as const, assessedOn: person.settledOn }] : []),
    ...norwegian.map((one) => ({ id: id(), personId: person.id, language: 'no', skill: one.skill, level: one.level, assessedOn: one.on, evidence: one.evidence, source: one.source }))]))
  await insertAll(tx, 'education', known.map(({ person, background: { education } }) => ({ id: id(), personId: person.id, level: education.level, field: education.field, country: person.country, toYear: education.toYear, isCompleted: education.completed, recognition: education.recognition, evidence: education.recognition === 'recognised' ? 'documented' as const : 'claimed' as const })))
  await insertAll(tx, 'workExperience', known.flatMap(({ person, background }) => background.works.map((work) => ({ id: id(), personId: person.id, occupationCode: work.code, title: work.title, country: person.country, fromYear: work.fromYear, toYear: work.toYear, months: (work.toYear - work.fromYear + 1) * 12, evidence: work.evidence }))))
  await insertAll(tx, 'skill', known.flatMap(({ person, background }) => background.skills.map((name) => ({ id: id(), personId: person.id, name, evidence: random.chance(0.25) ? 'documented' as const : 'claimed' as const, knownOn: addDays(person.settledOn, 14), seenBy: null }))))
  await insertAll(tx, 'wish', known.map(({ person, background }) => ({ id: id(), personId: person.id, occupationCode: background.wish.code, wording: background.wish.wording, rank: 1 })))
  const drivers = new Set(known.filter(({ person }) => Number(person.birthDate.slice(0, 4)) < Number(today.slice(0, 4)) - 18 && random.chance(person.gender === 'male' ? 0.55 : 0.35)).map(({ person }) => person.id))
  await insertAll(tx, 'certificate', known.flatMap(({ person, background }) => [
    ...(drivers.has(person.id) ? [{ id: id(), personId: person.id, kind: 'driving_licence' as const, name: 'B', evidence: 'documented' as const }] : []),
    ...(background.trade?.code === '8332' && drivers.has(person.id) ? [{ id: id(), personId: person.id, kind: 'driving_licence' as const, name: 'C', evidence: 'claimed' as const }] : []),
    ...(person.monthsHere > 6 && random.chance(0.2) ? [{ id: id(), personId: person.id, kind: 'course' as const, name: random.pick(['Mattrygghet', 'HMS-kort', 'Truckførerbevis', 'Førstehjelp']), evidence: 'documented' as const }] : [])]))
  await insertAll(tx, 'practicalFrame', known.map(({ person }) => ({ id: id(), personId: person.id, ...frameOf(random, person, today, drivers.has(person.id)) })))
}

export async function writeEmployers(tx: Tx, random: Random, employers: SeedEmployer[], contacts: SeedContact[], brokers: string[], municipalityNumber: string, today: PlainDate): Promise<void> {
  await insertAll(tx, 'employer', employers.map((one) => {
    const hasContact = one.kind === 'underenhet' && random.chance(0.8)
    const [contact, substitute] = random.some(brokers, 2)
    return { id: one.id, orgNumber: one.orgNumber, kind: one.kind, parentId: one.parentId, name: one.name, orgForm: one.orgForm, industryCode: one.industry, industryText: one.industryText, employees: one.employees, street: one.street, postcode: one.postcode, place: one.place,
      municipalityNumber, status: one.status, registeredOn: one.registeredOn, contactAccountId: hasContact ? contact : null, substituteAccountId: hasContact ? substitute ?? null : null, seatsAtOnce: hasContact ? random.int(1, 4) : null,
      staffAskedOn: hasContact && random.chance(0.6) ? addDays(today, -random.int(10, 200)) : null, notWhen: hasContact && random.chance(0.3) ? random.pick(['Ikke i juli', 'Ikke i desember', 'Ikke under årsoppgjøret']) : null, requestCap: hasContact ? random.int(1, 3) : null,
      fullUntil: hasContact && random.chance(0.08) ? addDays(today, random.int(20, 90)) : null }
  }))
  await insertAll(tx, 'employerContact', contacts.map((one) => ({ id: one.id, employerId: one.employerId, name: one.name, title: one.title, phone: one.phone, email: one.email, isSupervisor: one.isSupervisor, supervisesAtOnce: one.supervises })))
}

export async function writeOpenings(tx: Tx, random: Random, openings: SeedOpening[], employers: Map<string, SeedEmployer>): Promise<void> {
  await insertAll(tx, 'opening', openings.map((one) => {
    const employer = employers.get(one.employerId)
    return { id: one.id, kind: one.kind, employerId: one.employerId, title: one.kind === 'vacancy' ? one.template.asVacancy ?? one.template.title : one.template.title, occupationCode: one.template.occupation, tasks: one.template.tasks, seats: one.seats, fromDate: one.fromDate, toDate: one.toDate, schedule: JSON.stringify(one.schedule),
      hoursPerWeek: one.hoursPerWeek, extent: one.hoursPerWeek >= 35 ? 'full_time' as const : 'part_time' as const, postcode: employer?.postcode ?? null, place: employer?.place ?? null, supervisorContactId: one.supervisorId, physicalDemands: one.template.physical.slice() as Insertable<DB['opening']>['physicalDemands'],
      reachableBy: one.reachableBy, isOpenToParticipants: one.isOpen, withdrawnAt: one.withdrawnAt as Instant | null, withdrawnReason: one.withdrawnAt ? 'Arbeidsgiver har ikke kapasitet nå' : null }
  }))
  await insertAll(tx, 'openingDemand', openings.flatMap((one) => one.demands.map((demand) => ({ id: random.uuid(), openingId: one.id, kind: demand.kind, isRequired: demand.required, skill: demand.skill ?? null, level: demand.level ?? null, name: demand.name ?? null, sentence: demand.sentence ?? null }))))
}

export async function writePlacements(tx: Tx, random: Random, placements: SeedPlacement[], people: Map<string, SeedPerson>): Promise<void> {
  await insertAll(tx, 'agreement', placements.map((one) => {
    const isNav = one.kind === 'work_training' || one.kind === 'wage_subsidy'
    return { id: one.id, personId: one.personId, employerId: one.employerId, openingId: one.openingId, beganFrom: random.pick(['match', 'match', 'call', 'visit', 'person', 'place'] as const), kind: one.kind,
      purpose: one.kind === 'language_practice' ? 'Bruke norsk hver dag på en arbeidsplass' : 'Få prøvd yrket i Norge og vise hva hun eller han kan', tasks: one.opening.template.tasks, learningGoals: one.opening.template.learns.join(', '),
      languageGoals: one.opening.template.demands.find(({ sentence }) => sentence)?.sentence ?? 'Forstår en muntlig beskjed', speaksNorwegianWith: one.supervisor.name, expectations: null, fromDate: one.from, toDate: one.to, schedule: JSON.stringify(one.opening.schedule),
      supervisorContactId: one.supervisor.id, signingContactId: one.signing.id, responsibleId: one.responsibleId, navReference: isNav ? `NAV-${random.int(100_000, 999_999)}` : null, submittedAt: one.stage === 'draft' ? null : at(addDays(one.from, -10), '10:00'),
      cancelledAt: one.stage === 'cancelled' ? at(addDays(one.from, -3), '12:00') : null, cancelReason: one.stage === 'cancelled' ? random.pick(['person_declined', 'employer_declined', 'other_place'] as const) : null, endedOn: one.endedOn,
      endReason: one.outcome === 'never_started' ? 'never_started' as const : one.endedOn ? 'person_ended' as const : null, outcome: one.outcome, notHiredReason: one.notHiredReason, outcomeOn: one.outcome ? one.endedOn ?? one.to : null,
      outcomeDetail: one.outcome === 'hired' ? JSON.stringify({ percent: random.pick([40, 50, 60, 80, 100]), form: random.pick(['permanent', 'temporary', 'seasonal', 'on_call']) }) : null, createdAt: at(addDays(one.from, -14), '09:00') }
  }))
  const signed = placements.filter(({ stage, kind }) => stage === 'approved' && kind !== 'work_training' && kind !== 'wage_subsidy')
  await insertAll(tx, 'approval', signed.flatMap((one) => (['participant', 'employer', 'municipality'] as const).map((party) => {
    const person = people.get(one.personId)
    return { id: random.uuid(), agreementId: one.id, party, revision: 1, approvedAt: at(addDays(one.from, -7), '11:00'), how: party === 'municipality' ? 'signed_in' as const : random.pick(['meeting', 'meeting_with_interpreter', 'paper'] as const),
      name: party === 'participant' ? `${person?.givenName} ${person?.familyName}` : party === 'employer' ? one.signing.name : 'Fjordvik kommune', accountId: one.responsibleId }
  })))
  await insertAll(tx, 'followUp', placements.filter(({ stage }) => stage === 'approved').flatMap((one) => one.followUps.map((visit) => ({ id: visit.id, agreementId: one.id, personId: one.personId, kind: visit.kind, dueOn: visit.due, doneOn: visit.doneOn, doneBy: visit.doneOn ? one.responsibleId : null,
    talkedWith: visit.talkedWith, mood: visit.mood, note: visit.note, nextStep: visit.nextStep, nextStepDue: visit.nextStep && visit.doneOn ? addDays(visit.doneOn, 14) : null, nextStepDoneOn: visit.nextStep && visit.doneOn && random.chance(0.85) ? addDays(visit.doneOn, 12) : null }))))
  await insertAll(tx, 'skill', placements.flatMap((one) => one.observed.map((name) => ({ id: random.uuid(), personId: one.personId, name, evidence: 'observed' as const, knownOn: one.endedOn ?? one.to, seenBy: one.supervisor.name, agreementId: one.id }))))
}
