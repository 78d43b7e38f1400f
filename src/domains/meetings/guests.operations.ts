import { z } from 'zod'
import { currentWeights, loadCandidates, loadFacts, loadLive, matchOne } from '#domains/matching/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { toServerLocale } from '#platform/texts.ts'
import { personIdsOf } from './guest-persons.ts'
import { Candidates, OfDay, RemoveInput, Saved } from './day.schema.ts'
import type { Fit } from './day.schema.ts'
import { loadEmployers } from './load-page.ts'
import { AddGuestsInput, SaveGuestInput } from './meeting.schema.ts'
import { drawNumbers } from './number.core.ts'
import { openDay, presenceRefusals } from './place.operations.ts'

const MOST_FITS = 5
/** Everybody who is invited is to meet somebody, unless it is agreed otherwise. */
const LEAST = 1
const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds

/** What speaks for each candidate with the openings that employers of the day bring. */
async function fitsOf(context: Context, dayId: string, ids: string[]): Promise<Map<string, z.output<typeof Fit>[]>> {
  const brought = (await loadEmployers(context, dayId)).flatMap((employer) => employer.openings.map((opening) => ({ employer, opening })))
  const live = new Map((brought.length === 0 ? [] : await loadLive(context)).map((one) => [one.card.id, one]))
  const people = brought.length === 0 ? [] : await loadFacts(context.tx, ids)
  const weights = await currentWeights(context)
  return new Map(people.map((facts) => [facts.id, brought.flatMap(({ employer, opening }) => {
    const one = live.get(opening.id)
    if (!one) return []
    const { verdict, required, wished } = matchOne(facts, one.facts, context.today, weights)
    const met = [...new Set([...required, ...wished].filter((criterion) => criterion.met === 'yes').map(({ kind }) => kind))]
    return verdict === 'not' ? [] : [{ employerId: employer.id, employerName: employer.name, openingId: opening.id, title: opening.title, verdict, met }]
  }).toSorted((a, b) => b.met.length - a.met.length).slice(0, MOST_FITS)]))
}

/** Who might come: those without a place, with why they fit what the employers of the day bring. In order of names: nobody is ranked. */
export const listCandidates = operation({
  permission: 'meetings.write', reads: true, input: OfDay, output: Candidates, subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run(context, { dayId }) {
    const there = new Set((await context.tx.selectFrom('meetingGuestPerson').select('personId').where('dayId', '=', dayId).execute()).map(({ personId }) => personId))
    const cards = (await loadCandidates(context)).filter(({ id }) => !there.has(id))
    const ids = cards.map(({ id }) => id)
    const more = new Map((ids.length === 0 ? [] : await context.tx.selectFrom('person').select(['id', 'email', 'interpreterLanguage']).where('id', 'in', ids).execute()).map((row) => [row.id, row]))
    const fits = await fitsOf(context, dayId, ids)
    return { rows: cards.map(({ id, givenName, familyName, adviserName }) => ({ personId: id, personName: `${givenName} ${familyName}`, adviserName, language: more.get(id)?.interpreterLanguage ?? null,
      hasMail: Boolean(more.get(id)?.email), fits: fits.get(id) ?? [] })).toSorted((a, b) => a.personName.localeCompare(b.personName, 'nb')) }
  },
})

const takenNumbers = async ({ tx }: Context, dayId: string): Promise<number[]> =>
  (await tx.selectFrom('meetingGuest').select('number').where('dayId', '=', dayId).execute()).map(({ number }) => number)

/** Participants of ours are given a number each. One whose address is strictly confidential is never added without a warning that was read. */
export const addGuests = operation({
  permission: 'meetings.write', input: AddGuestsInput, output: z.object({ numbers: z.array(z.int()), personIds: z.array(Id) }), subjects,
  async run(context, { dayId, guests, warned }) {
    const { tx } = context
    await openDay(context, dayId)
    const persons = new Map((await tx.selectFrom('person').select(['id', 'addressProtection', 'contactLocale', 'interpreterLanguage']).where('id', 'in', guests.map(({ personId }) => personId)).execute()).map((row) => [row.id, row]))
    for (const { personId } of guests) found(persons.get(personId))
    refuseIf(check(warned || [...persons.values()].every(({ addressProtection }) => addressProtection !== 'strictly_confidential'), { code: 'meetings.strictlyConfidential', path: 'warned' }))
    const numbers = drawNumbers(guests.map(({ id }) => id), await takenNumbers(context, dayId))
    await tx.insertInto('meetingGuest').values(guests.map(({ id, personId }, index) => ({ id, dayId, number: found(numbers[index]), isOurs: true, least: LEAST,
      language: persons.get(personId)?.interpreterLanguage ?? null, locale: toServerLocale(persons.get(personId)?.contactLocale ?? 'nb') }))).execute()
    await tx.insertInto('meetingGuestPerson').values(guests.map(({ id, personId }) => ({ guestId: id, dayId, personId }))).execute()
    return { numbers, personIds: guests.map(({ personId }) => personId) }
  },
})

/** Another jobseeker, counted without a case (TIL-12), or what is agreed with any guest: when she is there, how many meetings, which language. */
export const saveGuest = operation({
  permission: 'meetings.write', input: SaveGuestInput, output: Saved.extend({ number: z.int(), personIds: z.array(Id) }), subjects,
  async run(context, { id, dayId, version, from, to, ...input }) {
    const { tx } = context
    const { openTo } = await openDay(context, dayId)
    refuseIf([...presenceRefusals({ from, to }), ...check(input.least <= input.most, { code: 'meetings.leastOverMost', path: 'least' })])
    const values = { ...input, fromTime: from, toTime: to }
    if (version === undefined) {
      refuseIf(check(openTo === 'all_jobseekers', { code: 'meetings.onlyOwn' }))
      const [number = 1] = drawNumbers([id], await takenNumbers(context, dayId))
      await tx.insertInto('meetingGuest').values({ id, dayId, number, isOurs: false, reply: 'yes', replyChannel: 'in_person', ...values }).execute()
      return { id, version: 1, number, personIds: [] }
    }
    const { number, isOurs, ...hers } = found(await tx.selectFrom('meetingGuest').select(['number', 'isOurs', 'shownName', 'introduction']).where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
    // of ours name and words are hers, by her own answer: nobody writes them for her
    const next = await saveVersioned(context, 'meetingGuest', { id, version }, { ...values, ...(isOurs && hers) })
    return { id, version: next, number, personIds: await personIdsOf(context, id) }
  },
})

/** Takes a guest from a day who was not invited yet; of one who was, a no is noted instead. */
export const removeGuest = operation({
  permission: 'meetings.write', input: RemoveInput, output: z.object({ id: Id, personIds: z.array(Id) }), subjects,
  async run(context, { dayId, id }) {
    const { tx } = context
    await openDay(context, dayId)
    refuseIf(check((await tx.selectFrom('personalLink').select('id').where('meetingGuestId', '=', id).execute()).length === 0, { code: 'meetings.isInvited' }))
    for (const table of ['meetingSlot', 'meetingWish'] as const) await tx.deleteFrom(table).where('guestId', '=', id).execute()
    const persons = await tx.deleteFrom('meetingGuestPerson').where('guestId', '=', id).returning('personId').execute()
    const { isOurs } = found((await tx.deleteFrom('meetingGuest').where('id', '=', id).where('dayId', '=', dayId).returning(['id', 'isOurs']).execute())[0])
    // whoever may not see her may not take her away either
    found(isOurs ? persons[0] : { personId: '' })
    return { id, personIds: persons.map(({ personId }) => personId) }
  },
})
