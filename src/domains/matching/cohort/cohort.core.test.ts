import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Numbered, Ruling } from './change.core.ts'
import { decidedOf, mayChange, shiftsBetween, whyWithout, withChange } from './change.core.ts'
import type { Change, Goal } from './cohort.schema.ts'
import { moveBetween } from './compare.core.ts'
import { limitsAbove } from './limits.core.ts'
import type { Cohort, Decided } from './problem.core.ts'
import { NOTHING_DECIDED, mayBeAt, roomLeft, roomOf, totalsOf, usableSeats, wayUp } from './problem.core.ts'
import { changedSince, mayRelease, suitsLess } from './release.core.ts'
import { solveCohort } from './solve-cohort.ts'

const [PEOPLE, PLACES] = [5, 4]
const people = Array.from({ length: PEOPLE }, (_, i) => `person ${i}`)
const openings = Array.from({ length: PLACES }, (_, j) => `opening ${j}`)

/** Scores with impossible pairs and pairs only a person may make; two places under one limit, and one limit above that. */
const cohorts = fc.record({
  pairs: fc.array(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: -1 })), { minLength: PLACES, maxLength: PLACES }), { minLength: PEOPLE, maxLength: PEOPLE }),
  seats: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: PLACES, maxLength: PLACES }), left: fc.tuple(fc.nat(3), fc.nat(4)),
}).map(({ pairs, seats, left }): Cohort => ({ pairs: pairs.map((row) => Int32Array.from(row)), seats, limitOf: [0, 0, 1, null], limits: [{ left: left[0], above: 1 }, { left: left[1], above: null }] }))
const changes = fc.oneof(
  fc.record({ do: fc.constantFrom('pin' as const, 'forbid' as const), personId: fc.constantFrom(...people), openingId: fc.constantFrom(...openings) }),
  fc.record({ do: fc.constantFrom('hold' as const, 'clear' as const), personId: fc.constantFrom(...people) }))
const goals = fc.constantFrom<Goal>('most_placed', 'worst_off_first', 'best_sum', 'stable')

const solved = async (cohort: Cohort, decided: Decided, goal: Goal, { before = null, seed = 1 }: { before?: Int32Array | null; seed?: number } = {}) => {
  const answer = await solveCohort({ cohort, decided, goal, seed, before, nameOf: String })
  return answer.ok ? answer.value : undefined
}
const numbered = (cohort: Cohort, match: Int32Array, released: string[] = []): Numbered => ({ people, openings, cohort, match, released: new Set(released) })

/** Whether everybody is where she may be and no node takes more than it does. */
function isPossible(cohort: Cohort, decided: Decided, match: Int32Array): boolean {
  const room = roomOf(cohort)
  match.forEach((j) => { if (j >= 0) for (const node of wayUp(cohort, j)) room[node] = (room[node] ?? 0) - 1 })
  return room.every((left) => left >= 0) && match.every((j, i) => (j < 0 ? (decided.fixed.get(i) ?? -1) < 0 : mayBeAt(cohort, decided, i, j)))
}

const NOBODY = new Int32Array(PEOPLE).fill(-1)
const decisions = fc.array(changes, { maxLength: 3 })
/** Those of the changes that may be made, one after another. */
const standing = (cohort: Cohort, asked: readonly Change[]): Ruling[] => asked.reduce<Ruling[]>((all, change) => (mayChange(numbered(cohort, NOBODY), change).ok ? withChange(all, change) : all), [])

/** How many pairs would rather have one another, by trying: she leaves, and if that makes no room, somebody undecided who scores lower. */
function blockingIn(cohort: Cohort, decided: Decided, match: Int32Array): number {
  const at = (i: number, j: number): number => Math.abs(cohort.pairs[i]?.[j] ?? 0)
  const isRoom = (j: number, left: readonly number[]): boolean => {
    const room = roomOf(cohort)
    match.forEach((one, i) => { if (one >= 0 && !left.includes(i)) for (const node of wayUp(cohort, one)) room[node] = (room[node] ?? 0) - 1 })
    return [...wayUp(cohort, j)].every((node) => (room[node] ?? 0) > 0)
  }
  let count = 0
  for (let i = 0; i < PEOPLE; i++) for (let j = 0; j < PLACES; j++) {
    const [own, wanted] = [match[i] ?? -1, at(i, j)]
    if (decided.fixed.has(i) || !mayBeAt(cohort, decided, i, j) || wanted <= (own < 0 ? 0 : at(i, own))) continue
    if (isRoom(j, [i]) || match.some((one, other) => other !== i && one >= 0 && !decided.fixed.has(other) && at(other, one) < wanted && isRoom(j, [i, other]))) count++
  }
  return count
}

