import { z } from 'zod'
import { addDays, PlainDate } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { dayAfterMonths } from './months.ts'

export const LastDay = z.object({
  lastDay: PlainDate,
  /** How the day came about: until when, after each part, in order. */
  steps: z.array(z.object({ what: z.enum(['length', 'extension', 'frozen', 'added']), until: PlainDate })),
})

/** The day `days` working days after `day`: Mondays to Fridays that are no days off (IF § 17). */
function addWorkingDays(day: PlainDate, days: number): PlainDate {
  let [last, left] = [day, days]
  while (left > 0) {
    last = addDays(last, 1)
    if (!isDayOff(last)) left -= 1
  }
  return last
}

/**
 * The last day of the programme: length and extension in calendar months from the first day, then calendar days of
 * temporary stop, then working days of absence and leave that come in addition (IF §§ 10, 19), on days that are no days off.
 * What is not given has not been granted so far, and stands open. A programme that ends on a day off ends there, where nothing is added.
 */
export const lastDay = rule({
  name: 'programme.lastDay', version: 1, decidedBy: ['startedOn'], facts: ['startedOn', 'lengthMonths', 'extensionMonths', 'frozenDays', 'addedWorkingDays'], answer: LastDay,
  sources: [ref('IL', '13', { ledd: 3 }), ref('IL', '14', { ledd: 4 }), ref('IL', '18'), ref('IF', '10'), ref('IF', '17', { ledd: 1 }), ref('IF', '19')],
  checkedBy: 'IMDi',
  decide(ask) {
    const { startedOn, lengthMonths } = ask.need('startedOn', 'lengthMonths')
    const [extension, frozen, added] = [ask.knownOrOpen('extensionMonths') ?? 0, ask.knownOrOpen('frozenDays') ?? 0, ask.knownOrOpen('addedWorkingDays') ?? 0]
    const steps: z.infer<typeof LastDay>['steps'] = [{ what: 'length', until: addDays(dayAfterMonths(ask, startedOn, lengthMonths), -1) }]
    ask.step('step.lastDay.length', ref('IL', '15', { ledd: 3 }), { params: { startedOn, months: lengthMonths } })
    if (extension > 0) {
      steps.push({ what: 'extension', until: addDays(dayAfterMonths(ask, startedOn, lengthMonths + extension), -1) })
      ask.step('step.lastDay.extension', ref('IL', '14', { ledd: 4 }), { params: { months: extension } })
    }
    const last = () => steps.at(-1)?.until ?? startedOn
    if (frozen > 0) {
      steps.push({ what: 'frozen', until: addDays(last(), frozen) })
      ask.step('step.lastDay.frozen', ref('IL', '18'), { params: { days: frozen } })
    }
    if (added > 0) {
      steps.push({ what: 'added', until: addWorkingDays(last(), added) })
      ask.step('step.lastDay.added', ref('IF', '19'), { params: { days: added } })
    }
    return { lastDay: last(), steps }
  },
})
