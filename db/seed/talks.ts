import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { DB } from '#platform/db.types.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { gatherMapping } from '#domains/programme/talks/guidance/load-mapping.ts'
import { ourPoints } from '#domains/programme/talks/template/our-template.ts'
import type { Answer } from '#domains/programme/talks/talk.schema.ts'
import type { TalkKind } from '#domains/programme/talks/template/template.schema.ts'
import type { SeedPerson } from './people.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Seeding = { people: readonly SeedPerson[]; participations: readonly SeedParticipation[]; advisers: readonly string[]; today: PlainDate }
type Made = { talk: Insertable<DB['talk']>[]; agreedStep: Insertable<DB['agreedStep']>[] }

const languages: Record<string, string> = { uk: 'ukrainsk', ar: 'arabisk', fa: 'persisk', prs: 'dari', ti: 'tigrinja', so: 'somali', sw: 'swahili', tr: 'tyrkisk' }
const notes: Record<string, string> = {
  welcome: 'Gikk gjennom taushetsplikt og hvem som får vite hva. Tolken og deltakeren forstår hverandre godt.', programme: 'Kjenner programmet fra naboen. Lurte på ferie og fravær.', learning: 'Lærer best ved å gjøre. Vil gjerne ha ordene skriftlig etterpå.',
  digital: 'Bruker telefonen til alt. Trenger hjelp med BankID.', howIsIt: 'Trives på skolen. Bussen passer dårlig med henting i barnehagen.', sinceLast: 'Vitnemålet er funnet og tatt bilde av.', duties: 'Ingen spørsmål.', summary: 'Ingenting glemt.',
}
const agreements = [['Ta med vitnemålet eller et bilde av det', 'participant'], ['Bestille karriereveiledning', 'adviser'], ['Nivåprøve i norsk', 'adult_education'], ['Søke barnehageplass', 'participant'], ['Finne en kafé som tar imot på besøk', 'adviser']] as const

/** Every fact gone through and confirmed, and a note here and there. */
const answersTo = (random: Random, kind: TalkKind): Answer[] => ourPoints(kind, 'nb').flatMap(({ id, belongs }): Answer[] => {
  const note = notes[id] ?? null
  return belongs === 'note' ? (note === null ? [] : [{ pointId: id, note, standing: null }]) : random.chance(0.85) ? [{ pointId: id, note: null, standing: random.chance(0.8) ? 'unchanged' as const : 'updated' as const }] : []
})

function addTalk(made: Made, random: Random, person: SeedPerson, kind: TalkKind, adviser: string, day: { plannedOn: PlainDate; heldOn: PlainDate | null }): void {
  const id = random.uuid()
  const language = languages[person.firstLanguage]
  const takesPart: Insertable<DB['talk']>['takesPart'] = ['participant', 'adviser', ...(kind === 'three_part' ? ['adult_education' as const] : []), ...(language === undefined ? [] : ['interpreter' as const])]
  made.talk.push({ id, personId: person.id, kind, templateRevision: 0, points: JSON.stringify(ourPoints(kind, 'nb')), plannedAt: random.pick(['09:00', '10:30', '13:00']), place: random.pick(['Flyktningtjenesten, rom 2', 'Voksenopplæringen', 'Rådhuset']), takesPart, interpreterLanguage: language ?? null,
    madeBy: adviser, version: day.heldOn === null ? 1 : 3, ...day, ...(day.heldOn !== null && { closedBy: adviser, answers: JSON.stringify(answersTo(random, kind)) }) })
  if (day.heldOn === null) return
  for (const [place, [what, who]] of random.some(agreements, 2).entries()) made.agreedStep.push({ id: random.uuid(), personId: person.id, talkId: id, place, what, who, dueOn: addDays(day.heldOn, random.pick([7, 14, 30])), doneOn: random.chance(0.6) ? addDays(day.heldOn, 6) : null })
}

/** The mapping of one person, made and told of before guidance, and what the guidance recommended. */
async function addGuidance(tx: Tx, random: Random, one: SeedParticipation, adviser: string, differs: boolean): Promise<void> {
  const [madeOn, sentOn] = [addDays(one.decidedOn, -14), addDays(one.decidedOn, -13)]
  const content = JSON.stringify(await gatherMapping(tx, one.personId))
  await tx.insertInto('mappingPaper').values({ id: random.uuid(), personId: one.personId, version: 2, number: 1, content, madeOn, madeBy: adviser, informedOn: madeOn, informedHow: 'meeting_with_interpreter', receiver: 'Karriere Fjordregionen', sentOn, sentHow: 'secure_digital', sentBy: adviser }).execute()
  await tx.updateTable('qualificationStep').set({ receiverEmail: 'post@karriere-fjord.example', recommendedGoal: differs ? (one.finalGoal === 'work' ? 'vocational_training' : 'work') : one.finalGoal, registeredOn: addDays(one.decidedOn, -4), registeredBy: adviser })
    .where('personId', '=', one.personId).where('kind', '=', 'career_guidance').where('doneOn', 'is not', null).execute()
}

/** Talks of those who began lately and of those who wait, and the mapping that went along to career guidance. */
export async function writeTalks(tx: Tx, random: Random, { people, participations, advisers, today }: Seeding): Promise<void> {
  const made: Made = { talk: [], agreedStep: [] }
  const signedIn = people.filter(({ status }) => status === 'in_programme').slice(0, 3).map(({ id }) => id)
  const newest = participations.toSorted((a, b) => Number(signedIn.includes(b.personId)) - Number(signedIn.includes(a.personId)) || b.decidedOn.localeCompare(a.decidedOn)).slice(0, 16)
  for (const [at, one] of newest.entries()) {
    const person = people.find(({ id }) => id === one.personId)
    if (!person) continue
    const adviser = random.pick(advisers)
    for (const [kind, before] of [['qualification_interview', 20], ['three_part', 14]] as const) { const heldOn = addDays(one.decidedOn, -before); addTalk(made, random, person, kind, adviser, { plannedOn: heldOn, heldOn }) }
    if (at % 2 === 0) addTalk(made, random, person, 'follow_up', adviser, { plannedOn: addDays(today, random.int(1, 20)), heldOn: null })
    await addGuidance(tx, random, one, adviser, at % 8 === 5)
  }
  for (const person of people.filter(({ status }) => status === 'settled').slice(0, 6)) addTalk(made, random, person, 'qualification_interview', random.pick(advisers), { plannedOn: addDays(today, random.int(-3, 15)), heldOn: null })
  await insertAll(tx, 'talk', made.talk)
  await insertAll(tx, 'agreedStep', made.agreedStep)
}
