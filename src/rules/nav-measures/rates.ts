import { plainDate } from '#shared/date.ts'
import { parameter } from '../parameter.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'

const nav = (act: Source): Source => ({ ...act, note: 'Beløpene står i navikt/tiltaksgjennomforing-api, Sats.java' })
const yearly = (source: Source, values: Readonly<Record<number, number>>) =>
  Object.entries(values).map(([year, value]) => ({ from: plainDate(`${year}-01-01`), value, source }))

/** The highest inclusion grant for one person, kroner. */
export const inclusionCeiling = parameter({
  name: 'inclusionCeiling', unit: 'NOK', renews: '01-01',
  values: yearly(nav(ref('TF', '11-4')), { 2021: 143_900, 2022: 143_900, 2023: 143_900, 2024: 149_100, 2025: 154_800, 2026: 160_400 }),
})

/** What is paid a month for a place of lasting adapted work with an ordinary employer, kroner. */
export const vtaOMonthly = parameter({
  name: 'vtaOMonthly', unit: 'NOK/month', renews: '01-01',
  values: yearly(nav(ref('TF', '14-8', { ledd: 1 })), { 2022: 6241, 2023: 6428, 2024: 6808, 2025: 7067, 2026: 7321 }),
})

/** How long training can last. The rules before 1 July 2025 are not built in. */
export const trainingMonths = parameter({
  name: 'trainingMonths', unit: 'months',
  values: [{ from: plainDate('2025-07-01'), value: 36, source: ref('TF', '7-4', { ledd: 1 }) }],
})
