import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { aFrame, aMarketPlace, comparingOn, factsOf } from '#test/market.ts'
import type { PersonFacts } from '../facts.schema.ts'
import type { Place } from '../market/market.core.ts'
import { changesSince } from './list-changes.core.ts'
import { orderedList } from './list.core.ts'
import type { KeptList } from './list.core.ts'
import { inNeed } from './people-order.core.ts'
import { printOf, printOfOpening, settledFacts } from './print.core.ts'
import { priceOf } from './prices.core.ts'

const DAY = plainDate('2026-11-20')
const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const levels = ['A1', 'A2', 'B1', 'B2'] as const
const place = (at: number, over: Parameters<typeof aMarketPlace>[1] = {}) => aMarketPlace(uuid(at), { level: levels[at % 3] ?? 'A1', title: `Plass ${at}`, ...over })
const places = Array.from({ length: 8 }, (_, at) => place(at))
/** Assessed long ago and lately, and with work of some years ago: what is known of her grows old while nothing changes. */
const her = factsOf('her', { level: 'A2', work: [{ occupationCode: '5120', title: 'Kokk', employerName: null, toYear: 2021, evidence: 'claimed' }] })
const old: PersonFacts = { ...her, languages: her.languages.map((one) => ({ ...one, on: plainDate('2026-09-01') })) }

type Shown = { facts: PersonFacts; places: readonly Place[]; day: typeof DAY; prices?: ReadonlyMap<string, number>; weights?: string; before?: KeptList }
function show({ facts, places: here, day, prices = new Map(), weights = 'w', before }: Shown) {
  const compared = here.map((one) => ({ match: comparingOn(day)(facts, one.facts), one }))
  const candidates = compared.filter(({ match }) => match.verdict !== 'not').map(({ match, one }) => ({ match, print: printOfOpening(one.facts), seats: one.seats, price: prices.get(one.facts.id) ?? 0 }))
  const now = { personPrint: printOf(settledFacts(facts)), weightsPrint: weights }
  return { candidates, titles: new Map(here.map((one) => [one.facts.id, one.facts.title])), list: { ...now, lines: orderedList(facts.id, candidates, now, before) } }
}
const ids = (list: KeptList): string[] => list.lines.map(([id]) => id)
const told = (before: ReturnType<typeof show>, facts: PersonFacts, after: ReturnType<typeof show>, now: PersonFacts) =>
  changesSince({ ...before.list, facts, day: DAY }, { facts: now, ...after, titleOf: (id) => after.titles.get(id) })

