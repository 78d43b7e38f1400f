import type { Wall } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { stylePath } from '#platform/page-style.ts'
import { dayNameText, directionOf, serverLocales } from '#platform/texts.ts'
import { momentInNorway } from '#shared/date.ts'
import { drawn, picture, sprite } from '../pictures.ts'
import { contentHash } from './content-hash.ts'
import { liveScript } from './live-region.ts'
import { meetingStyle } from './meeting-style.ts'
import type { WallText } from './wall-texts.ts'
import { wallTexts } from './wall-texts.ts'

type Round = NonNullable<Wall['now']>
/** After every number. */
const NOBODY = 1_000_000
type Seat = { employerName: string; table: number; room: Round['meetings'][number]['room']; now: number | null; next: number | null }

/** As many as are readable from ten metres on one screen. */
const MOST_ON_SCREEN = 20

/** The tables in use now or next, each with the two numbers, in the order of the numbers that are there now: one looks for one's own. */
function seatsOf({ now, next }: Wall): Seat[] {
  const seats = new Map<string, Seat>()
  for (const [when, round] of [['now', now], ['next', next]] as const) {
    for (const { number, employerName, table, room } of round?.meetings ?? []) {
      const key = JSON.stringify([employerName, table])
      const seat: Seat = seats.get(key) ?? { employerName, table, room, now: null, next: null }
      seats.set(key, { ...seat, room: when === 'now' ? room : seat.room, [when]: number })
    }
  }
  return [...seats.values()].toSorted((a, b) => (a.now ?? NOBODY) - (b.now ?? NOBODY) || (a.next ?? 0) - (b.next ?? 0))
}

const turns = (key: WallText, params?: Record<string, string>): Html => html`<span data-turns class="wall__turns">${serverLocales.map((locale, index) => html`<span lang="${locale}" dir="${directionOf(locale)}"${index > 0 && html` hidden`}>${wallTexts(locale)(key, params)}</span>`)}</span>`

/** What is of one of the two rounds: the device makes it past, now or next as the clock goes, also without network. */
const ofRound = (wall: Wall, when: 'now' | 'next'): Html => {
  const round = wall[when]
  return html`data-state="${when}" data-from="${round && momentInNorway(wall.onDate, round.from).toISOString()}" data-to="${round && momentInNorway(wall.onDate, round.to).toISOString()}"`
}

function drawSeat(wall: Wall, { employerName, table, room, now, next }: Seat): Html {
  const number = (when: 'now' | 'next', value: number | null): Html | false => value !== null && html`<strong class="seat__number" ${ofRound(wall, when)}>${drawn('handOver', 30)}<bdi>${value}</bdi></strong>`
  return html`<li class="seat"><p class="seat__where">${room !== null && drawn(room.picture, 44)}<span class="seat__name"><bdi lang="nb">${employerName}</bdi></span><span class="seat__table">${drawn('table', 32)}<bdi>${table}</bdi></span></p><p class="seat__numbers">${number('now', now)}${number('next', next)}</p></li>`
}

function head(wall: Wall): Html {
  const { now, next, state } = wall
  if (state === 'closed' || (now === null && next === null)) return html`<p class="wall__big">${turns('over')}</p>`
  const round = (when: 'now' | 'next', times: string): Html => html`<span class="wall__round" ${ofRound(wall, when)}><span class="is-next">${drawn('handOver', 40)}${turns('next')}</span><span class="is-now">${turns('now')}</span><bdi>${times}</bdi></span>`
  if (now === null) return html`<p class="wall__big">${turns('begins', { time: next?.from ?? '' })}</p>`
  return html`<p class="wall__big">${round('now', `${now.from}–${now.to}`)}${next !== null && round('next', `${next.from}–${next.to}`)}</p>`
}

function pages(wall: Wall, seats: readonly Seat[]): Html {
  const count = Math.ceil(seats.length / MOST_ON_SCREEN)
  const each = Math.ceil(seats.length / Math.max(count, 1))
  return html`<div data-turns>${Array.from({ length: count }, (_, index) => html`<ol class="seats" data-size="${each > 9 ? 'small' : 'large'}"${index > 0 && html` hidden`}>${seats.slice(index * each, (index + 1) * each).map((seat) => drawSeat(wall, seat))}</ol>`)}</div>`
}

/** The screen on the wall: which number is at which table now and next, readable from ten metres; no names of people. It stands on its own. */
export function wallPage(wall: Wall): string {
  const t = wallTexts('nb')
  const seats = seatsOf(wall)
  const { clock: _, ...shown } = wall
  return html`<!doctype html>
<html lang="nb" dir="ltr" data-color-scheme="dark"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="same-origin"><title>${wall.title}</title>
<link rel="icon" type="image/svg+xml" href="/plain/icon.svg"><link rel="stylesheet" href="${stylePath()}"><link rel="stylesheet" href="${meetingStyle().path}"><noscript><meta http-equiv="refresh" content="20"></noscript><script src="${liveScript}" defer></script></head>
<body class="wall">${sprite('table', 'handOver', ...new Set(seats.flatMap(({ room }) => (room === null ? [] : [room.picture]))))}<header class="wall__top"><h1><bdi>${wall.title}</bdi> <small>${dayNameText('nb', wall.onDate)}</small><span>${turns('find')}</span></h1><p class="wall__lost" data-lost hidden role="status">${picture('noNetwork', 44)}<span data-at>${t('lost', { time: wall.clock })}</span></p><p class="wall__clock" data-clock>${wall.clock}</p></header>
<main><div data-live="10" data-keep data-signature="${contentHash(shown)}" data-plan="" data-group>${head(wall)}${pages(wall, seats)}</div></main></body></html>
`.text
}
