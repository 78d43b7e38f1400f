import type { PlainDate } from '#shared/date.ts'

/** A place in a room: counted from the door, columns from the left, rows from the door inwards. */
export type Spot = { table: string; column: number; row: number }
/** The room as drawn, where the municipality has said how its tables stand. */
export type Floor = { room: string; spots: readonly Spot[] }

/** What a meeting day is, for everybody who comes. Clock times are local, `HH:MM`. */
export type DayFacts = { id: string; name: string; onDay: PlainDate; from: string; to: string; place: string; replyBy: PlainDate | null; state: 'planned' | 'over' | 'cancelled' }

/** One stretch of somebody's day; `was` is where it stood before it was moved. */
export type Stop = {
  key: string
  from: string
  to: string
  kind: 'talk' | 'break' | 'second'
  table: string | null
  room: string | null
  /** Employer, as the guest reads it. */
  withWhom: string | null
  interpreter: boolean
  isMoved: boolean
}

export type StopState = 'past' | 'now' | 'next' | 'later'
