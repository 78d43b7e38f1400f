import type { PlainDate } from '#shared/date.ts'
import { yearsBetween } from '#shared/date.ts'

/** Large groups of countries, so that there are enough in each; a country that is in none is among the others. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  ukraine: ['UA'],
  middle_east_north_africa: ['SY', 'IQ', 'IR', 'YE', 'PS', 'LB', 'JO', 'TR', 'EG', 'LY', 'TN', 'DZ', 'MA'],
  other_africa: ['ER', 'ET', 'SO', 'SD', 'SS', 'CD', 'CG', 'BI', 'RW', 'UG', 'KE', 'TZ', 'NG', 'CM'],
  asia: ['AF', 'PK', 'BD', 'MM', 'LK', 'CN', 'VN', 'TH'],
}
export const countryGroup = (country: string | null): string =>
  (country === null ? 'unknown' : Object.entries(COUNTRIES).find(([, codes]) => codes.includes(country))?.[0] ?? 'others')

/** Bands of age: below how many years, and what the band is called; the last has no upper end. */
export type Bands = readonly (readonly [number, string])[]
const BANDS: Bands = [[25, 'under_25'], [35, 'from_25'], [45, 'from_35'], [55, 'from_45'], [Infinity, 'from_55']]

/** Her age on the day she was proposed, in bands. */
export function ageBand(birthDate: PlainDate | null, on: PlainDate, bands: Bands = BANDS): string {
  if (birthDate === null) return 'unknown'
  const age = yearsBetween(birthDate, on)
  return bands.find(([below]) => age < below)?.[1] ?? 'unknown'
}
