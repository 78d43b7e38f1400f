import type { PlainDate } from '#shared/date.ts'
import { Instant, addDays } from '#shared/date.ts'
import type { NeedAnswers } from '#domains/employers/need.schema.ts'
import type { Tx } from '#platform/db.ts'
import type { SeedEmployer } from './employers.ts'
import type { SeedPerson } from './people.ts'
import type { SeedOpening } from './employers.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

const askers = ['refugee_service', 'nav', 'measure_organiser', 'adult_education', 'lower_secondary', 'upper_secondary', 'students'] as const
const asks = ['Språkpraksis for én deltaker', 'Arbeidstrening i tre måneder', 'Elev i arbeidsuke', 'Lærling til høsten', 'Praksis for student', 'To plasser i en gruppe']
const wishes = ['«Jeg kan ta én på kjøkkenet fra neste måned»', '«Vi trenger en som kan sy»', '«Vi ansetter henne hvis hun får barnehageplass»', '«Ring meg når dere har en med truckførerbevis»', '«Kan vi få besøk av klassen?»']

/** What the municipality and its employers have said to one another: needs, requests, initiatives (EMP-01, EMP-03, EMP-04). */
export async function writeRelations(tx: Tx, random: Random, employers: SeedEmployer[], brokers: string[], today: PlainDate): Promise<void> {
  const active = employers.filter(({ kind, status }) => kind === 'underenhet' && status === 'active')
  await insertAll(tx, 'need', random.some(active, Math.floor(active.length * 0.55)).map((one) => {
    const talked = addDays(today, -random.int(5, 500))
    return { id: random.uuid(), employerId: one.id, talkedOn: talked, channel: random.pick(['visit', 'visit', 'call', 'meeting'] as const), accountId: random.pick(brokers), answers: JSON.stringify(needOf(random, one)),
      confirmedOn: addDays(talked, random.int(0, 4)) }
  }))
  await insertAll(tx, 'request', active.flatMap((one) => Array.from({ length: random.weighted([[0, 5], [1, 4], [2, 3], [4, 1]] as const) }, () => {
    const asked = addDays(today, -random.int(2, 260))
    const answer = random.weighted([['open', 3], ['yes', 4], ['no', 3], ['later', 1]] as const)
    return { id: random.uuid(), employerId: one.id, askedBy: random.pick(askers), about: random.pick(asks), seats: random.weighted([[1, 5], [2, 1]] as const), askedOn: asked, accountId: random.pick(brokers),
      answer: asked < addDays(today, -90) && answer === 'open' ? 'no' as const : answer, answeredOn: answer === 'open' && asked >= addDays(today, -90) ? null : addDays(asked, Math.min(random.int(1, 20), 60)) }
  })).map((one) => ({ ...one, answeredOn: one.answeredOn && one.answeredOn > today ? today : one.answeredOn })))
  await insertAll(tx, 'initiative', random.some(active, 9).map((one, index) => {
    const received = addDays(today, -random.int(1, 30))
    const isOpen = index < 5
    return { id: random.uuid(), employerId: one.id, wording: wishes[index % wishes.length] ?? '', receivedOn: received, ownerId: random.pick(brokers), answerDue: addDays(received, random.int(5, 14)),
      outcome: isOpen ? 'open' as const : random.pick(['yes', 'no', 'kept_as_wish'] as const), answeredOn: isOpen ? null : addDays(received, 1) }
  }))
}

function needOf(random: Random, employer: SeedEmployer): NeedAnswers {
  const place = employer.places[0]
  return { business: employer.industryText, formalCompetence: place?.demands.find(({ kind }) => kind === 'certificate')?.name ?? 'Ingen krav', informalCompetence: 'Møter presis, sier fra ved fravær', tasks: place?.tasks ?? '',
    numberNow: random.int(0, 2), numberComing: random.int(1, 5), comingYears: random.pick(['To går av med pensjon neste år', 'Jevn bemanning', 'Vil vokse når det nye bygget er ferdig']), seasons: random.pick(['Jevnt hele året', 'Mest å gjøre mai–september', 'Desember er travelt']),
    supervisors: random.pick(['Arbeidsleder på dagskiftet', 'To erfarne medarbeidere', 'Må avklares']), experience: random.pick(['Har hatt fire i praksis, to er ansatt', 'Har ikke hatt noen før', 'God erfaring, men mange ulike instanser ringte']),
    toSayYes: random.pick(['Kan nok norsk til å forstå en beskjed', 'Fast kontaktperson', 'Får hjelp den første måneden']), supportKnown: random.pick(['Kjenner ikke til noen', 'Lønnstilskudd', 'Mentor']),
    labourToday: random.pick(['Annonserer på nett', 'Bekjente', 'Bemanningsbyrå']), longTerm: random.pick(['Ja, vil snakke mer om det', 'Kanskje', 'Ikke nå']), occupationCodes: [...new Set(employer.places.map(({ occupation }) => occupation))].slice(0, 2) }
}

/** Nine in the morning of a day, in UTC. */
const instant = (day: PlainDate): Instant => Instant.parse(`${day}T09:00:00Z`)

/** Proposals on their way from "she might fit" to a meeting. */
export async function writePresentations(tx: Tx, random: Random, people: SeedPerson[], openings: SeedOpening[], deciders: string[], today: PlainDate): Promise<void> {
  const live = openings.filter(({ withdrawnAt }) => !withdrawnAt)
  const candidates = random.some(people.filter(({ status, protection }) => status === 'in_programme' && protection === 'none'), 14)
  await insertAll(tx, 'presentation', candidates.map((person, index) => {
    const [isHers, consented, presented, met] = [index % 5 === 0, index >= 4, index >= 8, index >= 11]
    const how = consented ? random.pick(['spoken', 'spoken_with_interpreter', 'written'] as const) : isHers ? 'own_application' as const : null
    return { id: random.uuid(), personId: person.id, openingId: random.pick(live).id, startedBy: isHers ? 'participant' as const : 'staff' as const, createdAt: instant(addDays(today, -9 - index)),
      note: isHers ? null : 'Har ønsket seg dit og kan det viktigste', application: isHers ? 'Jeg har lyst til å prøve dette og lære mer norsk.' : null, appliedAt: isHers ? instant(addDays(today, -8)) : null,
      askedOn: index >= 2 && !isHers ? addDays(today, -7) : null, consentOn: how ? addDays(today, -6) : null, consentHow: how,
      consentText: consented ? 'Jeg sier ja til at arbeidsgiveren får se fornavnet mitt.' : isHers ? 'Veilederen min får lese det jeg skriver. Arbeidsgiveren får ikke vite om det.' : null,
      consentParts: consented ? ['given_name' as const] : [], consentProfile: consented ? JSON.stringify({ givenName: person.givenName }) : null, consentBy: consented ? random.pick(deciders) : null,
      decidedBy: presented ? random.pick(deciders) : null, decidedAt: presented ? instant(addDays(today, -5)) : null, metOn: met ? addDays(today, -2) : null, outcome: index === 13 ? 'agreed' as const : 'open' as const }
  }))
}
