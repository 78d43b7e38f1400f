import { describe, expect, test } from 'vitest'
import { answerProblem, checkAnswer } from './answer-file.ts'
import { readBinary, readProblem } from './problem-file.ts'

const problem = { sense: 'max', left: ['Ada', 'Bo', 'Eli'], right: ['kitchen', 'workshop'], capacity: [2, 1], groups: [0, 0], limits: [2], edges: [['Ada', 'kitchen', 70], ['Bo', 'kitchen', 40], ['Bo', 'workshop', 55], ['Eli', 'workshop', 60]] }
const reasons = (change: object): string[] => { const read = readProblem({ ...problem, ...change }); return read.ok ? [] : read.reasons }
const answered = (change: object) => { const read = readProblem({ ...problem, ...change }); if (!read.ok) throw new Error(read.reasons.join()); return { problem: read.problem, answer: answerProblem(read.problem, 1, () => 0) } }

describe('a problem in a file', () => {
  test('is answered by name, with a certificate that is checked and cannot be tampered with', () => {
    const { problem: read, answer } = answered({})
    expect(answer).toMatchObject({ assignment: ['kitchen', null, 'workshop'], objective: 130, assigned: 2, seed: 1 })
    expect(checkAnswer(read, answer)).toBeUndefined()
    for (const change of [{ objective: 131 }, { assignment: ['kitchen', 'kitchen', 'workshop'] }, { assignment: ['kitchen', null, 'cellar'] }, { assignment: ['kitchen'] }, { certificate: { right: [0, 0], groups: [0] } }, { certificate: { right: [60, 60] } }, { certificate: null }])
      expect(checkAnswer(read, { ...answer, ...change }), JSON.stringify(change)).toBeDefined()
    for (const odd of [null, 7, 'x', []]) expect(checkAnswer(read, odd)).toBeDefined()
  })

  test('the smallest sum where all are assigned is found, in its own sense', () => {
    const { problem: read, answer } = answered({ sense: 'min', mustAssignAll: true, capacity: 2, groups: undefined, limits: undefined })
    expect(answer).toMatchObject({ assignment: ['kitchen', 'kitchen', 'workshop'], objective: 170 })
    expect(checkAnswer(read, answer)).toBeUndefined()
  })

  test('says who has too few seats between them', () => {
    expect(answered({ mustAssignAll: true }).answer).toMatchObject({ reason: '3 on the left can only go to 2 on the right, with 2 seats between them.', left: ['Ada', 'Bo', 'Eli'], right: ['kitchen', 'workshop'] })
    expect(answered({ mustAssignAll: true, left: [...problem.left, 'Ola'] }).answer).toHaveProperty('reason')
  })

  test('empty and unconnected sides are solved', () => {
    expect(answered({ left: 0, edges: [] }).answer).toMatchObject({ assignment: [], objective: 0 })
    expect(answered({ right: 0, capacity: undefined, groups: [], limits: [], edges: [] }).answer).toMatchObject({ assignment: [null, null, null], objective: 0 })
    expect(answered({ limits: [0] }).answer).toMatchObject({ assignment: [null, null, null] })
  })

  test.each([
    [{ sense: 'most' }, 'sense'], [{ left: -1 }, 'left'], [{ right: ['a', 'a'] }, 'right'], [{ capacity: [1, -1] }, 'capacity'], [{ capacity: [1] }, 'capacity'], [{ capacity: 1.5 }, 'capacity'],
    [{ limits: [-2] }, 'limits'], [{ limits: [{ limit: 1, in: 4 }] }, 'limits'], [{ groups: [0, 1] }, 'groups'], [{ groups: [0] }, 'groups'], [{ edges: 4 }, 'edges'], [{ edges: [['Ada', 'kitchen']] }, 'edges[0]'],
    [{ edges: [['Eva', 'kitchen', 1]] }, '"Eva" is not on the left'], [{ edges: [['Ada', 'cellar', 1]] }, '"cellar" is not on the right'], [{ edges: [['Ada', 'kitchen', NaN]] }, 'whole number'], [{ edges: [['Ada', 'kitchen', 3e9]] }, 'whole number'],
    [{ edges: [['Ada', 'kitchen', 1], ['Ada', 'kitchen', 2]] }, 'joined twice'], [{ limits: [{ limit: 1, in: 1 }, { limit: 1, in: 0 }], groups: [0, 1] }, 'circle'], [{ mustAssignAll: 'yes' }, 'mustAssignAll'], [{ wieght: 1 }, 'There is no field "wieght"'],
  ])('refuses %j and says why', (change, why) => {
    expect(reasons(change).join(' ')).toContain(why)
  })

  test('refuses what is no object, and says at most twenty reasons', () => {
    for (const odd of [null, 3, [], 'x']) expect(readProblem(odd).ok).toBe(false)
    expect(reasons({ edges: Array.from({ length: 500 }, () => [9, 9, 9]) })).toHaveLength(20)
  })
})

test('the binary form says the same, and is refused when it is cut or points nowhere', () => {
  const whole = Int32Array.of(3, 2, 4, 1, 0, 1, 3, 4, 0, 0, 1, 1, 70, 40, 55, 60, 2, 1, 0, 0, 2)
  const read = readBinary(new Uint8Array(whole.buffer))
  expect(read.ok && answerProblem(read.problem, 1, () => 0)).toMatchObject({ assignment: [0, null, 1], objective: 130 })
  for (const broken of [whole.subarray(0, 9), whole.subarray(0, 3), whole.with(8, 7), whole.with(17, -1), whole.with(19, 5), whole.with(5, 4), whole.with(0, -3)]) expect(readBinary(new Uint8Array(broken.slice().buffer)).ok).toBe(false)
  expect(readBinary(new Uint8Array(17)).ok).toBe(false)
})
