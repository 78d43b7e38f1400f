import type { Actor, Database } from '#platform/db.ts'
import type { Html, PlainPage } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'

/** Somebody behind an open link; `path` is the link's own address on this site. */
export type Visit = { db: Database; actor: Actor; now: Date; locale: ServerLocale; path: string }
export type Fields = Record<string, string | undefined>

/** A page within the frame of mailed links; `whole` is one that has a frame of its own, `to` another page that is looked for now. */
export type Drawn = { title: string; body: Html; whole?: string; to?: string } & Pick<PlainPage, 'scripts' | 'styles' | 'refreshSeconds'>

/** What a link is for: `show` draws without using it up, `act` carries out what was posted. */
export type LinkPage = {
  show: (visit: Visit) => Promise<Drawn>
  act: (visit: Visit, fields: Fields) => Promise<Drawn>
}
