import type { PlainDate } from '#shared/date.ts'
import type { Weigh } from '../compared.core.ts'
import type { Busy, Demand, Frame, OpeningFacts, PersonFacts } from '../facts.schema.ts'
import { compareHours, comparePhysical, compareTransport } from '../frame.core.ts'
import { bestLevel, isStale, languageOf } from '../language.core.ts'
import { compareDemand, weighsOf } from '../compare-all.core.ts'
import { compareGoal, compareOccupation, compareRecency, compareWish, recencyOf } from '../occupation.core.ts'
import { compareSchedule } from '../schedule.core.ts'
import { compareCare, compareProgramme } from '../week.core.ts'
import type { Occupation } from '#shared/occupation-distance.ts'
import type { WeightKey, Weights } from '../weights/weights.schema.ts'
import type { Atom, Column, Piece } from './column.core.ts'
import { atomIn, columnOf } from './column.core.ts'

const text = (...parts: (string | number | null)[]): string => parts.join('\u0001')

const papers = (isLicence: boolean, today: PlainDate): Column => columnOf(({ papers: all }) => all.filter(({ kind }) => (kind === 'driving_licence') === isLicence)
  .map((paper): Piece => ({ key: text(paper.kind, paper.name, paper.validUntil === null || paper.validUntil >= today ? 1 : 0, paper.evidence), facts: { papers: [paper] } })), {})

const framed = (keyOf: (frame: Frame) => string): Column => columnOf(({ frame }) => (frame === null ? [] : [{ key: `frame${keyOf(frame)}`, facts: { frame } }]), {})

const busyKey = (busy: readonly Busy[]): string => busy.map(({ slots, until }) => text(until, ...slots.flatMap(({ weekday, from, to }) => [weekday, from, to]))).join('\u0002')
const weekly = (kind: 'care' | 'programme'): Column => columnOf(({ week }) => (week[kind].length === 0 ? [] : [{ key: busyKey(week[kind]), facts: { week: { care: [], programme: [], [kind]: week[kind] } } }]), {})

/** Her days and hours, with the children's times: the two are read together. */
const daily = (): Column => columnOf(({ frame, week: { care } }) => (frame === null ? [] : [{ key: text(frame.earliest, frame.latest, ...frame.weekdays, busyKey(care)), facts: { frame, week: { care, programme: [] } } }]), {})

const levels = (language: string, skill: string | null, today: PlainDate): Column => columnOf(({ languages }) => {
  const best = bestLevel(languages, language, skill)
  return best ? [{ key: text(best.level, best.evidence, isStale(best, today) ? 1 : 0), facts: { languages: [best] } }] : []
}, {})

/** An occupation as `distance` looks at it; what is related to an opening's follows from its code. */
const jobKey = ({ occupationCode, escoUri }: Occupation): string => (escoUri ? `${occupationCode} ${escoUri}` : `${occupationCode}`)

/** Work is what a demand calls it, or of its occupation: either will do, so each is a piece of its own, and there are far fewer different ones. */
const halves = (work: PersonFacts['work'][number]): Piece[] => [
  { key: text('code', jobKey(work), work.evidence), facts: { work: [{ ...work, title: '' }] } }, { key: text('title', work.title, work.evidence), facts: { work: [{ ...work, occupationCode: null, escoUri: null }] } }]

type Columns = Record<'licences' | 'certificates' | 'skills' | 'jobs' | 'occupation' | 'recency' | 'wish' | 'goal' | 'schedule' | 'hours' | 'transport' | 'physical' | 'care' | 'programme', Column>

/** Everything places ask, in columns by what it looks at in a person. Languages have a column for each skill that is asked for. */
export type Atoms = Columns & { languages: Map<string, Column>; today: PlainDate; weights: Weights }

