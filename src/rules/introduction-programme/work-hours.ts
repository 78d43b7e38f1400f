import { z } from 'zod'
import { PlainDate, plainDate } from '#shared/date.ts'
import { hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { workHoursForEarlierStarts } from './choices.ts'
import { REFORM } from './decision-day.ts'
import { hasUpperSecondary } from './upper-secondary.ts'
import { dayAfterMonths } from './months.ts'

const names = ['startedOn', 'finalGoal', 'schooling', 'permit', 'permitGrantedOn', 'hasUkrainianUpperSecondary', 'programmePercent'] as const
type Ask = Asking<(typeof names)[number]>

const counts = ['work_placement', 'part_time_work', 'trade_course', 'nav_measure', 'similar'] as const
export const WorkHours = z.object({
  applies: z.boolean(),
  /** Least hours a week of elements towards work, on average. */
  hoursPerWeek: z.number(),
  /** Where the municipality may go lower. */
  mayBeLoweredTo: z.number().nullable(),
  /** First day it holds. */
  fromDay: PlainDate.nullable(),
  /** What meets it. */
  counts: z.array(z.enum(counts)),
})
export type WorkHours = z.infer<typeof WorkHours>

const LEAST = 15
const LOWERED = 10
const collectiveFrom = plainDate('2024-02-01')
const doesNotApply: WorkHours = { applies: false, hoursPerWeek: 0, mayBeLoweredTo: null, fromDay: null, counts: [] }

/** IL § 14 a third ledd: after three months with upper secondary, six without. */
function reformRule(ask: Ask, startedOn: PlainDate, isSchooled: boolean): WorkHours {
  const months = isSchooled ? 3 : 6
  const after = dayAfterMonths(ask, startedOn, months)
  const fromDay = after < REFORM ? REFORM : after
  ask.step('step.workHours.reform', ref('IL', '14 a', { ledd: 3, sentence: isSchooled ? 1 : 2 }), { params: { hours: LEAST, months, fromDay }, force: 'shall' })
  ask.step('step.workHours.counts', ref('IL', '14 a', { ledd: 4 }))
  return { applies: true, hoursPerWeek: LEAST, mayBeLoweredTo: null, fromDay, counts: [...counts] }
}

/** Collective protection with upper secondary, started from 2024-02-01: after three months; part-time up to 60 percent may have ten hours (IF § 43 h as it then read). */
function collectiveRule(ask: Ask, startedOn: PlainDate): WorkHours {
  const fromDay = dayAfterMonths(ask, startedOn, 3)
  const { programmePercent: percent } = ask.need('programmePercent')
  const isPartTime = percent <= 60
  const source = ref(startedOn < plainDate('2024-07-01') ? 'FOR-2024-01-30-146' : 'FOR-2024-06-26-1359', '43 h', { sentence: isPartTime ? 2 : 1 })
  ask.step('step.workHours.collective', source, { params: { hours: LEAST, fromDay }, force: 'shall' })
  if (isPartTime) ask.judge('judge.workHours.partTime', source, { params: { hours: LOWERED, percent }, force: 'may' })
  return { applies: true, hoursPerWeek: LEAST, mayBeLoweredTo: isPartTime ? LOWERED : null, fromDay, counts: [...counts] }
}

function ruleAtStart(ask: Ask, startedOn: PlainDate, isSchooled: boolean): WorkHours {
  if (isSchooled && startedOn >= collectiveFrom && hasOwnProgrammeRules(ask, startedOn)) return collectiveRule(ask, startedOn)
  ask.step('step.workHours.noRule', ref('IL', '14 a', { ledd: 3 }), { params: { startedOn } })
  return doesNotApply
}

/** The 15-hour rule: how much of a programme that leads to work must be elements towards work, and from which day. What is asked in 2026 of a programme started before is the municipality's reading. */
export const workHours = rule({
  name: 'programme.workHours', version: 1, decidedBy: ['startedOn'], facts: names, answer: WorkHours,
  sources: [ref('IL', '14 a', { ledd: 3 }), ref('IL', '14 a', { ledd: 4 }), ref('FOR-2024-01-30-146', '43 h')],
  checkedBy: 'IMDi',
  decide(ask) {
    const { startedOn, finalGoal } = ask.need('startedOn', 'finalGoal', 'schooling', 'permit', 'permitGrantedOn')
    if (finalGoal !== 'work') {
      ask.step('step.workHours.otherGoal', ref('IL', '14 a', { ledd: 3, sentence: 1 }))
      return doesNotApply
    }
    const isSchooled = hasUpperSecondary(ask, startedOn)
    if (startedOn >= REFORM) return reformRule(ask, startedOn, isSchooled)
    if (ask.on < REFORM) return ruleAtStart(ask, startedOn, isSchooled)
    return ask.choice(workHoursForEarlierStarts) === 'new_rule_from_2026' ? reformRule(ask, startedOn, isSchooled) : ruleAtStart(ask, startedOn, isSchooled)
  },
})
