import { z } from 'zod'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { programmeHolidayDays, programmeWeeklyHours, programmeWeeklyHoursOwnWork } from './parameters.ts'

export const Hours = z.object({
  isFullTime: z.boolean(),
  /** Hours a week of full time. */
  hoursPerWeek: z.number(),
  /** Weeks a year: all but the holiday. */
  weeksPerYear: z.number(),
})

const WEEKS = 52
const WORKING_DAYS_A_WEEK = 5

/** Full time and the whole year (IL §§ 13, 14). Collective protection before 2026 could be part-time for reasons of capacity (IL § 37 c as it then read, IF § 43 i). */
export const programmeHours = rule({
  name: 'programme.hours', version: 1, decidedBy: ['startedOn'], facts: ['demandsOwnWork', 'startedOn', 'permit', 'permitGrantedOn'], answer: Hours,
  sources: [ref('IL', '13', { ledd: 3 }), ref('IL', '14', { ledd: 1, sentence: 3 }), ref('IF', '18'), ref('imdi.no: Omfang og innhold i programmet', undefined, { certainty: 'P' })],
  checkedBy: 'IMDi',
  decide(ask) {
    const { demandsOwnWork } = ask.need('demandsOwnWork')
    const day = ask.known('startedOn') ?? ask.on
    ask.step('step.hours.fullTime', ref('IL', '13', { ledd: 3, sentence: 1 }), { force: 'shall' })
    if (hasOwnProgrammeRules(ask, day)) ask.judge('judge.hours.partTime', formerSection37c(day, 4, 4), { force: 'may' })
    const hoursPerWeek = ask.value(demandsOwnWork ? programmeWeeklyHoursOwnWork : programmeWeeklyHours, day) ?? 0
    ask.step(demandsOwnWork ? 'step.hours.ownWork' : 'step.hours.plain', ref('imdi.no: Omfang og innhold i programmet', undefined, { certainty: 'P' }), { params: { hours: hoursPerWeek } })
    const holiday = ask.value(programmeHolidayDays, day) ?? 0
    const weeksPerYear = WEEKS - holiday / WORKING_DAYS_A_WEEK
    ask.step('step.hours.weeks', ref('IF', '18', { certainty: 'K', note: '47 uker er regnet ut: 52 uker uten 25 virkedager ferie' }), { params: { weeks: weeksPerYear, holiday } })
    return { isFullTime: true, hoursPerWeek, weeksPerYear }
  },
})
