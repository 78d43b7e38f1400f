import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { atOnce, TookTooLong, poolOf } from './apart-pool.ts'
import { apart } from './apart.ts'
import type { Change } from './engine/change.ts'
import { draws } from './engine/draw.ts'
import type { Instance } from './engine/instance.ts'
import { fairOf } from './engine/floors.ts'
import { leximin } from './engine/leximin.ts'
import { solve } from './engine/solve.ts'
import { blockingOf, stable } from './engine/stability.ts'

/** Everybody may go everywhere, at drawn weights. */
function market(people: number, places: number, seats: number): Instance {
  const draw = draws(people)
  return { people, places, rowStart: Int32Array.from({ length: people + 1 }, (_, i) => i * places), place: Int32Array.from({ length: people * places }, (_, e) => e % places), weight: Int32Array.from({ length: people * places }, () => 1 + Math.floor(draw() * 10_000)), capacity: new Int32Array(places).fill(seats), parent: new Int32Array(places).fill(-1), mustPlaceAll: false }
}

describe('a task beside the server', () => {
  test('solves as the engine does here, while whoever asked goes on', async () => {
    const instance = market(400, 300, 1)
    let turns = 0
    const ticking = setInterval(() => { turns++ }, 1)
    const solution = await apart({ do: 'solve', instance, seed: 4 })
    clearInterval(ticking)
    expect(solution).toEqual(solve(instance, 4))
    expect(turns).toBeGreaterThan(0)
    expect(await apart({ do: 'solve', instance: { ...instance, mustPlaceAll: true }, seed: 4 })).toBeUndefined()
    expect(await apart({ do: 'why', instance: { ...instance, mustPlaceAll: true } })).toMatchObject({ seats: 300 })
  })

  test('a place removed in the middle of a solve changes nothing: what was asked is answered', async () => {
    const instance = market(400, 300, 1)
    const expected = solve(instance, 4)
    const answer = apart({ do: 'solve', instance, seed: 4 })
    instance.capacity.fill(0)
    instance.weight.fill(-5)
    expect(await answer).toEqual(expected)
  })

  test('scenarios come back in their order, with progress, from as many workers as may be at once', async () => {
    const base = market(60, 40, 1)
    const changes: Change[] = Array.from({ length: 20 }, (_, at) => ({ capacity: [[at, 3]] }))
    const shares: number[] = []
    const outcomes = await apart({ do: 'scenarios', base, changes, seed: 2, withPlaces: true }, { onProgress: (share) => shares.push(share) })
    expect(outcomes.map(({ score }) => score)).toEqual(changes.map((_, at) => solve({ ...base, capacity: base.capacity.with(at, 3) }, 1)?.objective))
    expect(outcomes.every(({ match, placed }) => match?.filter((j) => j !== -1).length === placed)).toBe(true)
    expect(shares.at(-1)).toBeCloseTo(1)
    expect(await apart({ do: 'scenarios', base, changes: [], seed: 2 })).toEqual([])
  })

  test('the fair, the fairest to the worst off and the stable are found apart too', async () => {
    const instance = market(60, 20, 2)
    const groups = { group: Int32Array.from({ length: 60 }, (_, i) => i % 3), floors: [0.4, null, null] }
    const shares: number[] = []
    expect(await apart({ do: 'fair', instance, groups, seed: 1 })).toEqual(fairOf(instance, groups, 1))
    expect(await apart({ do: 'leximin', instance, seed: 1 }, { onProgress: (share) => shares.push(share) })).toEqual(leximin(instance, 1))
    expect(await apart({ do: 'stable', instance, seed: 1 })).toMatchObject({ stable: stable(instance, 1), best: { placed: 40 }, blockingBest: blockingOf(instance, solve(instance, 1) ?? { match: new Int32Array() }) })
    expect(shares.at(-1)).toBe(1)
    await expect(apart({ do: 'fair', instance, groups: { ...groups, floors: [2] }, seed: 1 })).rejects.toThrow('A floor is a share from 0 to 1, not 2.')
  })

  test('what makes no sense is refused in words', async () => {
    const base = market(3, 2, 1)
    await expect(apart({ do: 'solve', instance: { ...base, capacity: Int32Array.of(1, -1) }, seed: 1 })).rejects.toThrow('A capacity is below 0.')
    await expect(apart({ do: 'scenarios', base, away: [9], changes: [{}], seed: 1 })).rejects.toThrow('There is no person 9.')
    await expect(apart({ do: 'scenarios', base, changes: [{}, { capacity: [[0, -3]] }], seed: 1 })).rejects.toThrow('Change 1: -3 is no number of seats.')
    await expect(apart({ do: 'scenarios', base: market(300, 300, 1), changes: [{ weights: [[0, 0, 2_000_000_000]] }], seed: 1, mostPlacedFirst: true })).rejects.toThrow('use smaller weights')
  })

  test('what is called off is not done, and what is asked after it is', async () => {
    const off = new AbortController()
    const tasks = [{ do: 'solve' as const, instance: market(400, 300, 1), seed: 1 }, { do: 'scenarios' as const, base: market(60, 40, 1), changes: Array.from({ length: 20 }, () => ({ leaves: [3] })), seed: 1 }]
    const answers = tasks.map((task) => apart(task, { signal: off.signal }))
    off.abort()
    await Promise.all(answers.map(async (answer) => { await expect(answer).rejects.toThrow('aborted') }))
    await expect(apart({ do: 'solve', instance: market(2, 2, 1), seed: 1 }, { signal: off.signal })).rejects.toThrow('aborted')
    expect(await apart({ do: 'solve', instance: market(2, 2, 1), seed: 1 })).toMatchObject({ placed: 2 })
  })
})

