import type { Database } from './db.ts'
import { failure, log } from './log.ts'

export type DoorEvent = 'link_unknown' | 'link_expired' | 'link_used' | 'link_revoked' | 'sign_in_unknown' | 'sign_in_failed' | 'sign_in_limited'

/** Notes what happened before anybody was known. A note that cannot be written stops nobody. */
export const noteAtDoor = (db: Database, event: DoorEvent, detail: Record<string, string> = {}): Promise<void> =>
  db.staff.query('select app.note_at_door($1, $2)', [event, detail]).then(() => undefined, (error: unknown) => log.warn('door.note', failure(error)))
