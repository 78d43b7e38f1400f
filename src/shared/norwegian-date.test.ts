import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from './date.ts'
import { possibleBirthDays, possibleDays, readRecentDay } from './norwegian-date.ts'

const today = plainDate('2026-03-01')
const BIRTHDAY = '1985-02-01'

describe('the ways Norwegians write a day', () => {
  test.each([
    '1985-02-01', '1985-2-1', '1985-02-01T00:00:00', '1985-02-01T01:00', '1.2.1985', '01.02.1985', '1. 2. 1985', '1/2-1985', '1/2 1985', '1/2/1985', '1-2-1985', '01.02.1985 00:00',
    '1. februar 1985', '1 februar 1985', '1. Februar 1985', '1. feb. 1985', '1 feb 1985', '1 February 1985', '01021985', '19850201', '\n\t\t..01.02.1985', 'fredag 1. februar 1985', 31079, 31079.5, '31079',
  ])('%s is 1 February 1985', (written) => {
    expect(possibleDays(written)).toEqual({ ok: true, value: [BIRTHDAY] })
  })

  test.each(['01.02.85', '1/2-85', '1.2.85', '1 feb 85', '1. februar 85'])('%s leaves the century open', (written) => {
    expect(possibleDays(written)).toEqual({ ok: true, value: [BIRTHDAY, '2085-02-01'] })
  })

  test.each(['30.02.2024', '29.02.2023', '31.04.85', '02/13/1985', '00.01.2000', '1.2.0985'])('%s does not exist', (written) => {
    expect(possibleDays(written)).toMatchObject({ ok: false, code: 'date.impossible' })
  })

  test.each(['Snarest', '1985', 1985, 'februar 1985', '010285', 0, -5, Number.NaN, 1e300, '1. tull 1985', ''])('%s is no day', (written) => {
    expect(possibleDays(written)).toMatchObject({ ok: false, code: 'date.unknown' })
  })

  test('every day comes back from every way of writing it', () => {
    const day = fc.integer({ min: 0, max: 69_000 }).map((days) => addDays(plainDate('1910-01-02'), days))
    fc.assert(fc.property(day, (value) => {
      const [year = '', month = '', date = ''] = value.split('-')
      const word = new Intl.DateTimeFormat('nb', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(value))
      for (const text of [value, `${Number(date)}.${Number(month)}.${year}`, `${Number(date)}/${Number(month)}-${year}`, word]) {
        expect(possibleDays(text)).toEqual({ ok: true, value: [value] })
      }
      const short = possibleDays(`${date}.${month}.${year.slice(2)}`)
      expect(short.ok && short.value).toContain(value)
    }))
  })

  test('nothing makes it throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), (input) => {
      for (const day of [possibleDays(input), possibleBirthDays(input, today), readRecentDay(input, today)]) expect(typeof day.ok).toBe('boolean')
    }))
  })
})

describe('two-digit years', () => {
  test('a birth is in the past and at most 110 years ago', () => {
    expect(possibleBirthDays('01.02.85', today)).toEqual({ ok: true, value: [BIRTHDAY] })
    expect(possibleBirthDays('01.02.10', today)).toEqual({ ok: true, value: ['2010-02-01'] })
    expect(possibleBirthDays('01.02.20', today)).toEqual({ ok: true, value: ['1920-02-01', '2020-02-01'] })
    expect(possibleBirthDays('02.03.26', today)).toEqual({ ok: true, value: ['1926-03-02'] })
    expect(possibleBirthDays('02.03.2026', today)).toMatchObject({ ok: false, code: 'birthDate.notLiving' })
    expect(possibleBirthDays('01.01.1901', today)).toMatchObject({ ok: false, code: 'birthDate.notLiving' })
  })

  test('other days are in our time', () => {
    expect(readRecentDay('01.02.25', today)).toEqual({ ok: true, value: '2025-02-01' })
    expect(readRecentDay('01.02.36', today)).toEqual({ ok: true, value: '2036-02-01' })
    expect(readRecentDay('01.02.37', today)).toEqual({ ok: true, value: '1937-02-01' })
    expect(readRecentDay('29.02.24', today)).toEqual({ ok: true, value: '2024-02-29' })
  })
})
