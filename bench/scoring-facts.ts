import { draws } from '#matching/engine/draw.ts'
import type { Busy, Demand, OpeningFacts, PersonFacts, Spot, Travel } from '#domains/matching/facts.schema.ts'
import { assumedStraight } from '#domains/matching/travel/travel.core.ts'
import type { ScheduleSlot } from '#shared/schedule.ts'
import { plainDate } from '#shared/date.ts'

/** Invented people and places of a whole country: 357 municipalities in Zipf sizes with a few postcodes each, a third of the ways in a table. */
const MUNICIPALITIES = 357
const POSTCODES_EACH = 4
const draw = draws(20261127)
const below = (most: number): number => Math.floor(draw() * most)
const pick = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0]
const often = (share: number): boolean => draw() < share

const on = plainDate('2026-10-01')
const old = plainDate('2026-01-10')
const evidence = ['claimed', 'claimed', 'documented', 'tested', 'observed'] as const
const levels = ['A1-', 'A1', 'A1', 'A2', 'A2', 'B1', 'B2'] as const
const skills = ['listening', 'reading', 'spoken_interaction', 'writing'] as const
const body = ['heavy_lifting', 'standing_all_day', 'heights', 'cold', 'heat', 'dust', 'noise', 'night'] as const
/** As many occupations as STYRK-08 has at its finest, with a few that most work in. */
const codes = Array.from({ length: 400 }, (_, at) => `${1 + at % 9}${1 + Math.floor(at / 9) % 5}${1 + Math.floor(at / 45) % 3}${1 + Math.floor(at / 135) % 3}`)
const someCode = (): string => codes[Math.floor(draw() ** 2 * codes.length)] ?? '9112'
const someWords = ['Bake brød', 'Kasse', 'Truck', 'Renhold av bad', 'Sveise', 'Male', 'Stell av eldre', 'Excel', 'Snekre', 'Sy', 'Servere', 'Lagerarbeid'] as const

export type Stop = { postcode: string; spot: Spot; municipality: number }
const centres = Array.from({ length: MUNICIPALITIES }, () => ({ latitude: 58 + draw() ** 2 * 12, longitude: 5 + draw() * 8 }))
const stops: Stop[] = centres.flatMap(({ latitude, longitude }, municipality) => Array.from({ length: POSTCODES_EACH }, (_, at) =>
  ({ postcode: String(1000 + municipality * POSTCODES_EACH + at), municipality, spot: { latitude: latitude + (draw() - 0.5) * 0.3, longitude: longitude + (draw() - 0.5) * 0.5 } })))
const someStop = (): Stop => stops[Math.floor(draw() ** 2.2 * MUNICIPALITIES) * POSTCODES_EACH + below(POSTCODES_EACH)] ?? { postcode: '0000', spot: { latitude: 60, longitude: 10 }, municipality: 0 }

const travelOf = ({ postcode, spot, municipality }: Stop): Travel => ({ to: { postcode, spot }, straight: assumedStraight,
  times: Object.fromEntries(stops.filter((from) => from.municipality === municipality && often(0.33)).map((from) => [from.postcode, { public: { minutes: 5 + below(60), source: 'Ruteplan', on }, car: { minutes: 5 + below(30), source: 'Kart', on } }])) })
const travels = new Map(stops.map((stop) => [stop.postcode, travelOf(stop)]))

const weeks: [ScheduleSlot[], ...ScheduleSlot[][]] = [[]]
for (const from of ['06:00', '07:00', '08:00', '09:00', '15:00']) for (const days of [[1, 2, 3, 4, 5], [1, 2, 3], [3, 4, 5], [2, 4, 6]]) weeks.push(days.map((weekday) => ({ weekday, from, to: `${String(Number(from.slice(0, 2)) + 6).padStart(2, '0')}:30` })))
const classes: [Busy[], ...Busy[][]] = [[]]
for (const until of [null, plainDate('2026-12-18'), plainDate('2027-06-18')]) for (const days of [[1, 2], [3, 4, 5], [1, 3, 5]]) classes.push([{ until, slots: days.map((weekday) => ({ weekday, from: '08:30', to: '14:00' })) }])

