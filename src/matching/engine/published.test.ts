import { describe, expect, test } from 'vitest'
import { instanceOf, isHere, optima } from '#test/or-library.ts'
import { faultOfSolution } from './certificate.ts'
import { solve } from './solve.ts'

describe.skipIf(!isHere)('the published optima of OR-Library (skipped where the public files are not beside the project)', () => {
  test('there are twelve', () => { expect(optima).toHaveLength(12) })
  test.each(optima)('%s is %i, and proved', (name, optimum) => {
    const instance = instanceOf(name)
    const solution = solve(instance, 1)
    expect(solution?.objective).toBe(-optimum)
    expect(solution && faultOfSolution(instance, solution)).toBeUndefined()
  })
})
