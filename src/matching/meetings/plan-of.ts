import type { LackReason, Meeting, MeetingEvent, MeetingPlan } from './event.ts'
import { dayOf } from './short-walks.ts'
import { freeRow, mayMeet } from './seating.ts'
import type { Standing } from './standing.ts'

export function valueOf({ event: { pairs, worth }, slotOf }: Standing): number {
  let sum = 0
  for (let x = 0; x < pairs; x++) if (slotOf[x] !== -1) sum += worth[x]!
  return sum
}

function meetingsOf({ participants, employers, interpreters }: MeetingEvent, { event: { pairs, personOf, employerOf, rowStart }, slotOf, rowOf, helperOf }: Standing): Meeting[] {
  const inOrder = Array.from({ length: pairs }, (_, x) => x).filter((x) => slotOf[x] !== -1).toSorted((x, y) => slotOf[x]! - slotOf[y]! || rowOf[x]! - rowOf[y]!)
  return inOrder.map((x) => {
    const { id, room } = employers[employerOf[x]!]!
    return { participant: participants[personOf[x]!]!.id, employer: id, slot: slotOf[x]!, table: rowOf[x]! - rowStart[employerOf[x]!]!, room, ...(helperOf[x] === -1 ? {} : { interpreter: interpreters[helperOf[x]!]!.id }) }
  })
}

function whyLacking({ event, ...standing }: Standing, p: number): LackReason {
  const { slots, isThere, helpers, isHelperThere, pairStart, least, employerOf, rowStart, isOpen } = event
  const all = Array.from({ length: slots }, (_, s) => s)
  const hers = all.filter((s) => isThere[p * slots + s] === 1)
  if (hers.length < least[p]!) return 'fewSlots'
  const pairs = Array.from({ length: pairStart[p + 1]! - pairStart[p]! }, (_, at) => pairStart[p]! + at)
  const isOpenIn = (x: number, s: number): boolean => isOpen.subarray(rowStart[employerOf[x]!]! * slots).some((open, at) => at < (rowStart[employerOf[x]! + 1]! - rowStart[employerOf[x]!]!) * slots && at % slots === s && open === 1)
  if (pairs.filter((x) => hers.some((s) => isOpenIn(x, s))).length < least[p]!) return 'fewWishes'
  if (helpers[p] && hers.filter((s) => helpers[p]!.some((k) => isHelperThere[k * slots + s] === 1)).length < least[p]!) return 'noInterpreter'
  const isFreeTogether = (x: number, s: number): boolean => standing.slotOf[x] === -1 && mayMeet(event, x, s) && standing.ofPerson[p * slots + s] === -1 && freeRow({ event, ...standing }, employerOf[x]!, s) !== -1
  return helpers[p] && pairs.some((x) => hers.some((s) => isFreeTogether(x, s))) ? 'noInterpreter' : 'seatsTaken'
}

/** Empty slots between the first and the last meeting at each table in which it may be used. */
function idleTables({ event: { rows, slots, isOpen }, ofRow }: Standing): number {
  let idle = 0
  for (let row = 0; row < rows; row++) for (let s = 0, waiting = -1; s < slots; s++) {
    if (ofRow[row * slots + s] !== -1) { idle += Math.max(0, waiting); waiting = 0 } else if (waiting !== -1) waiting += isOpen[row * slots + s]!
  }
  return idle
}

/** The plan in words and times of the event. */
export function planOf(event: MeetingEvent, standing: Standing, upperBound: number): MeetingPlan {
  const { personCount } = standing
  const days = event.participants.map((_, p) => dayOf(standing, p))
  const without = event.participants.flatMap(({ id, least }, p) => (personCount[p]! < least ? [{ participant: id, lacks: least - personCount[p]!, why: whyLacking(standing, p) }] : []))
  return { meetings: meetingsOf(event, standing), value: valueOf(standing), upperBound, without,
    idle: days.reduce((sum, day) => sum + day.idle, 0), idleTables: idleTables(standing), walk: days.reduce((sum, day) => sum + day.walk, 0) }
}