export function person(at: number): PersonFacts {
  const { postcode, spot } = someStop()
  return {
    id: `person-${at}-${below(1e9)}`, home: often(0.95) ? { postcode, spot } : null,
    languages: skills.flatMap((skill) => (often(0.9) ? [{ language: 'no', skill, level: pick(levels), evidence: pick(evidence), on: often(0.3) ? old : on, source: null }] : [])),
    papers: often(0.4) ? [{ kind: 'driving_licence' as const, name: pick(['B', 'B', 'C1', 'T']), validUntil: null, evidence: pick(evidence) }] : [],
    skills: Array.from({ length: below(4) }, () => ({ name: pick(someWords), evidence: pick(evidence), on: null, seenBy: null })),
    work: Array.from({ length: below(4) }, () => ({ occupationCode: often(0.9) ? someCode() : null, title: pick(someWords), employerName: null, toYear: 2008 + below(18), evidence: pick(evidence) })),
    wishes: Array.from({ length: 1 + below(3) }, (_, rank) => ({ occupationCode: often(0.85) ? someCode() : null, wording: pick(someWords), rank: rank + 1 })),
    frame: often(0.9) ? { hoursPerWeek: pick([15, 22.5, 30, 37.5]), earliest: pick(['06:00', '07:30', '08:30', null]), latest: pick(['14:30', '16:00', '22:00', null]), weekdays: pick([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7]]),
      transport: pick([['bus'], ['bus', 'walk'], ['bus', 'train', 'walk'], ['car', 'bus'], ['bicycle', 'bus']]), cannot: often(0.25) ? [pick(body)] : [], travelMinutes: pick([30, 45, 60, 60, 75, 90]) } : null,
    week: { care: often(0.3) ? [{ until: null, slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:30', to: '08:15' })) }] : [], programme: pick(classes) },
    goal: often(0.5) ? { occupationCode: someCode(), title: 'Mål', on } : null, waiting: { since: pick([null, on, old]), passedOver: below(3) },
  }
}

const demanded = (): Demand[] => [
  ...skills.slice(0, 1 + below(3)).map((skill): Demand => ({ kind: 'norwegian', isRequired: often(0.8), skill, level: pick(['A1', 'A2', 'A2', 'B1']), name: null, sentence: null, statutoryBasis: null })),
  ...(often(0.15) ? [{ kind: 'driving_licence' as const, isRequired: true, skill: null, level: null, name: pick(['B', 'B', 'C1']), sentence: null, statutoryBasis: null }] : []),
  ...(often(0.3) ? [{ kind: 'skill' as const, isRequired: false, skill: null, level: null, name: pick(someWords), sentence: null, statutoryBasis: null }] : []),
  ...(often(0.1) ? [{ kind: 'experience' as const, isRequired: false, skill: null, level: null, name: null, sentence: null, statutoryBasis: null }] : []),
]

export function place(at: number): OpeningFacts {
  const [{ postcode }, code] = [someStop(), someCode()]
  const isVacancy = often(0.4)
  return {
    id: `place-${at}-${below(1e9)}`, kind: isVacancy ? 'vacancy' : 'practice_place', title: `Arbeid ${code.slice(0, 3)}`, occupationCode: code, extent: isVacancy ? pick(['full_time', 'part_time', null]) : null,
    schedule: pick([weeks[0], ...weeks]), hoursPerWeek: pick([null, 15, 22.5, 30, 37.5]), physicalDemands: often(0.4) ? [pick(body)] : [], reachableBy: pick([[], ['bus', 'car'], ['bus', 'car', 'walk'], ['car']]), demands: demanded(),
    fromDate: pick([null, plainDate('2026-12-01'), plainDate('2027-01-11')]), travel: travels.get(postcode) ?? null,
    supervision: { isNamed: often(0.6), limits: often(0.5) ? [{ atOnce: 1 + below(3), now: below(2) }] : [] },
  }
}
