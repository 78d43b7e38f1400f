import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import { parameter } from '../parameter.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'

const secondary = (note: string): Source => ref('STL', '18', { ledd: 4, certainty: 'P', note })
const circular = ref('Rundskriv A-3/2023', undefined, { note: 'Regjeringen.no, id3020040' })

/** Each day the state's guideline rates changed, and where the figures were read. */
const changes: readonly (readonly [PlainDate, Source])[] = [
  [plainDate('2021-09-01'), secondary('Satser gjengitt av statsforvalteren')],
  [plainDate('2022-01-01'), secondary('Satser gjengitt av statsforvalteren')],
  [plainDate('2022-07-01'), secondary('Rundskriv A-1/2022, gjengitt')],
  [plainDate('2023-01-01'), secondary('Satser gjengitt av Statsforvalteren i Vestland')],
  [plainDate('2023-07-01'), circular],
  [plainDate('2024-01-01'), circular],
]

/** A rate of kroner a month, one figure for each of the changes. Later years were not found: the municipality enters them from the circular. */
const rate = (name: string, ...figures: readonly number[]) => parameter({
  name, unit: 'NOK/month', renews: '01-01',
  values: changes.flatMap(([from, source], at) => (figures[at] === undefined ? [] : [{ from, value: figures[at], source }])),
})

export const socialRates = {
  single: rate('socialSingle', 6450, 6550, 6650, 6850, 7550, 7850),
  couple: rate('socialCouple', 10_800, 10_950, 11_150, 11_450, 12_600, 13_100),
  shared: rate('socialShared', 5400, 5450, 5600, 5750, 6350, 6600),
  childrenUnder6: rate('socialChildUnder6', 3150, 3200, 3250, 3350, 3700, 3850),
  children6To10: rate('socialChild6To10', 3250, 3300, 3350, 3450, 3800, 3950),
  children11To17: rate('socialChild11To17', 4250, 4300, 4400, 4500, 4950, 5150),
} as const
