import type { Instance } from './instance.ts'

/** The edges by person and by place, the heaviest first in each, so that a search may stop early. A column is sorted when it is first searched. */
export type SortedEdges = {
  rowStart: Int32Array; rowPlace: Int32Array; rowWeight: Int32Array
  columnStart: Int32Array; columnPerson: Int32Array; columnWeight: Int32Array; isColumnSorted: Uint8Array
}

/** Up to here moving one at a time is quicker than counting. */
const FEW = 96
const BITS = 11
const DIGIT = 2 ** BITS

/** Sorts a stretch of two arrays that belong together by falling weight; what weighs the same keeps its order. */
function sortFew(other: Int32Array, weight: Int32Array, from: number, to: number): void {
  for (let e = from + 1; e < to; e++) {
    const [w, o] = [weight[e]!, other[e]!]
    let at = e
    while (at > from && weight[at - 1]! < w) { weight[at] = weight[at - 1]!; other[at] = other[at - 1]!; at-- }
    weight[at] = w
    other[at] = o
  }
}

/** The same for many, digit by digit. */
function sortMany(other: Int32Array, weight: Int32Array, from: number, to: number): void {
  let [w, o] = [weight.slice(from, to), other.slice(from, to)]
  let [nextW, nextO] = [new Int32Array(w.length), new Int32Array(w.length)]
  let [most, least] = [w[0]!, w[0]!]
  for (const one of w) { if (one > most) most = one; if (one < least) least = one }
  const count = new Int32Array(DIGIT + 1)
  for (let shift = 0; most - least >= 2 ** shift; shift += BITS) {
    count.fill(0)
    for (const one of w) count[(((most - one) >>> shift) & (DIGIT - 1)) + 1]!++
    for (let digit = 0; digit < DIGIT; digit++) count[digit + 1]! += count[digit]!
    for (let e = 0; e < w.length; e++) {
      const at = count[((most - w[e]!) >>> shift) & (DIGIT - 1)]!++
      nextW[at] = w[e]!
      nextO[at] = o[e]!
    }
    ;[w, nextW, o, nextO] = [nextW, w, nextO, o]
  }
  weight.set(w, from)
  other.set(o, from)
}

const sortStretch = (other: Int32Array, weight: Int32Array, from: number, to: number): void => (to - from > FEW ? sortMany : sortFew)(other, weight, from, to)

/** Sorts the edges of an instance by person, and lays them out by place. */
export function sortEdges({ people, places, rowStart, place, weight }: Instance): SortedEdges {
  const [rowPlace, rowWeight] = [place.slice(), weight.slice()]
  const columnStart = new Int32Array(places + 1)
  for (const j of place) columnStart[j + 1]!++
  for (let j = 0; j < places; j++) columnStart[j + 1]! += columnStart[j]!
  const columnAt = columnStart.slice()
  const [columnPerson, columnWeight] = [new Int32Array(place.length), new Int32Array(place.length)]
  for (let i = 0; i < people; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const at = columnAt[place[e]!]!++
      columnPerson[at] = i
      columnWeight[at] = weight[e]!
    }
    sortStretch(rowPlace, rowWeight, rowStart[i]!, rowStart[i + 1]!)
  }
  return { rowStart, rowPlace, rowWeight, columnStart, columnPerson, columnWeight, isColumnSorted: new Uint8Array(places) }
}

/** Sorts the column of a place, once. */
export function sortColumn({ columnStart, columnPerson, columnWeight, isColumnSorted }: SortedEdges, j: number): void {
  if (isColumnSorted[j] === 1) return
  isColumnSorted[j] = 1
  sortStretch(columnPerson, columnWeight, columnStart[j]!, columnStart[j + 1]!)
}