function* everyWay(at = 0, ways: number[] = []): Generator<Int32Array> {
  if (at === PEOPLE) { yield Int32Array.from(ways); return }
  for (let j = -1; j < PLACES; j++) yield* everyWay(at + 1, [...ways, j])
}

describe('a plan', () => {
  test('is the best of every possible one, for the goal that was chosen', async () => {
    await fc.assert(fc.asyncProperty(cohorts, fc.constantFrom<Goal>('most_placed', 'best_sum'), async (cohort, goal) => {
      const value = ({ placed, score }: { placed: number; score: number }): number => (goal === 'most_placed' ? placed * 1000 + score : score * 1000 + placed)
      let best = 0
      for (const match of everyWay()) if (isPossible(cohort, NOTHING_DECIDED, match)) best = Math.max(best, value(totalsOf(cohort, match)))
      const answer = await solved(cohort, NOTHING_DECIDED, goal)
      expect(answer && value(answer)).toBe(best)
      expect(answer && isPossible(cohort, NOTHING_DECIDED, answer.match)).toBe(true)
    }), { numRuns: 40 })
  })

  test('for the worst off places as many as can be, and no other lifts the lowest of those nobody has fixed, nor the next lowest, and so on', async () => {
    await fc.assert(fc.asyncProperty(cohorts, decisions, fc.nat(), async (cohort, asked, seed) => {
      const decided = decidedOf(numbered(cohort, NOBODY), standing(cohort, asked))
      const answer = await solved(cohort, decided, 'worst_off_first', { seed })
      if (!answer) return
      // no score is above 9, so that one more placed counts above all, and the lowest most
      const worth = (match: Int32Array): string => {
        const scores = [...match.entries()].flatMap(([i, j]) => (j < 0 || decided.fixed.has(i) ? [] : [cohort.pairs[i]?.[j] ?? 0])).toSorted((a, b) => a - b)
        return `${scores.length} ${scores.join('')}`
      }
      let best = ''
      for (const match of everyWay()) if (isPossible(cohort, decided, match) && [...decided.fixed].every(([i, j]) => match[i] === j) && worth(match) > best) best = worth(match)
      expect(isPossible(cohort, decided, answer.match)).toBe(true)
      expect(worth(answer.match)).toBe(best)
      expect(answer.certificateHash).toHaveLength(64)
    }), { numRuns: 40 })
  })

  test('that is stable leaves no pair that would rather have one another, whoever is fixed and whatever the draw', async () => {
    await fc.assert(fc.asyncProperty(cohorts, decisions, fc.nat(), async (cohort, asked, seed) => {
      const decided = decidedOf(numbered(cohort, NOBODY), standing(cohort, asked))
      const answer = await solved(cohort, decided, 'stable', { seed })
      if (!answer) return
      expect(isPossible(cohort, decided, answer.match)).toBe(true)
      expect([answer.blockingPairs, blockingIn(cohort, decided, answer.match)]).toEqual([0, 0])
    }), { numRuns: 60 })
  })

  test('counts as blocking just the pairs that can be made by her leaving and, where it is full, one who scores lower giving way', async () => {
    await fc.assert(fc.asyncProperty(cohorts, decisions, fc.constantFrom<Goal>('most_placed', 'best_sum'), async (cohort, asked, goal) => {
      const decided = decidedOf(numbered(cohort, NOBODY), standing(cohort, asked))
      const answer = await solved(cohort, decided, goal)
      if (!answer) return
      expect(answer.blockingPairs).toBe(blockingIn(cohort, decided, answer.match))
    }), { numRuns: 60 })
  })
})

