import { faultInWords, faultOf, HEAVIEST, type Instance } from './instance.ts'

/** A problem as it was read: the instance, which way its weights count, and what its sides are called. */
export type Problem = { instance: Instance; sense: 'max' | 'min'; leftNames?: readonly string[]; rightNames?: readonly string[]; groups: number }
export type Read = { ok: true; problem: Problem } | { ok: false; reasons: string[] }

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const FIELDS = ['sense', 'left', 'right', 'capacity', 'groups', 'limits', 'edges', 'mustAssignAll']
const MOST_REASONS = 20

type Side = { size: number; names?: string[]; index: (value: unknown) => number }

/** One side: how many, or a list of names; a member is given by number or by name. */
function sideOf(value: unknown, field: string, reasons: string[]): Side {
  if (isWhole(value) && value >= 0) return { size: value, index: (one) => (isWhole(one) && one >= 0 && one < value ? one : -1) }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    const byName = new Map(value.map((name, at) => [name, at]))
    if (byName.size === value.length) return { size: value.length, names: value, index: (one) => (typeof one === 'string' ? byName.get(one) ?? -1 : -1) }
    reasons.push(`${field}: each name may stand once.`)
  } else reasons.push(`${field} is how many there are, or a list of names.`)
  return { size: 0, index: () => -1 }
}

function readCapacity(value: unknown, size: number, reasons: string[]): number[] {
  if (value === undefined) return Array.from({ length: size }, () => 1)
  if (isWhole(value) && value >= 0) return Array.from({ length: size }, () => value)
  if (Array.isArray(value) && value.length === size && value.every((one) => isWhole(one) && one >= 0)) return value
  reasons.push(`capacity is a whole number from 0, or a list of ${size} of them, one for each on the right.`)
  return []
}

/** Limits of groups, and the group each lies in; then the group of each on the right. */
function readTree({ groups, limits }: Record<string, unknown>, size: number, reasons: string[]): { limit: number[]; parent: number[] } {
  if (groups === undefined && limits === undefined) return { limit: [], parent: Array.from({ length: size }, () => -1) }
  const isGroup = (one: unknown, count: number): boolean => one === null || (isWhole(one) && one >= 0 && one < count)
  const isLimit = (one: unknown): boolean => (isWhole(one) && one >= 0) || (isRecord(one) && isWhole(one['limit']) && one['limit'] >= 0 && isGroup(one['in'] ?? null, Array.isArray(limits) ? limits.length : 0))
  if (!Array.isArray(limits) || !limits.every(isLimit)) { reasons.push('limits is a list with one entry for each group: a whole number from 0, or { "limit": number, "in": number of the group it lies in }.'); return { limit: [], parent: [] } }
  if (!Array.isArray(groups) || groups.length !== size || !groups.every((one) => isGroup(one, limits.length))) { reasons.push(`groups is a list of ${size}, one for each on the right: the number of its group in limits, or null.`); return { limit: [], parent: [] } }
  const nodeOf = (one: unknown): number => (isWhole(one) ? size + one : -1)
  return { limit: limits.map((one) => (isRecord(one) ? Number(one['limit']) : Number(one))), parent: [...groups.map(nodeOf), ...limits.map((one) => nodeOf(isRecord(one) ? one['in'] : null))] }
}

