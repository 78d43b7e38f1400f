import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { workingDay } from './choices.ts'
import { daysFromTo, workingDaysBetween } from './working-days.ts'

/** The days off from one day to another, and the working days, both ends counted in. */
const DaysOff = z.object({ daysOff: z.array(PlainDate), workingDays: z.int() })

/** Which days are off in the programme (IF § 17 first paragraph). Christmas and New Year's Eve are ordinary days. */
export const absenceDaysOff = rule({
  name: 'absence.daysOff', version: 1, decidedBy: ['absentFrom'], facts: ['absentFrom', 'absentTo'], answer: DaysOff,
  sources: [ref('IF', '17', { ledd: 1 })], checkedBy: 'IMDi',
  decide(ask) {
    const { absentFrom, absentTo } = ask.need('absentFrom', 'absentTo')
    const daysOff = daysFromTo(absentFrom, absentTo).filter(isDayOff)
    const workingDays = workingDaysBetween(absentFrom, absentTo, ask.choice(workingDay))
    ask.step('step.daysOff.named', ref('IF', '17', { ledd: 1 }), { params: { count: daysOff.length } })
    ask.step('step.daysOff.workingDays', workingDay.source, { params: { workingDays } })
    return { daysOff, workingDays }
  },
})
