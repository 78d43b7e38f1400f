import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { clockInNorway, dayInNorway } from '#shared/date.ts'
import { minutesOf } from '#shared/schedule.ts'
import { call } from './api.ts'

const DAY_MINUTES = 1440
const written = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** When rounds of so many minutes in all begin that are yet to come: in an hour; late in the evening as late as the day allows, where some of them may be over. */
export const startToday = (minutes: number, now = new Date()): string => written(Math.min(minutesOf(clockInNorway(now)) + 60, DAY_MINUTES - 1 - minutes))

/** A long round that goes on now, and six short ones after it; late in the evening they are earlier, within the day. */
function roundsAroundNow(): { from: string; to: string }[] {
  const first = Math.min(Math.max(minutesOf(clockInNorway(new Date())) - 10, 0), DAY_MINUTES - 131)
  return [{ from: written(first), to: written(first + 60) }, ...Array.from({ length: 6 }, (_, index) => ({ from: written(first + 60 + index * 10), to: written(first + 70 + index * 10) }))]
}

/** A meeting day of today, made by the colleague on the page: two rooms, employers, and so many participants, invited. */
export async function aMeetingDay(page: Page, { employers, guests }: { employers: readonly string[]; guests: number }) {
  const rounds = roundsAroundNow()
  const dayId = randomUUID()
  await call(page, 'meetings.saveDay', { id: dayId, kind: 'speed_interviews', title: 'Møt arbeidslivet', onDate: dayInNorway(new Date()), place: 'Nordvåg kulturhus', rounds, office: 'Nordvåg voksenopplæring' })
  const rooms = [{ id: randomUUID(), dayId, name: 'Storsalen', picture: 'boat' as const, x: 0, y: 0 }, { id: randomUUID(), dayId, name: 'Peisestua', picture: 'tree' as const, x: 20, y: 0 }]
  for (const room of rooms) await call(page, 'meetings.saveRoom', room)
  const made = employers.map((name, index) => ({ id: randomUUID(), dayId, name, offers: 'Vi ser etter folk som vil lære.', roomId: rooms[index % 2]?.id ?? null, contactEmail: `${index}@bedrift.example.no` }))
  for (const employer of made) await call(page, 'meetings.saveEmployer', employer)
  const { rows } = await call(page, 'meetings.listCandidates', { dayId })
  const chosen = rows.filter(({ hasMail }) => hasMail).slice(0, guests).map(({ personId, personName }) => ({ id: randomUUID(), personId, personName }))
  const languages = [...new Set(rows.flatMap(({ language }) => (language === null ? [] : [language])))]
  if (languages.length > 0) for (const name of ['Tolk Berg', 'Tolk Dal', 'Tolk Eng']) await call(page, 'meetings.saveInterpreter', { id: randomUUID(), dayId, name, languages: languages.slice(0, 20) })
  await call(page, 'meetings.addGuests', { dayId, guests: chosen.map(({ id, personId }) => ({ id, personId })) })
  const versionNow = async (): Promise<number> => (await call(page, 'meetings.getDay', { dayId })).version
  await call(page, 'meetings.sendInvitations', { dayId, version: await versionNow() })
  for (const { id } of made) await call(page, 'meetings.recordReply', { dayId, who: 'employer', id, reply: 'yes', channel: 'phone' })
  return { dayId, rounds, employers: made, guests: chosen,
    linkTo: async (whom: { guestId?: string; employerId?: string }): Promise<string> => (await call(page, 'meetings.makeLink', { dayId, ...whom })).path,
    async begin(): Promise<void> {
      await call(page, 'meetings.makePlan', { dayId, version: await versionNow() })
      await call(page, 'meetings.startDay', { dayId, version: await versionNow() })
    } }
}

/** Waits until the page is kept on the device, so that it is there without network. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
  await page.waitForFunction(async () => Boolean(await (await caches.open('fotfeste-day')).match(location.pathname)))
}
