import { expect, test } from 'vitest'
import { findMessage, layer, sliceOf } from './catalogues.ts'
import { dateText, directionOf, fill, momentText, numberText, refusalText } from './texts.ts'

const catalogues = {
  shell: { 'refusal.unknown': 'Avvist ({code}).', stale: 'Endret av {by}.' },
  people: { 'people.tooMany': '{count, plural, one {# person} other {# personer}} for mye' },
  placements: { 'constraint.placement_period': 'Perioden må ha en slutt.' },
}

test('a refusal has the text of its slice, filled', () => {
  expect(refusalText('nb', catalogues, { code: 'people.tooMany', params: { count: 2 } })).toBe('2 personer for mye')
})

test('a code of no slice\'s name is found wherever it stands', () => {
  expect(refusalText('nb', catalogues, { code: 'constraint.placement_period' })).toBe('Perioden må ha en slutt.')
  expect(refusalText('nb', catalogues, { code: 'stale', params: { by: 'Kari' } })).toBe('Endret av Kari.')
})

test('a code without a text is named', () => {
  expect(refusalText('nb', catalogues, { code: 'people.unheardOf' })).toBe('Avvist (people.unheardOf).')
})

test('a message that lacks a value is shown as it stands', () => {
  expect(fill('nb', 'Hei, {name}')).toBe('Hei, {name}')
})

test('another language lies on top of bokmål, key by key', () => {
  const both = layer({ people: { a: 'nb a', b: 'nb b' } }, { people: { a: 'nn a' } })
  expect(findMessage({ people: { 'people.a': 'x' } }, 'people.a')).toBe('x')
  expect(both).toEqual({ people: { a: 'nn a', b: 'nb b' } })
})

test('a message file belongs to the slice it lies in', () => {
  expect(sliceOf('../../domains/people/messages/import.nb.json')).toBe('people')
  expect(sliceOf('../messages/nb.json')).toBe('shell')
})

test('days, moments and numbers are written as in the language', () => {
  expect(dateText('nb', '2026-02-01')).toBe('01.02.2026')
  expect(dateText('nb', '2026-02-01', 'long')).toBe('1. februar 2026')
  expect(dateText('en', '2026-02-01', 'long')).toBe('1 February 2026')
  expect(momentText('nb', '2026-02-01T23:30:00Z')).toContain('02.02.2026')
  expect(numberText('nb', 1234.5).replace(/\s/g, ' ')).toBe('1 234,5')
})

test('the direction follows the language', () => {
  expect([directionOf('nb'), directionOf('ar'), directionOf('ckb-IQ'), directionOf('ku')]).toEqual(['ltr', 'rtl', 'rtl', 'ltr'])
})
