import { plainDate } from '#shared/date.ts'
import { parameter } from './parameter.ts'
import { ref } from './source.ts'

const source = ref('FTL', '1-4')
const from = (year: number, value: number) => ({ from: plainDate(`${year}-05-01`), value, source })

/**
 * The basic amount of national insurance (grunnbeløpet, G), kroner a year, from 1 May. It is often set later in May with
 * effect from the first: what was paid in between is recalculated.
 */
export const basicAmount = parameter({
  name: 'basicAmount', unit: 'NOK/year', renews: '05-01',
  values: [from(2026, 136_549), from(2025, 130_160), from(2024, 124_028), from(2023, 118_620), from(2022, 111_477), from(2021, 106_399), from(2020, 101_351), from(2019, 99_858), from(2018, 96_883)],
})