function readEdges(edges: unknown, left: Side, right: Side, sign: number, reasons: string[]): Pick<Instance, 'rowStart' | 'place' | 'weight'> {
  const list = Array.isArray(edges) ? edges : []
  if (!Array.isArray(edges)) reasons.push('edges is a list of [left, right, weight].')
  const [from, to, weights] = [new Int32Array(list.length), new Int32Array(list.length), new Int32Array(list.length)]
  const rowStart = new Int32Array(left.size + 1)
  list.forEach((edge: unknown, at) => {
    const [l, r, w] = Array.isArray(edge) ? edge : []
    from[at] = left.index(l)
    to[at] = right.index(r)
    if (reasons.length >= MOST_REASONS) return
    if (!Array.isArray(edge) || edge.length !== 3) reasons.push(`edges[${at}] is not [left, right, weight].`)
    else if (from[at] === -1) reasons.push(`edges[${at}]: ${JSON.stringify(l)} is not on the left.`)
    else if (to[at] === -1) reasons.push(`edges[${at}]: ${JSON.stringify(r)} is not on the right.`)
    else if (!isWhole(w) || Math.abs(w) > HEAVIEST) reasons.push(`edges[${at}]: the weight is a whole number of at most ${HEAVIEST}.`)
    else { weights[at] = sign * w; rowStart[from[at]! + 1]!++ }
  })
  if (reasons.length > 0) return { rowStart, place: to, weight: weights }
  for (let i = 0; i < left.size; i++) rowStart[i + 1]! += rowStart[i]!
  const at = rowStart.slice()
  const [place, weight] = [new Int32Array(list.length), new Int32Array(list.length)]
  for (let e = 0; e < list.length; e++) { const row = at[from[e]!]!++; place[row] = to[e]!; weight[row] = weights[e]! }
  return { rowStart, place, weight }
}

/** Reads a problem from JSON (README.md says what it holds); every reason why it cannot be, up to twenty. */
export function readProblem(json: unknown): Read {
  if (!isRecord(json)) return { ok: false, reasons: ['The file is not an object { sense, left, right, edges, … }.'] }
  const reasons = Object.keys(json).filter((name) => !FIELDS.includes(name)).map((name) => `There is no field ${JSON.stringify(name)}. There are: ${FIELDS.join(', ')}.`)
  const { sense, mustAssignAll = false } = json
  if (sense !== 'max' && sense !== 'min') reasons.push('sense is "max" or "min".')
  if (typeof mustAssignAll !== 'boolean') reasons.push('mustAssignAll is true or false.')
  const [left, right] = [sideOf(json['left'], 'left', reasons), sideOf(json['right'], 'right', reasons)]
  const capacity = readCapacity(json['capacity'], right.size, reasons)
  const { limit, parent } = readTree(json, right.size, reasons)
  const edges = readEdges(json['edges'], left, right, sense === 'min' ? -1 : 1, reasons)
  if (reasons.length > 0) return { ok: false, reasons }
  const instance: Instance = { people: left.size, places: right.size, ...edges, capacity: Int32Array.from([...capacity, ...limit]), parent: Int32Array.from(parent), mustPlaceAll: mustAssignAll === true }
  const fault = faultOf(instance)
  if (fault) return { ok: false, reasons: [faultInWords(fault)] }
  return { ok: true, problem: { instance, sense: sense === 'min' ? 'min' : 'max', leftNames: left.names, rightNames: right.names, groups: limit.length } }
}

/** Reads the binary form: little-endian 32-bit numbers N, M, E, G; row starts; places; weights; seats; the employer of each place; employers' limits. */
export function readBinary(bytes: Uint8Array): Read {
  if (bytes.byteLength < 16 || bytes.byteLength % 4 !== 0) return { ok: false, reasons: ['The file is too short, or cut off.'] }
  const all = new Int32Array(bytes.slice().buffer)
  const [people = 0, places = 0, edges = 0, groups = 0] = all
  const sizes = [people + 1, edges, edges, places, places, groups]
  if ([people, places, edges, groups].some((one) => one < 0) || sizes.reduce((sum, one) => sum + one, 4) !== all.length) return { ok: false, reasons: ['The file is not as long as its first four numbers say.'] }
  let at = 4
  const [rowStart, place, weight, seats, employer, limits] = sizes.map((size) => all.subarray(at, (at += size)))
  if (!rowStart || !place || !weight || !seats || !employer || !limits) return { ok: false, reasons: ['The file is cut off.'] }
  const parent = new Int32Array(places + groups).fill(-1)
  if (groups > 0) employer.forEach((group, j) => { parent[j] = group >= 0 && group < groups ? places + group : places + groups })
  const capacity = new Int32Array(places + groups)
  capacity.set(seats)
  capacity.set(limits, places)
  const instance: Instance = { people, places, rowStart, place, weight, capacity, parent, mustPlaceAll: false }
  const fault = faultOf(instance)
  return fault ? { ok: false, reasons: [`${faultInWords(fault)} (at ${fault.at})`] } : { ok: true, problem: { instance, sense: 'max', groups } }
}
