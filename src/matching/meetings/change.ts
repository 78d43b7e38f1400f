import type { Change, MeetingEvent } from './event.ts'

const later = (old: readonly boolean[], now: readonly boolean[], from: number): boolean[] => old.map((was, s) => (s < from ? was : now[s] ?? false))

const withPresence = <T extends { id: string; present: boolean[] }>(all: T[], change: { id: string; from: number; present: boolean[] }): T[] =>
  all.map((one) => (one.id === change.id ? { ...one, present: later(one.present, change.present, change.from) } : one))

function changedBy(event: MeetingEvent, change: Change): MeetingEvent {
  switch (change.kind) {
    case 'participant': return { ...event, participants: withPresence(event.participants, change) }
    case 'employer': return { ...event, employers: withPresence(event.employers, change) }
    case 'interpreter': return { ...event, interpreters: withPresence(event.interpreters, change) }
    case 'tableGone': return { ...event, employers: event.employers.map((one) => (one.id === change.employer ? { ...one, closed: [...one.closed ?? [], { table: change.table, from: change.from }] } : one)) }
  }
}

/** The event after what has happened; what was fixed is not looked at (`replan` does). */
export const changed = (event: MeetingEvent, changes: readonly Change[]): MeetingEvent => changes.reduce(changedBy, event)

/** Nobody of this list: for a no-show from a slot on. */
export const away = (slots: number): boolean[] => Array.from({ length: slots }, () => false)