describe('the list of one person', () => {
  test('is the same whatever the day and whatever seats cost by then, as long as no fact changed', () => {
    fc.assert(fc.property(fc.subarray(places, { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 }), fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 8, maxLength: 8 }), fc.boolean(), (some, days, prices, isOld) => {
      const facts = isOld ? old : her
      const first = show({ facts, places: some, day: DAY })
      let before = first.list
      for (const later of days) {
        const next = show({ facts, places: [...some].reverse(), day: addDays(DAY, later), prices: new Map(places.map(({ facts: { id } }, at) => [id, prices[at] ?? 0])), before })
        expect(ids(next.list)).toEqual(ids(before))
        before = next.list
      }
    }), { numRuns: 100 })
  })
  test('holds every possible place, the dearest too: a price moves it down and hides nothing', () => {
    const cheap = show({ facts: her, places, day: DAY })
    const top = ids(cheap.list)[0] ?? ''
    const dear = show({ facts: her, places, day: DAY, prices: new Map([[top, 80]]) })
    expect(new Set(ids(dear.list))).toEqual(new Set(ids(cheap.list)))
    expect(ids(dear.list).indexOf(top)).toBeGreaterThan(0)
    expect(dear.list.lines.map(([, , , verdict]) => verdict)).toEqual(cheap.list.lines.map(([, , , verdict]) => verdict))
  })
  test('with a changed fact is made anew, and says that fact and what it moved', () => {
    const before = show({ facts: her, places, day: DAY })
    const better = { ...her, languages: her.languages.map((one) => ({ ...one, level: 'B1' })) }
    const after = show({ facts: better, places, day: addDays(DAY, 1), before: before.list })
    const changes = told(before, her, after, better)
    expect(changes?.facts).toEqual([{ is: 'level', language: 'no', skill: 'listening', from: 'A2', to: 'B1' }, { is: 'level', language: 'no', skill: 'spoken_interaction', from: 'A2', to: 'B1' }])
    const up = changes?.moved.filter(({ isUp }) => isUp) ?? []
    expect(up.length).toBeGreaterThan(0)
    expect(up.map(({ because }) => because)).toEqual(up.map(() => ({ is: 'person', change: { is: 'level', language: 'no', skill: 'listening', from: 'A2', to: 'B1' } })))
  })
  test('names what is new, what is gone, and why one place moved alone: its demands, its seats', () => {
    const before = show({ facts: her, places: places.slice(0, 6), day: DAY })
    const last = ids(before.list).at(-1) ?? ''
    const changed = [...places.slice(1, 6).map((one) => (one.facts.id === last ? { ...one, facts: { ...one.facts, demands: [] } } : one)), place(7)]
    const after = show({ facts: her, places: changed, day: addDays(DAY, 1), before: before.list })
    const changes = told(before, her, after, her)
    expect(changes).toMatchObject({ since: DAY, facts: [], weights: false, added: [{ title: 'Plass 7' }], gone: [{ openingId: uuid(0), isOpen: false }], moved: [{ openingId: last, isUp: true, because: { is: 'opening' } }], counts: { added: 1, gone: 1, moved: 1 } })
    const seats = show({ facts: her, places: places.slice(0, 6).map((one) => (one.facts.id === ids(before.list)[0] ? { ...one, seats: 9 } : one)), day: DAY, prices: new Map([[ids(before.list)[0] ?? '', 90]]), before: before.list })
    expect(told(before, her, seats, her)?.moved).toMatchObject([{ isUp: false, because: { is: 'seats', from: 1, to: 9 } }])
  })
  test('says nothing where nothing is otherwise, and that weights were changed where they were', () => {
    const before = show({ facts: her, places, day: DAY })
    expect(told(before, her, show({ facts: her, places, day: addDays(DAY, 9), before: before.list }), her)).toBeNull()
    const other = show({ facts: her, places, day: DAY, weights: 'other', prices: new Map([[ids(before.list)[0] ?? '', 90]]), before: before.list })
    expect(told(before, her, other, her)).toMatchObject({ weights: true, moved: [{ because: { is: 'weights' } }] })
  })
  test('rows that come in another order are the same facts', () => {
    const facts = { ...her, frame: aFrame({ transport: ['walk', 'bus'] }) }
    expect(printOf(settledFacts(facts))).toBe(printOf(settledFacts({ ...facts, languages: facts.languages.toReversed(), frame: aFrame({ transport: ['bus', 'walk'] }) })))
    expect(printOf(settledFacts(facts))).not.toBe(printOf(settledFacts({ ...facts, frame: null })))
  })
})

describe('what seats cost', () => {
  test('nothing where there is room for all, something where more want a place than it has room for', () => {
    const wish = (at: number) => factsOf(`p${at}`, { wishes: [{ occupationCode: '5120', wording: 'Kokk', rank: 1 }] })
    const market = { people: Array.from({ length: 4 }, (_, at) => wish(at)), places: [place(0, { seats: 1 }), place(1, { seats: 9, occupationCode: '9112' })], limits: [] }
    const { places: prices, people } = priceOf(market, comparingOn(DAY))
    expect(prices.map(({ price, suits }) => [price > 0, suits])).toEqual([[true, 4], [false, 4]])
    expect(people.every(({ suits, best }) => suits === 2 && best > 0)).toBe(true)
  })
  test('the people for one place: she who has nothing else stands before one who is sought elsewhere', () => {
    const compare = comparingOn(DAY)
    const [one, other] = [factsOf('one', { wishes: [{ occupationCode: '5120', wording: 'Kokk', rank: 1 }] }), factsOf('other')]
    const matches = [one, other].map((person) => compare(person, place(0).facts))
    expect(inNeed(matches, new Map(), 0).map(({ personId }) => personId)).toEqual(['one', 'other'])
    expect(inNeed(matches, new Map(matches.map(({ personId, score }) => [personId, { id: personId, best: personId === 'one' ? score + 500 : score, suits: 2 }])), 0).map(({ personId }) => personId)).toEqual(['other', 'one'])
  })
})
