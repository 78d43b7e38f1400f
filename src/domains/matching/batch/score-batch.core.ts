import type { PlainDate } from '#shared/date.ts'
import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import { compareSupervision } from '../supervision.core.ts'
import { compareWaiting } from '../waiting.core.ts'
import { startOf } from '../weights/weights.core.ts'
import type { Weights } from '../weights/weights.schema.ts'
import type { AskedSets } from './asked-sets.core.ts'
import { addUp, setsOf } from './asked-sets.core.ts'
import type { Column } from './column.core.ts'
import { fill, valueOf } from './column.core.ts'
import { askedBy, atomsFor } from './place-atoms.core.ts'
import type { Ways } from './way-rows.core.ts'
import { waysFor, wayRow } from './way-rows.core.ts'

/**
 * People and places in columns. Places stand in order of their stop (`order` says which is which), `stopStart` is where each
 * stop begins, `own` what a place is worth to everybody.
 */
export type Batch = {
  people: readonly PersonFacts[]; today: PlainDate; weights: Weights
  order: Int32Array; stopStart: Int32Array; own: Int32Array
  columns: { column: Column; offset: number }[]; worth: Int32Array; ways: Ways
  field: AskedSets; week: AskedSets; body: AskedSets; demands: AskedSets
}

/** Places in order of the stop they are at. */
function byStop(places: readonly OpeningFacts[]): Pick<Batch, 'order' | 'stopStart'> & { stops: OpeningFacts['travel'][] } {
  const groups = new Map<OpeningFacts['travel'], number[]>()
  places.forEach(({ travel }, at) => { const group = groups.get(travel); if (group) group.push(at); else groups.set(travel, [at]) })
  const sorted = [...groups].toSorted(([a], [b]) => ((a?.to.postcode ?? '') < (b?.to.postcode ?? '') ? -1 : 1)).map(([stop, group]) => ({ stop, group }))
  const stopStart = new Int32Array(sorted.length + 1)
  sorted.forEach(({ group }, at) => { stopStart[at + 1] = (stopStart[at] ?? 0) + group.length })
  return { order: Int32Array.from(sorted.flatMap(({ group }) => group)), stopStart, stops: sorted.map(({ stop }) => stop) }
}

/** Puts people and places into columns. */
export function batchOf(people: readonly PersonFacts[], places: readonly OpeningFacts[], today: PlainDate, weights: Weights): Batch {
  const atoms = atomsFor(today, weights)
  const { order, stopStart, stops } = byStop(places)
  const sorted = Array.from(order, (at) => places[at]).filter((place) => place !== undefined)
  const asks = sorted.map((place) => askedBy(place, atoms))
  const { languages, today: _, weights: __, ...rest } = atoms
  let size = 0
  const columns = [...languages.values(), ...Object.values(rest)].map((column) => { const offset = size; size += column.atoms.length; return { column, offset } })
  const offsets = new Map(columns.map(({ column, offset }) => [column, offset]))
  const supervision = { of: weights.points.supervision, shares: weights.shares }
  return {
    people, today, weights, order, stopStart, columns, worth: new Int32Array(size), ways: waysFor(stops, people, weights),
    own: Int32Array.from(sorted, (place) => valueOf(compareSupervision(place, supervision))),
    field: setsOf(asks.map(({ sets: [field] }) => field), offsets), week: setsOf(asks.map(({ sets: [, week] }) => week), offsets), body: setsOf(asks.map(({ sets: [, , body] }) => body), offsets), demands: setsOf(asks.map(({ demands }) => demands), offsets),
  }
}

/** Makes ready for one person: what she is worth to every atom and every list, the way to every stop, and what she has whatever the place. */
function ready(batch: Batch, person: PersonFacts): { base: number; row: Int32Array } {
  for (const { column, offset } of batch.columns) fill(column, person, batch.worth, offset)
  for (const sets of [batch.field, batch.week, batch.body]) addUp(sets, batch.worth)
  const waiting = compareWaiting(person, batch.today, { of: batch.weights.points.waiting, shares: batch.weights.shares })
  return { base: startOf(batch.weights) + valueOf(waiting), row: wayRow(batch.ways, person) }
}

/** Goes through every place that is possible for one person: `at` in the batch's own order, with the score. */
export function eachPossible(batch: Batch, person: PersonFacts, found: (at: number, score: number) => void): number {
  const { own, stopStart, worth, field, week, body, demands } = batch
  const { base, row } = ready(batch, person)
  let possible = 0
  for (let stop = 0; stop < row.length; stop++) {
    const here = base + (row[stop] ?? 0)
    if (here < 1) continue
    const end = stopStart[stop + 1] ?? 0
    for (let at = stopStart[stop] ?? 0; at < end; at++) {
      let score = here + (own[at] ?? 0) + (field.sums[field.of[at] ?? 0] ?? 0) + (week.sums[week.of[at] ?? 0] ?? 0) + (body.sums[body.of[at] ?? 0] ?? 0)
      if (score < 1) continue
      const list = demands.of[at] ?? 0
      const last = demands.start[list + 1] ?? 0
      for (let ask = demands.start[list] ?? 0; ask < last; ask++) score += worth[demands.atoms[ask] ?? 0] ?? 0
      if (score < 1) continue
      possible++
      found(at, score)
    }
  }
  return possible
}

/** The score of one person at every place, in the order the places came in; 0 where it is not possible. */
export function scoresOf(batch: Batch, person: PersonFacts): Int32Array {
  const scores = new Int32Array(batch.order.length)
  eachPossible(batch, person, (at, score) => { scores[batch.order[at] ?? 0] = score })
  return scores
}
