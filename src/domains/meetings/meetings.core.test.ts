import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { fill } from '#web/texts.ts'
import { guestState, mayAnswer, mayTell, mayWish, presentIn, roundRefusals, roundsAt } from './day.core.ts'
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import { drawNumbers } from './number.core.ts'
import { shareOf } from './report.core.ts'
import { cutRounds, readCut } from './rounds.core.ts'
import { dayActions } from './state.core.ts'

const DAY = plainDate('2026-12-01')

describe('rounds', () => {
  const cut = fc.record({ start: fc.constantFrom('08:00', '09:30', '13:15'), rounds: fc.integer({ min: 2, max: 12 }), length: fc.integer({ min: 5, max: 30 }), change: fc.integer({ min: 0, max: 10 }), breakAfter: fc.constantFrom(0, 1), breakLength: fc.constantFrom(0, 15, 30) })
  test('never overlap, and are read back as they were cut', () => fc.assert(fc.property(cut, (one) => {
    const rounds = cutRounds(one)
    expect(roundRefusals(rounds)).toEqual([])
    expect(cutRounds(readCut(rounds))).toEqual(rounds)
  })))
  test('do not go past midnight', () => expect(cutRounds({ start: '23:30', rounds: 5, length: 20, change: 0, breakAfter: 0, breakLength: 0 })).toEqual([{ from: '23:30', to: '23:50' }]))
  test('at a time: the one that runs and the next, also in a break', () => {
    const rounds = [{ from: '10:00', to: '10:10' }, { from: '10:20', to: '10:30' }]
    expect([roundsAt(rounds, '10:05'), roundsAt(rounds, '10:15'), roundsAt(rounds, '10:30')]).toEqual([{ now: 0, next: 1 }, { next: 1 }, {}])
  })
  test('are there for one who comes late or leaves early only whole', () => {
    const rounds = [{ from: '10:00', to: '10:10' }, { from: '10:10', to: '10:20' }, { from: '10:20', to: '10:30' }]
    expect(presentIn({ from: null, to: null, lateUntil: '10:05', leftAt: '10:25' }, rounds)).toEqual([false, true, false])
  })
})

describe('a number', () => {
  test('is never taken twice', () => fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 200 }), fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 50 }), (ids, taken) => {
    const drawn = drawNumbers(ids, taken)
    expect(new Set([...drawn, ...taken]).size).toBe(ids.length + new Set(taken).size)
  })))
})

describe('a share', () => {
  test('lies within its interval, which lies between nothing and all', () => fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (of, count) => {
    const share = shareOf(Math.min(count, of), of)
    expect(share && share.low >= 0 && share.low <= share.share + 1e-9 && share.share <= share.high + 1e-9 && share.high <= 1).toBe(true)
  })))
  test('of nobody is none', () => expect(shareOf(0, 0)).toBeNull())
  // Wilson's interval for 8 of 10, as in Newcombe 1998 (Statistics in Medicine 17:857) by the same formula
  test('of eight in ten is between 49 and 94 per cent', () => { const { low = 0, high = 0 } = shareOf(8, 10) ?? {}; expect([Math.round(low * 100), Math.round(high * 100)]).toEqual([49, 94]) })
})

describe('a day', () => {
  test('is answered until it is live, wished for until it is planned, told of for a fortnight', () => {
    expect([mayAnswer({ state: 'planned', onDate: DAY }, DAY), mayAnswer({ state: 'live', onDate: DAY }, DAY)]).toEqual([true, false])
    expect([mayWish({ state: 'invited', onDate: DAY }, 'yes', DAY), mayWish({ state: 'planned', onDate: DAY }, 'yes', DAY), mayWish({ state: 'invited', onDate: DAY }, 'no', DAY)]).toEqual([true, false, false])
    expect([mayTell({ state: 'closed', onDate: DAY }, plainDate('2026-12-15')), mayTell({ state: 'closed', onDate: DAY }, plainDate('2026-12-16')), mayTell({ state: 'planned', onDate: DAY }, DAY)]).toEqual([true, false, false])
  })
  test('begins on its date and is planned when there is somebody to meet', () => {
    const both = { employers: 1, guests: 1 }
    expect(dayActions({ state: 'planned', onDate: DAY }, both, DAY)).toContain('start')
    expect(dayActions({ state: 'planned', onDate: DAY }, both, plainDate('2026-11-30'))).not.toContain('start')
    expect(dayActions({ state: 'draft', onDate: DAY }, { employers: 0, guests: 1 }, DAY)).not.toContain('plan')
  })
  test('says how somebody stands by what was noted last', () => {
    const nothing = { cameAt: null, noShowAt: null, lateUntil: null, leftAt: null }
    expect([guestState(nothing), guestState({ ...nothing, lateUntil: '10:00' }), guestState({ ...nothing, cameAt: 'x', lateUntil: '10:00' }), guestState({ ...nothing, cameAt: 'x', leftAt: '11:00' })]).toEqual(['expected', 'late', 'came', 'left'])
  })
})

describe('who is not noted', () => {
  test.each([
    [1, 0, '1 arbeidsgiver er ikke notert.', '1 arbeidsgivar er ikkje notert.', '1 employer is not noted.'],
    [2, 0, '2 arbeidsgivere er ikke notert.', '2 arbeidsgivarar er ikkje noterte.', '2 employers are not noted.'],
    [0, 1, '1 deltaker er ikke notert.', '1 deltakar er ikkje notert.', '1 participant is not noted.'],
    [0, 2, '2 deltakere er ikke notert.', '2 deltakarar er ikkje noterte.', '2 participants are not noted.'],
    [1, 1, '1 arbeidsgiver og 1 deltaker er ikke notert.', '1 arbeidsgivar og 1 deltakar er ikkje noterte.', '1 employer and 1 participant are not noted.'],
    [1, 2, '1 arbeidsgiver og 2 deltakere er ikke notert.', '1 arbeidsgivar og 2 deltakarar er ikkje noterte.', '1 employer and 2 participants are not noted.'],
    [2, 1, '2 arbeidsgivere og 1 deltaker er ikke notert.', '2 arbeidsgivarar og 1 deltakar er ikkje noterte.', '2 employers and 1 participant are not noted.'],
  ])('is told in a whole sentence: %i employers, %i participants', (employers, guests, ...sentences) => {
    const told = ([['nb', nb], ['nn', nn], ['en', en]] as const).map(([locale, texts]) => fill(locale, texts['report.unnotedHelp'], { employers, guests }))
    for (const [at, sentence] of sentences.entries()) expect(told[at]?.startsWith(`${sentence} `), told[at]).toBe(true)
  })
})
