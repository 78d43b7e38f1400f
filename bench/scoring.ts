import { batchOf } from '#domains/matching/batch/score-batch.core.ts'
import { takeAllCores } from '#matching/apart-pool.ts'
import { matchOne } from '#domains/matching/match.core.ts'
import { defaultWeights } from '#domains/matching/weights/weights.core.ts'
import { plainDate } from '#shared/date.ts'
import { candidatesApart } from './candidates-apart.ts'
import { candidatesOf } from './candidates.ts'
import type { Line } from './measure.ts'
import { person, place } from './scoring-facts.ts'

const [PEOPLE, PLACES, MOST, RUNS, CORES, CHECKED] = [30_000, 20_000, 50, 3, 2, 20]
const today = plainDate('2026-11-27')
const weights = defaultWeights
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
/** Seconds of processor so far, of all threads: what stands beside the clock when others share the cores. */
const processor = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 }
const millions = (count: number): string => `${(count / 1e6).toFixed(1)} M`

/** The scoring alone: no database, no server. Facts of a whole country; making the columns counts in the lists, not in the pairs a second. */
export async function scoring(): Promise<Line[]> {
  takeAllCores()
  const [people, places] = [Array.from({ length: PEOPLE }, (_, at) => person(at)), Array.from({ length: PLACES }, (_, at) => place(at))]
  const made = performance.now()
  const batch = batchOf(people.toSorted((a, b) => ((a.home?.postcode ?? '') < (b.home?.postcode ?? '') ? -1 : 1)), places, today, weights)
  const making = performance.now() - made
  const runs = Array.from({ length: RUNS }, () => {
    const [from, used] = [performance.now(), processor()]
    const { possible } = candidatesOf(batch, places.map(({ id }) => id), MOST, 1)
    return { possible, seconds: (performance.now() - from) / 1000, used: processor() - used }
  })
  const rate = median(runs.map(({ possible, seconds }) => possible / seconds))
  const lists: { seconds: number; used: number; wrong: number }[] = []
  for (let run = 0; run < RUNS; run++) {
    const [from, before] = [performance.now(), processor()]
    const found = await candidatesApart({ people, places, today, weights, seed: 1, most: MOST }, CORES)
    const [seconds, used] = [(performance.now() - from) / 1000, processor() - before]
    const wrong = people.slice(0, CHECKED).filter((one, i) => {
      const scores = places.map((each) => matchOne(one, each, today, weights)).filter(({ verdict }) => verdict !== 'not').map(({ score }) => score).toSorted((a, b) => b - a).slice(0, MOST)
      return scores.join() !== [...found.scores[i] ?? []].join()
    }).length
    lists.push({ seconds, used, wrong })
  }
  const [seconds, wrong] = [median(lists.map((one) => one.seconds)), lists.reduce((sum, one) => sum + one.wrong, 0)]
  return [
    { what: `scoring, one thread: ${PEOPLE.toLocaleString('en')} people against ${PLACES.toLocaleString('en')} places, top ${MOST} kept`, measured: `${millions(rate)} possible pairs a second (${millions(runs[0]?.possible ?? 0)} possible of ${millions(PEOPLE * PLACES)}; ${millions(median(runs.map(({ possible, used }) => possible / used)))} a second of processor; columns made in ${Math.round(making)} ms)`, bar: '≥ 10 M', met: rate >= 10e6 },
    { what: `national candidate lists, top ${MOST}, ${CORES} threads: from facts to lists`, measured: `${seconds.toFixed(2)} s, ${median(lists.map((one) => one.used)).toFixed(1)} s of processor on all threads${wrong === 0 ? `; ${CHECKED} people equal to the explained score at every place` : `, ${wrong} WRONG`}`, bar: '≤ 5 s', met: seconds <= 5 && wrong === 0 },
  ]
}