describe('a change by hand', () => {
  test('costs exactly what solving anew with it gives, and keeps to every decision', async () => {
    await fc.assert(fc.asyncProperty(cohorts, goals, fc.array(changes, { minLength: 1, maxLength: 4 }), fc.nat(), async (cohort, goal, asked, seed) => {
      let rulings: Ruling[] = []
      let plan = await solved(cohort, NOTHING_DECIDED, goal)
      for (const change of asked) {
        if (!plan || !mayChange(numbered(cohort, plan.match), change).ok) continue
        const next = withChange(rulings, change)
        const decided = decidedOf(numbered(cohort, plan.match), next)
        const changed = await solved(cohort, decided, goal, { before: plan.match })
        const anew = await solved(cohort, decided, goal, { seed: goal === 'stable' ? 1 : seed })
        expect(changed === undefined).toBe(anew === undefined)
        if (!changed || !anew) continue
        expect([changed.placed, changed.score]).toEqual([anew.placed, anew.score])
        expect(changed).toMatchObject(totalsOf(cohort, changed.match))
        expect(isPossible(cohort, decided, changed.match)).toBe(true)
        expect(decided.fixed.entries().every(([i, j]) => changed.match[i] === j)).toBe(true)
        expect(shiftsBetween(numbered(cohort, plan.match), plan.match, changed.match).length).toBe(changed.match.filter((j, i) => j !== plan?.match[i]).length)
        ;[plan, rulings] = [changed, next]
      }
    }), { numRuns: 60 })
  })

  test('that decides nothing new moves nobody, whatever the draw', async () => {
    await fc.assert(fc.asyncProperty(cohorts, fc.constantFrom<Goal>('most_placed', 'worst_off_first', 'best_sum'), fc.nat(), async (cohort, goal, seed) => {
      const { match = new Int32Array() } = await solved(cohort, NOTHING_DECIDED, goal) ?? {}
      expect((await solved(cohort, NOTHING_DECIDED, goal, { before: match, seed }))?.match).toEqual(match)
    }), { numRuns: 60 })
  })

  test('never moves whoever is released', async () => {
    await fc.assert(fc.asyncProperty(cohorts, changes, async (cohort, change) => {
      const { match = new Int32Array() } = await solved(cohort, NOTHING_DECIDED, 'most_placed') ?? {}
      const released = people.filter((_, i) => i % 2 === 0 && (match[i] ?? -1) >= 0)
      const plan = numbered(cohort, match, released)
      if (!mayChange(plan, change).ok) return
      const after = await solved(cohort, decidedOf(plan, withChange([], change)), 'most_placed', { before: match })
      for (const id of released) expect(after?.match[people.indexOf(id)] ?? match[people.indexOf(id)]).toBe(match[people.indexOf(id)])
    }), { numRuns: 60 })
  })

  test('leaves each with one pin or hold at most, and no place both pinned and forbidden', () => {
    fc.assert(fc.property(fc.array(changes, { maxLength: 12 }), (asked) => {
      const rulings = asked.reduce<Ruling[]>((all, change: Change) => withChange(all, change), [])
      for (const id of people) {
        const hers = rulings.filter(({ personId }) => personId === id)
        expect(hers.filter(({ kind }) => kind !== 'forbid').length).toBeLessThan(2)
        expect(new Set(hers.map(({ openingId }) => openingId)).size).toBe(hers.length)
      }
    }))
  })

  test('of more people to a place than it has seats is refused with the place and both numbers', async () => {
    const cohort: Cohort = { pairs: [Int32Array.of(5), Int32Array.of(4)], seats: [1], limitOf: [null], limits: [] }
    const answer = await solveCohort({ cohort, decided: { fixed: new Map([[0, 0], [1, 0]]), forbidden: new Set() }, goal: 'most_placed', seed: 1, before: null, nameOf: () => 'Kjøkkenet' })
    expect(answer).toEqual({ ok: false, refusals: [{ code: 'matching.tooManyFixed', params: { name: 'Kjøkkenet', seats: 1, fixed: 2 } }] })
  })

  test('is refused of somebody or something that is not in the plan, of whoever is released, and where she cannot be', () => {
    const cohort: Cohort = { pairs: people.map(() => Int32Array.of(0, 1, 1, 1)), seats: [1, 1, 1, 1], limitOf: [null, null, null, null], limits: [] }
    const plan = numbered(cohort, new Int32Array(PEOPLE).fill(-1), ['person 1'])
    const codeOf = (change: Change) => { const answer = mayChange(plan, change); return answer.ok ? 'ok' : answer.refusals[0]?.code }
    expect([codeOf({ do: 'hold', personId: 'nobody' }), codeOf({ do: 'clear', personId: 'person 1' }), codeOf({ do: 'pin', personId: 'person 0', openingId: 'elsewhere' }), codeOf({ do: 'pin', personId: 'person 0', openingId: 'opening 0' }), codeOf({ do: 'pin', personId: 'person 0', openingId: 'opening 1' })])
      .toEqual(['matching.notInPlan', 'matching.rowReleased', 'matching.placeNotInPlan', 'matching.pairImpossible', 'ok'])
  })
})

