import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'

/** A short print of facts (FNV-1a twice, 64 bits in all): the same for the same facts. Not a secret, and nothing is read out of it. */
export function printOf(value: unknown): string {
  const text = JSON.stringify(value)
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 0x01000193)
    other = Math.imul(other ^ code, 0x5bd1e995)
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36)
}

const inOrder = <T>(rows: readonly T[]): T[] => (rows.length < 2 ? [...rows] : rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)))

/** Rows as they are written, in one order: each is written once. */
const inWriting = <T>(rows: readonly T[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1))

/** The facts of a person with every list in one order, whatever order the rows came in. */
export const settledFacts = (facts: PersonFacts): PersonFacts => ({ ...facts, languages: inOrder(facts.languages), papers: inOrder(facts.papers), skills: inOrder(facts.skills), work: inOrder(facts.work), wishes: inOrder(facts.wishes),
  frame: facts.frame && { ...facts.frame, weekdays: inOrder(facts.frame.weekdays), transport: inOrder(facts.frame.transport), cannot: inOrder(facts.frame.cannot) }, week: { care: inOrder(facts.week.care), programme: inOrder(facts.week.programme) } })

/** Places at one postcode share their way, and those of one occupation what is near it: each is printed once. */
const printed = new WeakMap<object, string>()
function printOfShared(shared: object): string {
  const print = printed.get(shared) ?? printOf(shared)
  printed.set(shared, print)
  return print
}

export const printOfOpening = ({ travel, related, ...facts }: OpeningFacts): string =>
  printOf({ ...facts, demands: inWriting(facts.demands), travel: travel && printOfShared(travel), related: related && printOfShared(related) })
