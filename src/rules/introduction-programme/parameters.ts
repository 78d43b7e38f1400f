import { plainDate } from '#shared/date.ts'
import { parameter } from '../parameter.ts'
import { ref } from '../source.ts'

const act = plainDate('2021-01-01')
const imdi = ref('imdi.no: Omfang og innhold i programmet', undefined, { certainty: 'P', note: 'loven sier fulltid uten timetall' })

/** Hours a week that count as full time, where the measures ask for no preparation. The act has no figure: this one is IMDi's. */
export const programmeWeeklyHours = parameter({ name: 'programmeWeeklyHours', unit: 'hours', values: [{ from: act, value: 37.5, source: imdi }] })

/** The same where the measures demand much preparation and own work. */
export const programmeWeeklyHoursOwnWork = parameter({ name: 'programmeWeeklyHoursOwnWork', unit: 'hours', values: [{ from: act, value: 30, source: imdi }] })

/** Working days of holiday a year (IF § 18): five weeks. */
export const programmeHolidayDays = parameter({ name: 'programmeHolidayDays', unit: 'days', values: [{ from: act, value: 25, source: ref('IF', '18') }] })
