import type { ScheduleSlot } from '#shared/schedule.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'

const tags: Record<ServerLocale, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB', uk: 'uk', ar: 'ar' }
/** 4 January 2021 was a Monday. */
const dayName = (locale: ServerLocale, weekday: number): string =>
  new Intl.DateTimeFormat([tags[locale], 'no'], { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2021, 0, 3 + weekday)))

const [FROM, TO] = [6 * 60, 20 * 60]
const at = (minutes: number): number => (100 * (Math.min(TO, Math.max(FROM, minutes)) - FROM)) / (TO - FROM)

/** A stretch of a day as a bar between 06 and 20; a night shift shows at the end of the drawing. */
function bar({ from, to }: ScheduleSlot): Html {
  const [start, end] = [at(minutesOf(from)), minutesOf(to) <= minutesOf(from) ? 100 : at(minutesOf(to))]
  return html`<rect x="${Math.min(start, 96)}" y="0" width="${Math.max(4, end - start)}" height="8" rx="2" />`
}

/** The working week, drawn and in words: each day that has work, from when to when. */
export function weekTable(locale: ServerLocale, schedule: readonly ScheduleSlot[], caption: string): Html {
  const days = [...new Set(schedule.map(({ weekday }) => weekday))].toSorted((a, b) => a - b)
  const row = (weekday: number): Html => {
    const slots = schedule.filter((slot) => slot.weekday === weekday).toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
    return html`<tr><th scope="row">${dayName(locale, weekday)}</th><td><bdi dir="ltr">${slots.map(({ from, to }) => `${from}–${to}`).join(', ')}</bdi></td>
<td class="week__drawn" aria-hidden="true"><svg viewBox="0 0 100 8" preserveAspectRatio="none" focusable="false">${slots.map(bar)}</svg></td></tr>`
  }
  return html`<table class="week"><caption class="ds-sr-only">${caption}</caption><tbody>${days.map(row)}</tbody></table>`
}