test('weights so large that they cannot be added are refused, not cut off', async () => {
  const cohort: Cohort = { pairs: Array.from({ length: 3000 }, () => Int32Array.of(1_000_000, 999_999)), seats: [2000, 2000], limitOf: [null, null], limits: [] }
  expect(await solveCohort({ cohort, decided: NOTHING_DECIDED, goal: 'best_sum', seed: 1, before: null, nameOf: String })).toMatchObject({ ok: true, value: { placed: 3000 } })
  const wide: Cohort = { ...cohort, pairs: Array.from({ length: 2500 }, () => Int32Array.from({ length: 2500 }, (_, j) => [1_000_000, 1][j] ?? 0)), seats: Array.from({ length: 2500 }, () => 1), limitOf: Array.from({ length: 2500 }, () => null) }
  expect(await solveCohort({ cohort: wide, decided: NOTHING_DECIDED, goal: 'most_placed', seed: 1, before: null, nameOf: String })).toEqual({ ok: false, refusals: [{ code: 'matching.planTooLarge' }] })
})

test('why somebody is without a place is said as it is', () => {
  const cohort: Cohort = { pairs: [Int32Array.of(0, 0), Int32Array.of(-3, 0), Int32Array.of(4, 0), Int32Array.of(4, 0), Int32Array.of(4, 0)], seats: [1, 1], limitOf: [null, null], limits: [] }
  const decided: Decided = { fixed: new Map([[3, -1]]), forbidden: new Set([2 * 2]) }
  expect([0, 1, 2, 3, 4].map((i) => whyWithout({ cohort }, decided, i))).toEqual(['nothing', 'noGround', 'forbidden', 'held', 'full'])
})

test('limits stand above places as supervisor, employer, municipality, less those who have a placement', () => {
  const under = { employerName: 'Kroa', supervisorName: 'Kari', supervisesAtOnce: null }
  const openingsUnder = [{ ...under, openingId: 'a', employerId: 'e1', seatsAtOnce: 3, supervisorId: 's1' }, { ...under, openingId: 'b', employerId: 'e1', seatsAtOnce: 3, supervisorId: 's1' },
    { ...under, openingId: 'c', employerId: 'e2', seatsAtOnce: null, supervisorId: 's2' }, { ...under, openingId: 'd', employerId: 'e2', seatsAtOnce: null, supervisorId: 's3', supervisesAtOnce: 1 }]
  const taken = { employers: new Map([['e1', 1]]), supervisors: new Map([['s1', 4]]) }
  const { limits, limitOf } = limitsAbove(openingsUnder, taken, { supervisorAtOnce: 2, mostAtOnce: 9 })
  expect(limits.map(({ kind, id, left, above }) => [kind, id, left, above])).toEqual([['municipality', null, 9, null], ['employer', 'e1', 2, 0], ['supervisor', 's1', 0, 1], ['supervisor', 's3', 1, 0]])
  // a supervisor of one place alone is not limited by a number of ours
  expect(limitOf).toEqual([2, 2, 0, 3])
  expect(limitsAbove(openingsUnder.slice(2, 3), taken, { supervisorAtOnce: 2, mostAtOnce: null })).toEqual({ limits: [], limitOf: [null] })
})

test('what has changed since a plan was solved is named, and more free seats are no hindrance', () => {
  const basis = { person: { languages: 'a', wishes: 'b' }, opening: { demands: 'c' }, weights: 3 }
  expect(changedSince(basis, basis, { before: 2, now: 3 })).toEqual([])
  expect(changedSince(basis, { person: { languages: 'x', wishes: 'b' }, opening: { demands: 'c', schedule: 'd' }, weights: 4 }, { before: 2, now: 1 })).toEqual(['person.languages', 'opening.schedule', 'seats', 'weights'])
})

