import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

let made: { path: string; css: string } | undefined

/** The style sheet of the meeting day's pages, made once: others need not carry it. */
export const meetingStyle = (): { path: string; css: string } => {
  const css = made?.css ?? readFileSync(new URL('meeting.css', import.meta.url), 'utf8')
  return (made ??= { css, path: `/plain/meeting-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css` })
}