export function atomsFor(today: PlainDate, weights: Weights): Atoms {
  const jobs = (keyOf: (work: PersonFacts['work'][number]) => string): Column => columnOf(({ work }) => work.map((one) => ({ key: keyOf(one), facts: { work: [one] } })), {})
  return {
    languages: new Map(), today, weights, licences: papers(true, today), certificates: papers(false, today),
    skills: columnOf((person) => person.skills.map((skill) => ({ key: text(skill.name, skill.evidence), facts: { skills: [skill] } })), {}),
    jobs: columnOf(({ work }) => work.flatMap(halves), {}),
    occupation: jobs(jobKey), recency: jobs((work) => text(jobKey(work), work.toYear === null ? null : recencyOf(work.toYear, today))),
    wish: columnOf(({ wishes }) => wishes.map((wish) => ({ key: text(jobKey(wish), wish.occupationCode === null ? wish.wording : '', wish.rank), facts: { wishes: [wish] } })), {}),
    goal: columnOf(({ goal }) => (goal === null ? [] : [{ key: goal.occupationCode, facts: { goal } }]), {}),
    schedule: daily(), hours: framed(({ hoursPerWeek }) => text(hoursPerWeek)),
    transport: framed(({ transport }) => text(...transport)), physical: framed(({ cannot }) => text(...cannot)),
    care: weekly('care'), programme: weekly('programme'),
  }
}

function demandColumn(atoms: Atoms, demand: Demand): Column {
  switch (demand.kind) {
    case 'norwegian':
    case 'language': {
      const key = text(languageOf(demand), demand.skill)
      const column = atoms.languages.get(key) ?? levels(languageOf(demand), demand.skill, atoms.today)
      atoms.languages.set(key, column)
      return column
    }
    case 'driving_licence': return atoms.licences
    case 'certificate': return atoms.certificates
    case 'skill': return atoms.skills
    case 'experience': return atoms.jobs
  }
}

export type Asked = readonly [Column, number]
/** What one place asks, in groups: those of `sets` are few in all, so their sums are made once for each person. */
export type Asks = { demands: Asked[]; sets: [field: Asked[], week: Asked[], body: Asked[]] }

function demandsOf(place: OpeningFacts, atoms: Atoms): Asked[] {
  const { today, weights } = atoms
  const demanded = weighsOf(place.demands, weights)
  return place.demands.map((demand, at) => {
    const [column, of] = [demandColumn(atoms, demand), demanded[at] ?? { of: 0, shares: weights.shares }]
    const work = demand.kind === 'experience' ? text(place.title, jobKey(place)) : ''
    const key = text(demand.kind, demand.isRequired ? 1 : 0, demand.level, demand.name, demand.statutoryBasis === null ? 0 : 1, of.of, work)
    return [column, atomIn(column, key, () => (person) => [compareDemand(demand, place, person, today, of)])]
  })
}

/** What one place asks: each atom as its column and its place there. */
export function askedBy(place: OpeningFacts, atoms: Atoms): Asks {
  const { today, weights } = atoms
  const weigh = (key: WeightKey): Weigh => ({ of: weights.points[key], shares: weights.shares })
  const [week, code] = [place.schedule.flatMap(({ weekday, from, to }) => [weekday, from, to]), jobKey(place)]
  const begins = place.fromDate !== null && place.fromDate > today ? place.fromDate : today
  const ask = (column: Column, key: string, make: Atom): Asked => [column, atomIn(column, key, () => make)]
  return {
    demands: demandsOf(place, atoms),
    sets: [[
      ask(atoms.occupation, code, (person) => compareOccupation(place, person, weigh('occupation'))), ask(atoms.recency, code, (person) => compareRecency(place, person, today, weigh('recency'))),
      ask(atoms.wish, text(code, place.title), (person) => [compareWish(place, person, weigh('wish'))]), ask(atoms.goal, code, (person) => compareGoal(place, person, weigh('goal'))),
    ], [
      ask(atoms.schedule, text(begins, ...week), (person) => compareSchedule(place, person, today, weigh('schedule'))),
      ask(atoms.care, text(begins, ...week), (person) => compareCare(place, person, today, weigh('care'))), ask(atoms.programme, text(begins, ...week), (person) => compareProgramme(place, person, today, weigh('programme'))),
    ], [
      ask(atoms.hours, text(place.kind, place.extent, place.hoursPerWeek, ...(place.hoursPerWeek === null ? week : [])), ({ frame }) => compareHours(place, frame, weigh('hours'))),
      ask(atoms.transport, text(...place.reachableBy), ({ frame }) => compareTransport(place, frame, weigh('transport'))), ask(atoms.physical, text(...place.physicalDemands), ({ frame }) => comparePhysical(place, frame, weigh('physical'))),
    ]],
  }
}
