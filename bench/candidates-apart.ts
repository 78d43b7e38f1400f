import { poolOf } from '#matching/apart-pool.ts'
import type { PlainDate } from '#shared/date.ts'
import type { OpeningFacts, PersonFacts } from '#domains/matching/facts.schema.ts'
import type { Weights } from '#domains/matching/weights/weights.schema.ts'
import type { Candidates } from './candidates.ts'

export type ScoreTask = { people: PersonFacts[]; places: OpeningFacts[]; today: PlainDate; weights: Weights; seed: number; most: number }
/** The best places of each person, best first: indices into `places`, and their scores. `possible` counts all pairs that were. */
export type Found = { places: Int32Array[]; scores: Int32Array[]; possible: number }

const run = poolOf(new URL('./score-worker.ts', import.meta.url))

/** Who goes to which thread: those of one postcode together, since the ways from it are looked up once, and postcodes by turn. */
function shared(people: readonly PersonFacts[], threads: number): number[][] {
  const homes = new Map<string, number[]>()
  people.forEach(({ home }, at) => { const postcode = home?.postcode ?? ''; const list = homes.get(postcode); if (list) list.push(at); else homes.set(postcode, [at]) })
  const parts = Array.from({ length: threads }, (): number[] => [])
  for (const list of [...homes.values()].toSorted((a, b) => b.length - a.length)) parts.toSorted((a, b) => a.length - b.length)[0]?.push(...list)
  return parts.filter((part) => part.length > 0)
}

/** The best few places for each of these people, in threads of their own: the one that asks goes on answering others. */
export async function candidatesApart(task: ScoreTask, threads = 1): Promise<Found> {
  const parts = shared(task.people, threads)
  const found = await Promise.all(parts.map((part) => run<Candidates>({ ...task, people: part.flatMap((at) => task.people[at] ?? []) })))
  const all: Found = { places: [], scores: [], possible: 0 }
  found.forEach(({ start, place, score, possible }, which) => {
    all.possible += possible
    parts[which]?.forEach((at, i) => { all.places[at] = place.slice(start[i], start[i + 1]); all.scores[at] = score.slice(start[i], start[i + 1]) })
  })
  return all
}
