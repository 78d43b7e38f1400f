import { plainDate } from '#shared/date.ts'
import { choice } from '../choice.ts'
import { parameter } from '../parameter.ts'
import { ref } from '../source.ts'

/** The benefit of the qualification programme in basic amounts a year. */
export const qualificationFactor = parameter({
  name: 'qualificationFactor', unit: 'G',
  values: [
    { from: plainDate('2021-01-01'), value: 2, source: ref('STL', '35', { ledd: 2, note: 'Før LOV-2023-12-20-95' }) },
    { from: plainDate('2024-07-01'), value: 2.041, source: ref('STL', '35', { ledd: 2, note: 'LOV-2023-12-20-95' }) },
  ],
})

/** "Between 18 and 67": whether the year she is 67 is inside. */
export const qualificationAt67 = choice({
  name: 'qualificationAt67', options: ['inside', 'outside'], ask: 'Nav',
  source: ref('STL', '29', { ledd: 1, certainty: 'U', note: '«mellom 18 og 67 år» lar året hun er 67, stå åpent' }),
})
