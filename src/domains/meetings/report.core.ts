import type { z } from 'zod'
import { wilson } from '#matching/engine/wilson.ts'
import type { DayPage, Report, Share } from './day.schema.ts'

/** Below this a share says little by itself. */
const SMALL = 30

/** A share with Wilson's interval; nothing where nobody is counted. */
export function shareOf(count: number, of: number): z.output<typeof Share> {
  const interval = wilson(count, of)
  return interval && { of, count, ...interval, isSmall: of < SMALL }
}

/** What became of the meetings, counted over everybody. */
export type OutcomeCounts = { bothAgain: number; employerAgain: number; guestAgain: number; offers: number; secondMeetings: number; places: number }
type Facts = Pick<DayPage, 'guests' | 'employers' | 'slots'> & { outcomes: OutcomeCounts }
const counts = (guests: Facts['guests']) => ({ invited: guests.filter(({ reply }) => reply !== 'not_asked').length, saidYes: guests.filter(({ reply }) => reply === 'yes').length,
  came: guests.filter(({ state }) => state === 'came' || state === 'left').length, noShow: guests.filter(({ state }) => state === 'no_show').length })

const from = (guests: Facts['guests']): Report['comesFrom'] => [...Map.groupBy(guests.flatMap(({ comesFrom }) => comesFrom ?? []), (name) => name)]
  .map(([name, all]) => ({ name, count: all.length })).toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'nb'))

/** What became of a day. Others are counted without a case: how many, and from where, no more. */
export function reportOf({ guests, employers, slots, outcomes }: Facts): Report {
  const [ours, others] = [counts(guests.filter(({ isOurs }) => isOurs)), counts(guests.filter(({ isOurs }) => !isOurs))]
  const held = slots.filter(({ state }) => state === 'held').length
  const planned = slots.filter(({ state }) => state !== 'moved').length
  const { bothAgain: both, employerAgain, guestAgain, offers, secondMeetings, places } = outcomes
  const [came, saidYes] = [ours.came + others.came, ours.saidYes + others.saidYes]
  return { ours, others, employers: { invited: employers.filter(({ reply }) => reply !== 'not_asked').length, came: employers.filter(({ cameAt }) => cameAt !== null).length }, planned, held,
    wanted: { both, employer: employerAgain, guest: guestAgain }, offers, secondMeetings, places,
    shares: { came: shareOf(Math.min(came, saidYes), saidYes), held: shareOf(held, planned), both: shareOf(both, held), offers: shareOf(offers, held), places: shareOf(places, came) }, comesFrom: from(guests) }
}
