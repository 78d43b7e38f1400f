import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOfSolution } from './certificate.ts'
import { addPerson, removePerson, setCapacity, setWeight } from './edits.ts'
import { type Instance } from './instance.ts'
import { solve, solved } from './solve.ts'
import { standOf } from './stand.ts'

const [PEOPLE, PLACES, GROUPS] = [8, 6, 3]

const edit = fc.oneof(
  fc.record({ kind: fc.constant('leaves' as const), i: fc.nat(PEOPLE - 1) }), fc.record({ kind: fc.constant('comes' as const), i: fc.nat(PEOPLE - 1) }),
  fc.record({ kind: fc.constant('seats' as const), v: fc.nat(PLACES + GROUPS - 1), seats: fc.nat(4) }),
  fc.record({ kind: fc.constant('weight' as const), i: fc.nat(PEOPLE - 1), j: fc.nat(PLACES - 1), weight: fc.integer({ min: 0, max: 20 }) }))

const market = fc.record({
  weights: fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: PLACES, maxLength: PLACES }), { minLength: PEOPLE, maxLength: PEOPLE }),
  capacity: fc.array(fc.nat(3), { minLength: PLACES + GROUPS, maxLength: PLACES + GROUPS }), group: fc.array(fc.integer({ min: -1, max: GROUPS - 1 }), { minLength: PLACES, maxLength: PLACES }),
})

function instanceOf(weights: readonly number[][], capacity: readonly number[], group: readonly number[]): Instance {
  return { people: PEOPLE, places: PLACES, rowStart: Int32Array.from({ length: PEOPLE + 1 }, (_, i) => i * PLACES), place: Int32Array.from({ length: PEOPLE * PLACES }, (_, e) => e % PLACES), weight: Int32Array.from(weights.flat()),
    capacity: Int32Array.from(capacity), parent: Int32Array.from([...group.map((one) => (one === -1 ? -1 : PLACES + one)), -1, PLACES, -1]), mustPlaceAll: false }
}

test('after any change the result is what a new solve gives', () => {
  fc.assert(fc.property(market, fc.array(edit, { minLength: 1, maxLength: 12 }), ({ weights, capacity, group }, edits) => {
    const network = solved(instanceOf(weights, capacity, group))
    const now = weights.map((row) => [...row])
    const seats = [...capacity]
    const away = new Set<number>()
    for (const one of edits) {
      if (one.kind === 'leaves') { removePerson(network, one.i); away.add(one.i) }
      if (one.kind === 'comes') { addPerson(network, one.i); away.delete(one.i) }
      if (one.kind === 'seats') { setCapacity(network, one.v, one.seats); seats[one.v] = one.seats }
      if (one.kind === 'weight') { setWeight(network, one.i, one.j, one.weight); const row = now[one.i]; if (row) row[one.j] = one.weight }
      const cold = solve(instanceOf(now.map((row, i) => (away.has(i) ? row.map(() => 0) : row)), seats, group), 1)
      const { instance, solution } = standOf(network)
      expect(solution.objective).toBe(cold?.objective)
      expect(faultOfSolution(instance, solution)).toBeUndefined()
    }
  }), { numRuns: 400 })
})
