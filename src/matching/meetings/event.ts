/**
 * A day on which employers and participants meet: who is there when, who wishes to meet whom, and what stands already.
 * Slots are numbered in clock time; `present[s]` says whether somebody is there in the whole of slot `s`. Ids are unique within their list.
 */
export type MeetingEvent = {
  /** The rounds, in order and apart; a break is the time between two. Minutes from midnight. */
  slots: Slot[]
  employers: Employer[]
  participants: Participant[]
  interpreters: Interpreter[]
  rooms: Room[]
  wishes: Wish[]
  /** Meetings that stand, whatever the rest says: what has been held, and what somebody has pinned. */
  fixed: FixedMeeting[]
}

export type Slot = { from: number; to: number }

export type Employer = {
  id: string
  /** Tables it meets people at, at once; they are numbered from 0. */
  tables: number
  room: string
  present: boolean[]
  /** Most meetings it wants in all; without it as many as there are tables and slots. */
  most?: number
  /** Tables that are gone from a slot on. */
  closed?: { table: number; from: number }[]
}

export type Participant = {
  id: string
  present: boolean[]
  /** Most meetings, and how many are to be hers before others get more. */
  most: number
  least: number
  /** She needs an interpreter for this language in each meeting. */
  language?: string
}

export type Interpreter = { id: string; languages: string[]; present: boolean[] }

export type Room = {
  id: string
  /** Where it is, in metres, so that walks between rooms are short. */
  at: [number, number]
  /** How many meetings it holds at once; without it as many as there are tables in it. */
  tables?: number
}

/** How much each side wants it: 0 has not said, 1 gladly, 3 above all. A "no" of either side is not in the list. */
export type Wish = { participant: string; employer: string; byParticipant: Interest; byEmployer: Interest }
export type Interest = 0 | 1 | 2 | 3

export type FixedMeeting = { participant: string; employer: string; slot: number; table: number; interpreter?: string }

export type Meeting = FixedMeeting & { room: string }

/** Why somebody has fewer meetings than her minimum: she wishes (or is wished) too little, is there too little, or seats or interpreters are taken. */
export type LackReason = 'fewWishes' | 'fewSlots' | 'noInterpreter' | 'seatsTaken'

export type MeetingPlan = {
  /** By slot, employer and table. */
  meetings: Meeting[]
  /** The mutual interest of all meetings together: `interestOf` of each. */
  value: number
  /** No plan with as few lacking meetings is worth more; equal to `value` when the plan is proved to be the best. */
  upperBound: number
  /** Those below their minimum, and how many meetings each lacks. */
  without: { participant: string; lacks: number; why: LackReason }[]
  /** Empty slots between participants' first and last meetings, added up. */
  idle: number
  /** Empty slots between tables' first and last meetings, added up. */
  idleTables: number
  /** Metres participants walk between rooms from one meeting to the next, added up. */
  walk: number
}

/** What happens on the day. `from` is the first slot it holds for. */
export type Change =
  /** Somebody comes late, leaves early, does not come, or comes after all: there in these slots, from `from` on. */
  | { kind: 'participant' | 'employer' | 'interpreter'; id: string; from: number; present: boolean[] }
  | { kind: 'tableGone'; employer: string; table: number; from: number }

/** A meeting that is no longer where it was; `to` is absent when it is lost. */
export type Moved = { participant: string; employer: string; from: number; to?: number; why: 'mustMove' | 'madeWay' }

export type Replanned = {
  /** The event after the changes; its `fixed` also holds what has been held. */
  event: MeetingEvent
  plan: MeetingPlan
  moved: Moved[]
  /** New meetings in what became free. */
  added: Meeting[]
  /** Meetings that stand, with another interpreter or at another table. */
  adjusted: Meeting[]
}

/** What a meeting is worth, 1 … 16: most when both want it, so that a wish of one side alone yields to one that is shared. */
export const interestOf = ({ byParticipant, byEmployer }: Pick<Wish, 'byParticipant' | 'byEmployer'>): number => (1 + byParticipant) * (1 + byEmployer)
