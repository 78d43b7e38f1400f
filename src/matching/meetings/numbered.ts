import { interestOf, type MeetingEvent } from './event.ts'

/**
 * An event in numbers. A row is one table of one employer; the rows of employer `e` are `rowStart[e] … rowStart[e+1]-1`.
 * A pair is a participant and an employer who may meet; those of participant `p` are `pairStart[p] … pairStart[p+1]-1`.
 * What is asked for each slot lies at `[one * slots + slot]`.
 */
export type Numbered = {
  slots: number
  people: number
  employers: number
  rows: number
  rooms: number
  interpreters: number
  pairs: number
  isThere: Uint8Array
  most: Int32Array
  least: Int32Array
  /** The interpreters who speak what she needs; undefined when she needs none. */
  helpers: (Int32Array | undefined)[]
  isHelperThere: Uint8Array
  rowStart: Int32Array
  isOpen: Uint8Array
  employerMost: Int32Array
  roomOf: Int32Array
  roomMost: Int32Array
  metres: Float64Array
  pairStart: Int32Array
  personOf: Int32Array
  employerOf: Int32Array
  worth: Int32Array
  /** What the last meeting of a minimum counts beside its worth (more than all worth together), and the largest minimum. */
  band: { step: number; count: number }
  fixed: { pair: number; slot: number; row: number; helper: number }[]
}

export const indexOf = (all: readonly { id: string }[]): Map<string, number> => new Map(all.map(({ id }, at) => [id, at]))

const spread = (all: readonly { present: boolean[] }[], slots: number): Uint8Array => {
  const there = new Uint8Array(all.length * slots)
  all.forEach(({ present }, at) => present.forEach((is, s) => { if (is) there[at * slots + s] = 1 }))
  return there
}

/** The tables of each employer one after another, and in which slots each may be used. */
function tablesOf({ slots, employers }: MeetingEvent): Pick<Numbered, 'rows' | 'rowStart' | 'isOpen'> {
  const rowStart = new Int32Array(employers.length + 1)
  employers.forEach(({ tables }, e) => { rowStart[e + 1] = rowStart[e]! + tables })
  const isOpen = new Uint8Array(rowStart[employers.length]! * slots.length)
  employers.forEach(({ tables, present, closed = [] }, e) => {
    for (let t = 0; t < tables; t++) {
      const until = Math.min(slots.length, ...closed.filter(({ table }) => table === t).map(({ from }) => from))
      for (let s = 0; s < until; s++) if (present[s]) isOpen[(rowStart[e]! + t) * slots.length + s] = 1
    }
  })
  return { rows: rowStart[employers.length]!, rowStart, isOpen }
}

function roomsOf({ employers, rooms }: MeetingEvent): Pick<Numbered, 'rooms' | 'roomOf' | 'roomMost' | 'metres'> {
  const at = indexOf(rooms)
  const inRoom = new Int32Array(rooms.length)
  const roomOf = Int32Array.from(employers, ({ room }) => at.get(room) ?? 0)
  employers.forEach(({ tables }, e) => { inRoom[roomOf[e]!]! += tables })
  const metres = Float64Array.from({ length: rooms.length ** 2 }, (_, n) => {
    const [[x, y], [u, v]] = [rooms[Math.floor(n / rooms.length)]!.at, rooms[n % rooms.length]!.at]
    return Math.round(Math.hypot(x - u, y - v))
  })
  return { rooms: rooms.length, roomOf, roomMost: Int32Array.from(rooms, ({ tables }, r) => Math.min(tables ?? inRoom[r]!, inRoom[r]!)), metres }
}

/** The pairs of each participant: her wishes, and what is fixed without a wish, which is worth nothing. */
function pairsOf({ participants, employers, wishes, fixed }: MeetingEvent): Pick<Numbered, 'pairs' | 'pairStart' | 'personOf' | 'employerOf' | 'worth'> {
  const [person, employer] = [indexOf(participants), indexOf(employers)]
  const rows = participants.map(() => new Map<number, number>())
  for (const wish of wishes) rows[person.get(wish.participant)!]!.set(employer.get(wish.employer)!, interestOf(wish))
  for (const one of fixed) { const row = rows[person.get(one.participant)!]!; const e = employer.get(one.employer)!; if (!row.has(e)) row.set(e, 0) }
  const pairStart = new Int32Array(rows.length + 1)
  rows.forEach((row, p) => { pairStart[p + 1] = pairStart[p]! + row.size })
  const all = rows.flatMap((row, p) => [...row].map(([e, worth]) => ({ p, e, worth })))
  return { pairs: all.length, pairStart, personOf: Int32Array.from(all, ({ p }) => p), employerOf: Int32Array.from(all, ({ e }) => e), worth: Int32Array.from(all, ({ worth }) => worth) }
}

export function pairOf({ pairStart, employerOf }: Pick<Numbered, 'pairStart' | 'employerOf'>, p: number, e: number): number {
  for (let x = pairStart[p]!; x < pairStart[p + 1]!; x++) if (employerOf[x] === e) return x
  return -1
}

/** What a participant's nth meeting counts beside its worth, as far as her minimum goes: the first of all more than the second of any (`bandsOf`). */
export const bandOf = ({ band: { step, count }, least }: Numbered, p: number, nth: number): number => (nth <= least[p]! ? (count + 1 - nth) * step : 0)

const sum = (all: Int32Array): number => all.reduce((total, one) => total + one, 0)
const largest = (all: Int32Array): number => all.reduce((most, one) => Math.max(most, one), 0)

/** The event in numbers. Only for an event `whatIsWrong` finds nothing in. */
export function numbered(event: MeetingEvent): Numbered {
  const { slots, participants, employers, interpreters, fixed } = event
  const [person, employer, helper] = [indexOf(participants), indexOf(employers), indexOf(interpreters)]
  const [tables, pairs] = [tablesOf(event), pairsOf(event)]
  const speaking = new Map<string, Int32Array>()
  for (const language of new Set(participants.flatMap((one) => one.language ?? []))) speaking.set(language, Int32Array.from(interpreters.flatMap(({ languages }, k) => (languages.includes(language) ? [k] : []))))
  const most = Int32Array.from(participants, (one) => Math.min(one.most, slots.length))
  const least = Int32Array.from(participants, (one) => Math.min(one.least, one.most, slots.length))
  return { slots: slots.length, people: participants.length, employers: employers.length, interpreters: interpreters.length, ...tables, ...roomsOf(event), ...pairs, most, least,
    isThere: spread(participants, slots.length), helpers: participants.map(({ language }) => (language === undefined ? undefined : speaking.get(language))), isHelperThere: spread(interpreters, slots.length),
    employerMost: Int32Array.from(employers, (one) => one.most ?? one.tables * slots.length), band: { step: sum(most) * largest(pairs.worth) + 1, count: largest(least) },
    fixed: fixed.map((one) => ({ pair: pairOf(pairs, person.get(one.participant)!, employer.get(one.employer)!), slot: one.slot, row: tables.rowStart[employer.get(one.employer)!]! + one.table, helper: one.interpreter === undefined ? -1 : helper.get(one.interpreter)! })) }
}
