import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Kinship, Occupation } from './occupation-distance.ts'
import { distance, OTHER_ESCO, RELATED, SAME, SAME_FIELD, SAME_GROUP } from './occupation-distance.ts'

const uri = (at: number): string => `http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000000${at}`
const family: Kinship = { by: 'family', name: 'Renhold', source: 'Nav', on: null }
const shared: Kinship = { by: 'shared', name: 'buffetkokk', source: 'ESCO 1.2', on: null }
const job = (occupationCode: string | null, escoUri: string | null = null): Occupation => ({ occupationCode, escoUri })

test('the digits of STYRK-08 say how near, and a list or a shared ESCO occupation what they do not', () => {
  const place = { occupationCode: '9112', related: { '5151': family, '9412': shared, '9111': family } }
  expect(['9112', '9111', '9129', '9211', '5120', null].map((code) => distance(job(code), place))).toEqual([{ step: SAME }, { step: SAME_GROUP, nearBy: { by: 'digits', digits: 3 } }, { step: SAME_FIELD, nearBy: { by: 'digits', digits: 2 } }, { step: 1, nearBy: { by: 'digits', digits: 1 } }, { step: 0 }, { step: 0 }])
  expect(distance(job('5151'), place)).toEqual({ step: RELATED, nearBy: family })
  expect(distance(job('9412'), place)).toEqual({ step: SAME_GROUP, nearBy: shared })
})

test('ESCO tells two of one code apart, and only where both are known in it', () => {
  const place = { occupationCode: '5120', escoUri: uri(1) }
  expect([job('5120', uri(1)), job('5120', uri(2)), job('5120')].map((one) => distance(one, place))).toEqual([{ step: SAME, nearBy: { by: 'esco' } }, { step: OTHER_ESCO, nearBy: { by: 'otherEsco' } }, { step: SAME }])
})

const code = fc.option(fc.constantFrom('9112', '9111', '5120', '5', '51', '9412'))
const esco = fc.option(fc.constantFrom(uri(1), uri(2)))
test('what is related never makes anything less near, and says why where it makes it nearer', () => {
  fc.assert(fc.property(code, esco, code, esco, fc.dictionary(fc.constantFrom('9112', '5120', '9412'), fc.constantFrom(family, shared)), (mine, myEsco, asked, itsEsco, related) => {
    const [her, it] = [job(mine, myEsco), job(asked, itsEsco)]
    const [plain, told] = [distance(her, it), distance(her, { ...it, related })]
    expect(told.step).toBeGreaterThanOrEqual(plain.step)
    expect(told).toEqual(told.step > plain.step ? { step: told.step, nearBy: related[mine ?? ''] } : plain)
  }))
})
