import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { faultOfSolution } from '#matching/engine/certificate.ts'
import { readBinary } from '#matching/engine/problem-file.ts'
import { solve } from '#matching/engine/solve.ts'
import { solveByHighs } from '#matching/highs.ts'
import { fileOf, instanceFrom, market } from './engine-instances.ts'
import type { Line } from './measure.ts'
import { root } from './serve.ts'

const MARKETS = 200
/** HiGHS took a minute on a quiet machine; longer than this it is not waited for, and is then at least so slow. */
const SECONDS = 240
const Answer = z.object({ status: z.string(), seconds: z.number(), objective: z.number().nullable(), megabytes: z.number() })

/** Small drawn markets with limits of employers, ours against HiGHS as a linear programme. */
async function markets(): Promise<Line> {
  let equal = 0
  for (let seed = 1; seed <= MARKETS; seed++) {
    const read = readBinary(new Uint8Array(market(1000 + seed).buffer))
    if (!read.ok) continue
    const { instance } = read.problem
    const [solution, answer] = [solve(instance, seed), await solveByHighs(instance, [], { seconds: 10, relaxed: true })]
    if (solution && faultOfSolution(instance, solution) === undefined && 'bound' in answer && Math.abs(answer.bound - solution.objective) < 0.01) equal++
  }
  return { what: `${MARKETS} drawn markets with limits of employers, against HiGHS`, measured: `${equal} equal and proved`, bar: 'all equal', met: equal === MARKETS }
}

/** The national instance once by HiGHS, as a linear programme by its simplex, and by ours. */
function national(): Line {
  const instance = instanceFrom('g_bal')
  const from = performance.now()
  const own = solve(instance, 1)
  const seconds = (performance.now() - from) / 1000
  const what = 'g_bal against HiGHS (WASM, linear programme, one run)'
  const bar = '≥ 100 times as fast'
  try {
    const peer = Answer.parse(JSON.parse(execFileSync(process.execPath, [join(root, 'bench/engine-highs-solve.ts'), fileOf('g_bal'), String(SECONDS)], { encoding: 'utf8', timeout: (SECONDS + 60) * 1000 })))
    const [isDone, isEqual] = [peer.status === 'best', peer.objective === own?.objective]
    return { what, measured: `${seconds.toFixed(2)} s against ${peer.seconds.toFixed(1)} s${isDone ? '' : ', not done'}, ${Math.round(peer.megabytes)} MB: ${Math.round(peer.seconds / seconds)} times${isDone && !isEqual ? ', NOT EQUAL' : ''}`, bar, met: (isEqual || !isDone) && peer.seconds / seconds >= 100 }
  } catch (error) {
    return { what, measured: `${seconds.toFixed(2)} s; HiGHS gave no answer: ${error instanceof Error ? error.message.slice(0, 80) : String(error)}`, bar }
  }
}

export const againstHighs = async (): Promise<Line[]> => [await markets(), national()]
