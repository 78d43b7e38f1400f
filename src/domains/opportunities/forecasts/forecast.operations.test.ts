import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { isOld } from './forecast.core.ts'

const world = useWorld()
const row = { occupationCode: '5120', level: 'much' as const, people: 4, horizonYear: 2030, source: 'Bemanningsplanen', sourceYear: 2026 }
const sheet = (...lines: string[]): Uint8Array => new TextEncoder().encode(['yrkeskode;behov;antall;fram til;kilde;kildeår', ...lines].join('\n'))

test('HR enters what is expected, corrects it and takes it out; an adviser reads it', async () => {
  const municipality = await aMunicipality(world())
  const [hr, adviser] = [await municipality.as('hr_leader'), await municipality.as('programme_adviser')]
  const id = randomUUID()
  await hr.call('opportunities.saveForecast', { id, ...row })
  await hr.call('opportunities.saveForecast', { id, version: 1, ...row, level: 'some' })
  expect(await adviser.call('opportunities.listForecasts', {})).toMatchObject({ actions: [], rows: [{ level: 'some', isOld: false, version: 2 }] })
  expect(await hr.refusals('opportunities.saveForecast', { id: randomUUID(), ...row })).toEqual([{ code: 'constraint.need_forecast_once' }])
  await hr.call('opportunities.removeForecast', { id })
  await expect(hr.call('opportunities.removeForecast', { id })).rejects.toThrow(NotFound)
})

test('a source of the future, or a time before the source, is refused; what is old is marked', async () => {
  const hr = await (await aMunicipality(world())).as('hr_leader')
  expect(await hr.refusals('opportunities.saveForecast', { id: randomUUID(), ...row, sourceYear: 2027, horizonYear: 2026 })).toMatchObject([{ code: 'forecast.sourceAhead' }, { code: 'forecast.horizonBefore' }])
  expect([[2026, 2030], [2022, 2030], [2021, 2030], [2026, 2025]].map(([sourceYear = 0, horizonYear = 0]) => isOld({ sourceYear, horizonYear }, 2026))).toEqual([false, false, true, true])
})

test('a sheet is looked at, then written; the same again changes nothing, and bad rows are told', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  const file = { fileName: 'behov.csv', bytes: sheet('5120;stort;4;2030;Planen;2026', '51;noe;;2031;Planen;2026') }
  expect(await broker.call('opportunities.importForecasts', { ...file, dryRun: true })).toMatchObject({ created: 2, written: false })
  expect(await broker.call('opportunities.importForecasts', { ...file, dryRun: false })).toMatchObject({ created: 2, written: true })
  expect(await broker.call('opportunities.importForecasts', { ...file, dryRun: false })).toMatchObject({ unchanged: 2 })
  const changed = { fileName: 'behov.csv', bytes: sheet('5120;lite;4;2030;Planen;2026', 'kokk;stort;;2030;Planen;2026', '5131;stort;;2020;Planen;2026'), dryRun: false }
  expect(await broker.call('opportunities.importForecasts', changed)).toMatchObject({ written: false, refusedRows: 2, refused: [{ row: 3, code: 'forecast.cell' }, { row: 4, code: 'forecast.horizonBefore' }] })
  expect(await broker.call('opportunities.importForecasts', { ...changed, goodRows: true })).toMatchObject({ written: true, changed: 1 })
  expect((await broker.call('opportunities.listForecasts', {})).rows.map(({ occupationCode, level }) => [occupationCode, level])).toEqual([['51', 'some'], ['5120', 'little']])
  expect(await broker.call('opportunities.importForecasts', { fileName: 'x.csv', bytes: new TextEncoder().encode('a;b\n1;2'), dryRun: true })).toMatchObject({ refused: [{ code: 'forecast.noHeader' }] })
})
