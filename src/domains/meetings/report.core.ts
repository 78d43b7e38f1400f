import type { z } from 'zod'
import { wilson } from '#matching/engine/wilson.ts'
import { fold } from '#shared/text.ts'
import type { DayPage, Report, Share } from './day.schema.ts'
import { unnotedOf } from './unnoted.core.ts'

/** Below this a share says little by itself. */
const SMALL = 30

/** A share with Wilson's interval; nothing where nobody is counted. */
export function shareOf(count: number, of: number): z.output<typeof Share> {
  const interval = wilson(count, of)
  return interval && { of, count, ...interval, isSmall: of < SMALL }
}

/** What became of the meetings, counted over everybody. */
export type OutcomeCounts = { bothAgain: number; employerAgain: number; guestAgain: number; offers: number; secondMeetings: number; places: number }
/** `own` is the name of the municipality whose participants are ours. */
type Facts = Pick<DayPage, 'guests' | 'employers' | 'slots' | 'runFor'> & { outcomes: OutcomeCounts; own: string }
const counts = (guests: Facts['guests']) => ({ invited: guests.filter(({ reply }) => reply !== 'not_asked').length, saidYes: guests.filter(({ reply }) => reply === 'yes').length,
  came: guests.filter(({ state }) => state === 'came' || state === 'left').length, noShow: guests.filter(({ state }) => state === 'no_show').length })

/** By the municipalities the day is run for and those that came besides, ours first. Of ours nobody need write where she is from; one of another municipality who has not said is counted apart, last. */
function byMunicipality({ guests, runFor, own }: Facts): Report['byMunicipality'] {
  const known = new Map([own, ...runFor].map((name) => [fold(name), name]))
  const nameOf = ({ comesFrom, isOurs }: Facts['guests'][number]): string | null => {
    const said = comesFrom?.trim() || (isOurs ? own : null)
    return said === null ? null : known.get(fold(said)) ?? said
  }
  const groups = Map.groupBy(guests, nameOf)
  const others = [...groups.keys()].flatMap((name) => (name === null || known.has(fold(name)) ? [] : [name])).toSorted((a, b) => a.localeCompare(b, 'nb'))
  return [...known.values(), ...others, ...(groups.has(null) ? [null] : [])].map((name) => ({ name, ...counts(groups.get(name) ?? []) }))
}

/** What became of a day. Others are counted without a case: how many, and from where, no more. */
export function reportOf(facts: Facts): Report {
  const { guests, employers, slots, outcomes } = facts
  const unnoted = unnotedOf(facts)
  const [ours, others] = [counts(guests.filter(({ isOurs }) => isOurs)), counts(guests.filter(({ isOurs }) => !isOurs))]
  const held = slots.filter(({ state }) => state === 'held').length
  const planned = slots.filter(({ state }) => state !== 'moved').length
  const { bothAgain: both, employerAgain, guestAgain, offers, secondMeetings, places } = outcomes
  const [came, saidYes] = [ours.came + others.came, ours.saidYes + others.saidYes]
  return { ours, others, employers: { invited: employers.filter(({ reply }) => reply !== 'not_asked').length, came: employers.filter(({ cameAt }) => cameAt !== null).length }, planned, held,
    wanted: { both, employer: employerAgain, guest: guestAgain }, offers, secondMeetings, places,
    shares: { came: shareOf(Math.min(came, saidYes), saidYes), held: shareOf(held, planned), both: shareOf(both, held), offers: shareOf(offers, held), places: shareOf(places, came) }, byMunicipality: byMunicipality(facts),
    unnoted: { employers: unnoted.employers.length, guests: unnoted.guests.length, meetings: unnoted.meetings } }
}