describe('a worker that fails', () => {
  const worker = (does: string): URL => new URL(`data:text/javascript,import{parentPort}from'node:worker_threads';parentPort.on('message',(task)=>{${does}})`)

  test.each([['process.exit(3)', 'The worker ended (3) before it had an answer.'], ['throw new Error("bad luck")', 'The worker could not go on: bad luck'], ['parentPort.postMessage({failed:"no"})', 'no']])('%s refuses its task, and the next is done', async (does, words) => {
    const run = poolOf(worker(`if(task.well){parentPort.postMessage({done:7})}else{${does}}`), 1)
    const [bad, good] = [run({ well: false }), run<number>({ well: true })]
    await expect(bad).rejects.toThrow(words)
    expect(await good).toBe(7)
    expect(await run<number>({ well: true })).toBe(7)
  })

  test('one that never ends is ended when its task is called off, and what waited behind it is done', async () => {
    const run = poolOf(worker('if(task.well)parentPort.postMessage({done:7});else{parentPort.postMessage({progress:0.5});for(;;);}'), 1)
    const [off, alsoOff] = [new AbortController(), new AbortController()]
    const endless = run({ well: false }, { signal: off.signal, onProgress: () => off.abort(new Error('enough')) })
    const waiting = run({ well: true }, { signal: alsoOff.signal })
    const after = run<number>({ well: true })
    alsoOff.abort('no need')
    await expect(waiting).rejects.toThrow('called off')
    await expect(endless).rejects.toThrow('enough')
    expect(await after).toBe(7)
  })

  test('one that takes longer than it may is ended, and the next is done', async () => {
    const run = poolOf(worker('if(task.well)parentPort.postMessage({done:7})'), 1)
    await expect(run({ well: false }, { seconds: 0.05 })).rejects.toThrow(TookTooLong)
    expect(await run<number>({ well: true }, { seconds: 10 })).toBe(7)
  })

  test('what somebody waits for on a page stands before what waits already', async () => {
    const run = poolOf(worker('setTimeout(()=>parentPort.postMessage({done:task.name}),5)'), 1)
    const order: string[] = []
    const ask = async (name: string, isFirst = false): Promise<void> => { order.push(await run<string>({ name }, { isFirst })) }
    await Promise.all([ask('begun'), ask('waits'), ask('page', true)])
    expect(order).toEqual(['begun', 'page', 'waits'])
  })

  test('pools share what there is: so many tasks at once in the process, and each pool gets its turn', async () => {
    const counter = new Int32Array(new SharedArrayBuffer(8))
    const busy = worker('const c=task.counter;const now=Atomics.add(c,0,1)+1;if(now>Atomics.load(c,1))Atomics.store(c,1,now);setTimeout(()=>{Atomics.sub(c,0,1);parentPort.postMessage({done:task.name})},15)')
    const [one, other] = [poolOf(busy, 8), poolOf(busy, 8)]
    const order: string[] = []
    const ask = async (run: typeof one, name: string): Promise<void> => { order.push(await run<string>({ counter, name })) }
    await Promise.all([...Array.from({ length: 6 }, () => ask(one, 'one')), ...Array.from({ length: 6 }, () => ask(other, 'other'))])
    expect([counter[0], (counter[1] ?? 0) <= atOnce()]).toEqual([0, true])
    // the second pool does not wait until the first has nothing left
    expect(order.indexOf('other')).toBeLessThan(order.lastIndexOf('one'))
  })

  test('a task that cannot be sent is refused, and the next is done', async () => {
    const run = poolOf(worker('parentPort.postMessage({done:7})'), 1)
    await expect(run({ ask: () => 3 })).rejects.toThrow('could not be cloned')
    expect(await run<number>({})).toBe(7)
  })

  test('a file that is not there is no endless wait', async () => {
    await expect(poolOf(new URL('./nowhere.ts', import.meta.url), 1)({})).rejects.toThrow('The worker could not go on')
  })
})

test('a process that asked ends when it has its answer, and needs no stop', () => {
  const asked = `const { apart } = await import('#matching/apart.ts'); console.log((await apart({ do: 'solve', instance: { people: 1, places: 1, rowStart: Int32Array.of(0, 1), place: Int32Array.of(0), weight: Int32Array.of(5), capacity: Int32Array.of(1), parent: Int32Array.of(-1), mustPlaceAll: false }, seed: 1 })).objective)`
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', asked], { encoding: 'utf8', timeout: 8_000 })
  expect([child.stdout.trim(), child.stderr, child.status]).toEqual(['5', '', 0])
})
