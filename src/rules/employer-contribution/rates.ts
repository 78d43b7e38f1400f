import { plainDate } from '#shared/date.ts'
import type { Parameter } from '../parameter.ts'
import { parameter } from '../parameter.ts'
import { ref } from '../source.ts'

const source = ref('CONTRDECISION', undefined, { certainty: 'P', note: 'aktuellesatser.no 2026, samsvarer med Skatteetatens ordning' })

/** Rates are set each year by the Storting. Those of 2026 are built in; for other years the municipality enters them. */
const rate = (name: string, percent: number) => parameter({ name, unit: 'percent', renews: '01-01', values: [{ from: plainDate('2026-01-01'), value: percent, source }] })

export const fullRate = rate('contributionZoneI', 14.1)
export const farmingRateIVa = rate('contributionZoneIVaFarming', 5.1)

/** The rate of each zone; of Ia the reduced one, for as long as the allowance lasts. */
export const zoneRates: Readonly<Record<'I' | 'Ia' | 'II' | 'III' | 'IV' | 'IVa' | 'V', Parameter>> = {
  I: fullRate, Ia: rate('contributionZoneIa', 10.6), II: rate('contributionZoneII', 10.6), III: rate('contributionZoneIII', 6.4),
  IV: rate('contributionZoneIV', 5.1), IVa: rate('contributionZoneIVa', 7.9), V: rate('contributionZoneV', 0),
}

const allowanceOf = (year: number, value: number) => ({ from: plainDate(`${year}-01-01`), value, source })

/** The allowance of zone Ia, kroner a year for each employer. */
export const contributionAllowance = parameter({
  name: 'contributionAllowance', unit: 'NOK/year', renews: '01-01',
  values: [...[2021, 2022, 2023].map((year) => allowanceOf(year, 500_000)), ...[2024, 2025, 2026].map((year) => allowanceOf(year, 850_000))],
})

export const contributionRates: readonly Parameter[] = [...Object.values(zoneRates), farmingRateIVa, contributionAllowance]
