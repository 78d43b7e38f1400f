import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween } from '#shared/date.ts'
import type { SeedContact, SeedEmployer, SeedOpening } from './employers.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'

export type SeedPlacement = {
  id: string; personId: string; employerId: string; openingId: string | null; kind: 'language_practice' | 'work_practice' | 'work_training' | 'wage_subsidy' | 'trainee' | 'ordinary_job'
  from: PlainDate; to: PlainDate; stage: 'draft' | 'waiting' | 'approved' | 'cancelled'; opening: SeedOpening; signing: SeedContact; supervisor: SeedContact; responsibleId: string
  endedOn: PlainDate | null; outcome: 'hired' | 'extended' | 'other_place' | 'education' | 'never_started' | 'not_hired' | null; notHiredReason: 'need' | 'vacancy' | 'economy' | 'language' | 'skill' | null
  followUps: SeedFollowUp[]; observed: string[]
}
export type SeedFollowUp = { id: string; kind: 'visit' | 'call'; due: PlainDate; doneOn: PlainDate | null; note: string | null; mood: 'good' | 'so_so' | 'bad' | null; talkedWith: ('participant' | 'employer')[]; nextStep: string | null }

const notes: [string, SeedFollowUp['mood']][] = [
  ['Trives og kommer presis. Snakker mest med kollegaen på samme vakt.', 'good'], ['Arbeidsleder er fornøyd. Trenger flere oppgaver med norsk.', 'good'],
  ['Litt misforståelse om pausene, avklart sammen.', 'so_so'], ['Vanskelig å rekke bussen om morgenen. Ny tid avtalt.', 'so_so'], ['Forstår beskjeder bedre enn sist. Tar initiativ.', 'good'],
  ['Borte to dager uten å si fra. Gikk gjennom hvem som skal ringes.', 'bad'], ['Arbeidsgiver ønsker å prøve vedkommende i kassen.', 'good'], ['Lite norsk på vakta. Avtalt fast språkvenn.', 'so_so'],
]

function followUpsOf(random: Random, from: PlainDate, to: PlainDate, today: PlainDate): SeedFollowUp[] {
  const days = [5, ...Array.from({ length: Math.floor(daysBetween(from, to) / 28) }, (_, index) => 28 * (index + 1))].filter((day) => addDays(from, day) <= to)
  return days.map((day, index) => {
    const due = addDays(from, day)
    const isDone = due < today && (daysBetween(due, today) > 21 || random.chance(0.72))
    const [note, mood] = random.pick(notes)
    return { id: random.uuid(), kind: index % 2 === 0 ? 'visit' as const : 'call' as const, due, doneOn: isDone ? addDays(due, random.int(-1, 3)) : null, note: isDone ? note : null, mood: isDone ? mood : null,
      talkedWith: isDone ? random.weighted([[['participant', 'employer'], 6], [['employer'], 2], [['participant'], 2]] as const).slice() : [], nextStep: isDone && mood !== 'good' ? 'Ringe arbeidsleder om to uker' : null }
  }).map((one) => ({ ...one, doneOn: one.doneOn !== null && one.doneOn > today ? today : one.doneOn }))
}

type Scene = { openings: SeedOpening[]; employers: Map<string, SeedEmployer>; contacts: Map<string, SeedContact[]>; responsible: string[] }

function fits(person: SeedPerson, opening: SeedOpening): boolean {
  const women = ['5311', '9112', '9412', '5329', '5223', '7531', '5312']
  return person.gender === 'female' ? !['9313', '7115', '7231', '7212'].includes(opening.template.occupation) : !women.slice(5).includes(opening.template.occupation)
}

function onePlacement(random: Random, today: PlainDate, person: SeedPerson, scene: Scene, from: PlainDate): SeedPlacement | undefined {
  const opening = random.pick(scene.openings.filter((one) => one.kind === 'practice_place' && fits(person, one)))
  const contacts = scene.contacts.get(opening.employerId) ?? []
  const signing = contacts.find(({ isSupervisor }) => !isSupervisor)
  const supervisor = contacts.find(({ isSupervisor }) => isSupervisor)
  if (!signing || !supervisor || scene.employers.get(opening.employerId)?.status !== 'active') return undefined
  const kind = random.weighted([['language_practice', 35], ['work_practice', 42], ['work_training', 10], ['wage_subsidy', 7], ['trainee', 3], ['ordinary_job', 3]] as const)
  const to = addDays(addMonths(from, random.pick([2, 3, 3, 4, 6])), -1)
  const isOver = to < today
  const stage = from > today ? random.weighted([['draft', 3], ['waiting', 4], ['approved', 4]] as const) : random.weighted([['approved', 95], ['cancelled', 5]] as const)
  const neverStarted = isOver && stage === 'approved' && random.chance(0.04)
  const early = isOver && !neverStarted && random.chance(0.1)
  const outcome = !isOver || stage !== 'approved' ? null : neverStarted ? 'never_started' as const : random.weighted([['hired', 24], ['extended', 12], ['other_place', 16], ['education', 12], ['not_hired', 36]] as const)
  return { id: random.uuid(), personId: person.id, employerId: opening.employerId, openingId: opening.id, kind, from, to, stage, opening, signing, supervisor, responsibleId: random.pick(scene.responsible),
    endedOn: neverStarted ? from : early ? addDays(from, random.int(10, 40)) : null, outcome, notHiredReason: outcome === 'not_hired' ? random.weighted([['need', 2], ['vacancy', 4], ['economy', 3], ['language', 4], ['skill', 2]] as const) : null,
    followUps: neverStarted ? [] : followUpsOf(random, from, to, today), observed: isOver && !neverStarted && stage === 'approved' ? random.some(opening.template.learns, random.int(1, 2)) : [] }
}

/** A history of placements: some months after settlement the first, then now and then another; never two at once for one person. */
export function inventPlacements(random: Random, today: PlainDate, people: SeedPerson[], scene: Scene): SeedPlacement[] {
  const taken = new Map<string, number>()
  return people.filter(({ birthDate, protection }) => daysBetween(birthDate, today) > 18 * 365 && protection !== 'strictly_confidential').flatMap((person) => {
    const made: SeedPlacement[] = []
    let from = addDays(addMonths(person.settledOn, random.int(3, 8)), random.int(0, 20))
    while (from <= addDays(today, 35) && made.length < 4) {
      const isLeft = (person.status === 'in_work' || person.status === 'ended' || person.status === 'moved') && from > addMonths(today, -4)
      const one = random.chance(isLeft ? 0 : 0.6) ? onePlacement(random, today, person, scene, from) : undefined
      const isLive = one && one.to >= today && one.stage !== 'cancelled'
      // a place never holds more than its seats
      if (one && (!isLive || (taken.get(one.opening.id) ?? 0) < one.opening.seats)) {
        if (isLive) taken.set(one.opening.id, (taken.get(one.opening.id) ?? 0) + 1)
        made.push(one)
      }
      from = addDays(addMonths(one?.to ?? from, random.int(1, 5)), random.int(0, 25))
    }
    return made
  })
}
