import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { explain } from '#domains/rules/index.ts'
import { rules } from '#rules/registry.ts'
import { rightsPicture } from '#rules/rights-picture.ts'
import type { Facts } from '#rules/facts.ts'
import type { AnyRule } from '#rules/rule.ts'
import { askRule, decideRule } from '#rules/rule.ts'
import type { Line } from './measure.ts'
import { timesOf } from './measure.ts'
import { factsOf, grounds, on } from './rules-people.ts'

const ROUNDS = 200
const PEOPLE = 100_000
const CORES = 2
const fine = (value: number): string => `${value.toFixed(3)} ms`

/** Times of some work, in milliseconds each; the first tenth warms up and does not count. */
function timed(turns: number, work: (turn: number) => void): { mean: number; p95: number } {
  const measured: number[] = []
  for (let turn = -Math.ceil(turns / 10); turn < turns; turn++) {
    const from = performance.now()
    work(Math.abs(turn))
    if (turn >= 0) measured.push(performance.now() - from)
  }
  return { mean: measured.reduce((sum, one) => sum + one, 0) / measured.length, p95: timesOf(measured, 1).p95 }
}

/** People enough to differ, made before the clock starts. */
const people = Array.from({ length: 1_000 }, (_, at) => factsOf(at))
const someone = (turn: number): Facts => people[turn % people.length] ?? {}

/** Of what is known of a person, that which one rule asks for. */
const factsFor = (rule: AnyRule, facts: Facts): object => Object.fromEntries(rule.facts.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])))

/** One question as it comes from outside: facts read and checked, the rule asked, the answer put into words. */
function question(): Line {
  const turns = ROUNDS * rules.length
  let refused = 0
  const asked = Array.from({ length: ROUNDS }, (_, round) => rules.map((rule) => ({ rule, facts: factsFor(rule, someone(round)) }))).flat()
  const { mean, p95 } = timed(turns, (turn) => {
    const one = asked[turn]
    if (one === undefined) return
    const answer = askRule(one.rule as never, one.facts, on, grounds) // reason for the cast: the registry forgets what each rule needs
    if (answer.ok) explain(answer.value, 'nb'); else refused++
  })
  return { what: `one rule question, ${rules.length} rules in turn, in words`, measured: `mean ${fine(mean)}, p95 ${fine(p95)}`, bar: '≤ 1 ms', met: p95 <= 1 && refused < turns, note: `${refused} of ${turns} refused as impossible` }
}

/** The same without words and without reading: what other slices do with facts they have. */
function decision(): Line {
  const { mean, p95 } = timed(ROUNDS * rules.length, (turn) => {
    const rule = rules[turn % rules.length]
    if (rule !== undefined) decideRule(rule as never, someone(turn), on, grounds) // reason for the cast: the registry forgets what each rule needs
  })
  return { what: 'one rule decided, facts already read', measured: `mean ${fine(mean)}, p95 ${fine(p95)}`, bar: '–' }
}

function picture(): Line {
  const { mean, p95 } = timed(5_000, (turn) => { rightsPicture(someone(turn), on, grounds) })
  return { what: 'the whole picture of rights for one person', measured: `mean ${fine(mean)}, p95 ${fine(p95)}`, bar: '≤ 5 ms', met: p95 <= 5 }
}

/** Everybody anew, as after a change of the law: each core takes its part. */
async function everybody(): Promise<Line> {
  const [started, processor] = [performance.now(), process.cpuUsage()]
  const parts = Array.from({ length: CORES }, (_, core) => new Worker(new URL('rules-worker.ts', import.meta.url), { workerData: { from: core * PEOPLE / CORES, to: (core + 1) * PEOPLE / CORES } }))
  const decided = await Promise.all(parts.map(async (part) => z.int().parse((await once(part, 'message'))[0])))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(processor)
  return { what: `the rights of ${PEOPLE.toLocaleString('en')} people recomputed on ${CORES} cores`, measured: `${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time (${decided.reduce((sum, one) => sum + one, 0).toLocaleString('en')} answers decided)`, bar: '≤ 60 s', met: seconds <= 60 }
}

/** The rules alone: no database, no server. */
export const askRules = async (): Promise<Line[]> => [question(), decision(), picture(), await everybody()]
