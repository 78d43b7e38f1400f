import type { PlainDate } from '#shared/date.ts'
import { clockInNorway, dayInNorway } from '#shared/date.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { picture } from '../pictures.ts'

/** Script that keeps a page of the day fresh; without it the page asks to be fetched again. */
export const liveScript = '/plain/meeting-live.js'
export const queueScript = '/plain/meeting-queue.js'
export const workerScript = '/plain/meeting-worker.js'

type Live = {
  /** Changes when anything on the page does; `plan` when the times or tables do. */
  signature: string
  plan: string
  seconds: number
  /** Whether the device may keep the page for when the network is away. */
  keep: boolean
  /** What is said when the plan has changed, when the network is away, and of how old the page is. */
  told: string
  lost: string
  every: string
  /** Why the last press was not taken, where there is no script to say it. */
  refused?: string
  above?: Html
  body: Html
}

/** The time now, on the day itself alone: beside another date it would be read as when it begins. */
export const clockNow = (onDate: PlainDate, now: Date, label = ''): Html | false => dayInNorway(now) === onDate && html`<span>${picture('clock', 24)}${label !== '' && html`<span class="ds-sr-only">${label} </span>`}<bdi dir="ltr" class="day-line__clock" data-clock>${clockInNorway(now)}</bdi></span>`

/** The part of a page that `live.browser.js` keeps fresh, with what it says around it. */
export const liveRegion = ({ signature, plan, seconds, keep, told, lost, every, refused, above, body }: Live): Html => html`${refused !== undefined && html`<div class="ds-alert" data-color="danger" role="alert"><p>${refused}</p></div>`}${above}
<div class="lost" data-lost hidden role="status"><p>${picture('noNetwork', 28)}<span data-at>${lost}</span></p></div>
<div class="ds-alert" data-color="info" data-told="${told}" hidden role="alert"></div>
<div data-live="${seconds}" data-signature="${signature}" data-plan="${plan}"${keep && html` data-keep`}>${body}</div>
<p class="plain__quiet" data-at>${every}</p>`
