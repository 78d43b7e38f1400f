import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

const expected = [
  ['5321', 'much', 42, 'Bemanningsplan for helse og omsorg'], ['2221', 'much', 15, 'Bemanningsplan for helse og omsorg'], ['5329', 'some', null, 'Bemanningsplan for helse og omsorg'], ['5311', 'much', 18, 'Oppvekstplanen'], ['2342', 'some', 6, 'Oppvekstplanen'],
  ['9112', 'some', 8, 'Bemanningsplan for drift'], ['51', 'some', null, 'Næringskontorets rundspørring'], ['7115', 'some', 10, 'Næringskontorets rundspørring'], ['723', 'much', 7, 'Næringskontorets rundspørring'], ['4321', 'little', null, 'Næringskontorets rundspørring'], ['4225', 'little', null, 'Næringskontorets rundspørring'], ['8160', 'much', 20, 'Næringskontorets rundspørring'],
] as const

/** What the invented municipality expects to need; one source is of long ago. */
export async function writeForecasts(tx: Tx, random: Random, enteredBy: string, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4))
  const rows = expected.map(([occupationCode, level, people, source]) => ({ id: random.uuid(), occupationCode, level, people, source, sourceYear: year - random.int(0, 1), horizonYear: year + random.pick([4, 5, 9]), enteredBy, enteredOn: addDays(today, -random.int(20, 200)) }))
  await insertAll(tx, 'needForecast', [...rows, { id: random.uuid(), occupationCode: '5120', level: 'much' as const, people: 5, source: 'Reiselivsplan', sourceYear: year - 8, horizonYear: year - 2, enteredBy, enteredOn: addDays(today, -400) }])
}