test('what the day alone makes worse is seen: a lower verdict, or one more required thing that is missing', () => {
  const lacks = (...kinds: ('certificate' | 'norwegian')[]) => kinds.map((kind) => ({ kind, isRequired: true, asked: { is: 'none' as const }, known: 'unknown' as const, met: 'no' as const, sentence: null, statutoryBasis: null }))
  const nearly = { verdict: 'nearly' as const, against: lacks('norwegian') }
  expect(suitsLess(nearly, nearly)).toBe(false)
  expect(suitsLess(nearly, { verdict: 'fits', against: [] })).toBe(false)
  expect(suitsLess({ verdict: 'fits', against: [] }, nearly)).toBe(true)
  expect(suitsLess(nearly, { verdict: 'nearly', against: lacks('norwegian', 'certificate') })).toBe(true)
  expect(suitsLess({ verdict: 'not', against: [] }, { verdict: 'not', against: [] })).toBe(true)
})

test('a row is released only by every rule at once', () => {
  const fine = { openingId: 'a', sharedBy: null, isReleased: false, isStrictlyConfidential: false, objects: false, isWithoutPlace: true, isProposed: false, isUnderWay: false, hasGround: true, note: null, opening: { isOpen: true, freeSeats: 1 }, changed: [] }
  expect(mayRelease(fine)).toEqual([])
  expect(mayRelease({ ...fine, hasGround: false, note: 'Hun vil prøve noe nytt' })).toEqual([])
  expect(mayRelease({ ...fine, isStrictlyConfidential: true, objects: true, isWithoutPlace: false, isProposed: true, isUnderWay: true, hasGround: false, opening: { isOpen: true, freeSeats: 0 }, changed: ['seats'] }).map(({ code }) => code))
    .toEqual(['matching.protectedNotReleased', 'matching.objectsToMatching', 'matching.noLongerWithout', 'matching.alreadyProposed', 'matching.underWayElsewhere', 'matching.groundMissing', 'matching.openingFull', 'matching.factsChanged'])
  expect(mayRelease({ ...fine, openingId: null, opening: undefined }).map(({ code }) => code)).toEqual(['matching.rowWithoutPlace'])
  expect(mayRelease({ ...fine, sharedBy: 'Nesvik' })).toEqual([{ code: 'sharing.needsHerYes', params: { municipality: 'Nesvik' } }])
  expect(mayRelease({ ...fine, isReleased: true, isProposed: true, isUnderWay: true, opening: { isOpen: false, freeSeats: 1 } }).map(({ code }) => code)).toEqual(['matching.rowReleased', 'matching.openingClosed'])
})

test('two plans are compared person by person', () => {
  expect(moveBetween([{ personId: 'a', openingId: '1' }, { personId: 'b', openingId: null }, { personId: 'c', openingId: '2' }], [{ personId: 'a', openingId: '2' }, { personId: 'b', openingId: null }, { personId: 'd', openingId: '1' }]))
    .toEqual({ moved: [{ personId: 'a', from: '1', to: '2' }], same: 1, onlyInFirst: 1, onlyInSecond: 1 })
})

test('there is room for as many as the limits let use the seats, and as much is left at a place as the tightest of them leaves', async () => {
  await fc.assert(fc.asyncProperty(cohorts, async (cohort) => {
    // everybody can everything, as often as there are people: as many as there is room for are placed
    const [seats, limits] = [cohort.seats, [{ left: cohort.limits[1]?.left ?? 0, above: null }, { left: cohort.limits[0]?.left ?? 0, above: 0 }]]
    const wide: Cohort = { seats, limits, limitOf: [1, 1, 0, null], pairs: Array.from({ length: 9 }, () => Int32Array.of(1, 1, 1, 1)) }
    const { match = new Int32Array() } = await solved(wide, NOTHING_DECIDED, 'best_sum') ?? {}
    expect(usableSeats(wide)).toBe(totalsOf(wide, match).placed)
    expect(seats.map((_, j) => roomLeft(wide, match)(j))).toEqual([0, 0, 0, 0])
  }))
})
