import { plainDate } from '#shared/date.ts'
import type { Parameter } from '../parameter.ts'
import { parameter } from '../parameter.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'

/** IMDi's pages, as read. Each year's circular is the primary text. */
export const imdi = (note: string): Source => ref('SETTLEGRANT', undefined, { certainty: 'P', note })
const ks = imdi('KS om statsbudsjettet for 2023')

/** A yearly amount of kroner. Where no sure figure was found there is no value: the municipality enters it with its source. */
const yearly = (name: string, figures: Readonly<Record<number, number>> = {}, source: Source = ks): Parameter =>
  parameter({ name, unit: 'NOK/year', renews: '01-01', values: Object.entries(figures).map(([year, value]) => ({ from: plainDate(`${year}-01-01`), value, source })) })

/** The integration grant of the year of settlement, by category. */
export const firstYearGrants = {
  single_adult: yearly('integrationGrantSingleAdult'), adult_in_family: yearly('integrationGrantAdultInFamily'),
  child: yearly('integrationGrantChild'), unaccompanied_minor: yearly('integrationGrantUnaccompaniedMinor'),
} as const

/** The integration grant of the second to the fifth year, the same whatever the category. */
export const laterGrants: readonly Parameter[] = [2, 3, 4, 5].map((year) => yearly(`integrationGrantYear${year}`))

/** Grants paid once, in the year of settlement. */
export const onceGrants = { elderly: yearly('grantElderly'), kindergarten: yearly('grantKindergarten') } as const

/** Grants for unaccompanied minors each year: through the year they turn 16, and after. */
export const minorGrants = { until16: yearly('grantMinorUntil16', { 2023: 1_118_000 }), after16: yearly('grantMinorAfter16', { 2023: 705_000 }) } as const

/** Grants applied for: the particular ones for known disability or behaviour, once and yearly (the highest), and those for training in Norwegian. */
export const appliedGrants = { once: yearly('particularGrantOnce', { 2023: 196_400 }), yearly: yearly('particularGrantYearly', { 2023: 1_520_000 }) } as const

const training = imdi('imdi.no om tilskudd til norskopplæring, 2023')

/** Grants for training in Norwegian: the basic one by how many persons, for each person by IL § 37 d, and for each decision on extended training (IF § 43 g, repealed 2026-07-01). */
export const trainingGrants = {
  small: yearly('norwegianGrantSmall', { 2023: 217_000 }), large: yearly('norwegianGrantLarge', { 2023: 643_900 }),
  collective: yearly('norwegianGrantCollective', { 2023: 45_000 }), extended: yearly('norwegianGrantExtended', { 2023: 27_450 }, training),
} as const

export const grantRates: readonly Parameter[] = [...Object.values(firstYearGrants), ...laterGrants, ...Object.values(onceGrants), ...Object.values(minorGrants), ...Object.values(appliedGrants), ...Object.values(trainingGrants)]
