/** One event of a calendar file; times are of the clock in Norway. */
export type CalendarEvent = { uid: string; day: string; from: string; minutes: number; title: string; place: string | null; description: string | null }

const MOST_OCTETS = 75
const encoder = new TextEncoder()

/** Text as RFC 5545 § 3.3.11 writes it: backslash, comma, semicolon and line breaks are escaped; other control characters have no place. */
export const escapeText = (text: string): string =>
  Array.from(text.replace(/\r\n?/g, '\n')).filter((sign) => sign === '\n' || sign >= ' ').join('').replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')

/** A content line, folded so that none is longer than 75 octets, and never within a character (RFC 5545 § 3.1). */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > MOST_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Norwegian clock: summer time from the last Sunday of March to the last of October. */
const osloZone = ['BEGIN:VTIMEZONE', 'TZID:Europe/Oslo',
  'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'END:STANDARD',
  'BEGIN:DAYLIGHT', 'DTSTART:19700329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'END:DAYLIGHT', 'END:VTIMEZONE']

const local = (day: string, time: string): string => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const ends = ({ day, from, minutes }: CalendarEvent): string => {
  const end = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + minutes
  return local(new Date(Date.parse(day) + Math.floor(end / 1440) * 86_400_000).toISOString().slice(0, 10), clock(end))
}

const eventLines = (event: CalendarEvent, stamp: string): string[] => [
  'BEGIN:VEVENT', `UID:${escapeText(event.uid)}`, `DTSTAMP:${stamp}`, `DTSTART;TZID=Europe/Oslo:${local(event.day, event.from)}`, `DTEND;TZID=Europe/Oslo:${ends(event)}`,
  `SUMMARY:${escapeText(event.title)}`, ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []), ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []), 'END:VEVENT']

/** A calendar file (RFC 5545). `now` is the moment it is made; the same event has the same UID in every file, so that a calendar replaces it. */
export function calendarFile(name: string, events: readonly CalendarEvent[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Fotfeste//Week//NO', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escapeText(name)}`, 'X-WR-TIMEZONE:Europe/Oslo',
    ...osloZone, ...events.flatMap((event) => eventLines(event, stamp)), 'END:VCALENDAR']
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}
