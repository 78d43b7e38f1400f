import type { Actor, Database } from '#platform/db.ts'
import type { Html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'

/** Somebody behind an open link. */
export type Visit = { db: Database; actor: Actor; now: Date; locale: ServerLocale }

/** What a link is for: `show` draws without using it up, `act` carries out what was posted. */
export type LinkPage = {
  show: (visit: Visit) => Promise<{ title: string; body: Html }>
  act: (visit: Visit, fields: Record<string, string | undefined>) => Promise<{ title: string; body: Html }>
}
