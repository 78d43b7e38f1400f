import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { PlainDate as Day, addDays, plainDate } from '#shared/date.ts'
import { hasUpperSecondary } from '../introduction-programme/upper-secondary.ts'
import { cameFromAbroad } from '../introduction-programme/which-act.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { leaveAddsToCollectiveYear, norwegianHoursForLateArrival, olderLimitCountsFrom } from './choices.ts'
import { type Group, type groupFacts, groupOf } from './group.ts'
import { earlier, lastDayOf, turnsOn } from './period.ts'
import { beganOn, countsFromOffer, startFacts } from './start.ts'

const names = [...startFacts, 'schooling', 'hasUkrainianUpperSecondary', 'trainingOfferedOn', 'trainingStartedOn', 'approvedLeaveDays', 'norwegianGoalReached', 'completedNorwegianHours'] as const
type Ask = Asking<(typeof names)[number]>

/** How long or how much, at most: months and hours are never mixed, and one of them is null. */
export const Extent = z.object({ months: z.int().nullable(), hours: z.int().nullable() })
export type Extent = z.infer<typeof Extent>

/** When the training ends for one person at the latest. */
export const TrainingLimit = Extent.extend({
  /** The day the months count from, and the last day of the right or duty; null where hours decide. */
  countsFrom: Day.nullable(), lastDay: Day.nullable(),
  /** Hours still to be taken; null where months decide. Never below 0. */
  hoursLeft: z.number().nullable(),
  /** Why it has ended on the day asked for, or `no`. */
  ended: z.enum(['no', 'goal', 'time', 'hours', 'age']),
})

/** Hours of Norwegian for those with duty alone: 225, or 250 for permits granted before 2022 (IL § 32, IF § 73). */
function dutyHours(ask: Asking<(typeof groupFacts)[number]>): number {
  const changed = plainDate('2022-01-01')
  if (ask.need('permitGrantedOn').permitGrantedOn >= changed) {
    ask.step('step.norwegian.dutyHours', ref('IL', '32', { ledd: 2 }), { params: { hours: 225 } })
    return 225
  }
  const cameLater = cameFromAbroad(ask) && ask.need('arrivedOn').arrivedOn >= changed
  const hours = cameLater ? Number(ask.choice(norwegianHoursForLateArrival)) : 250
  ask.step('step.norwegian.dutyHours', ref('IF', '73', { ledd: cameLater ? 4 : 3 }), { params: { hours } })
  return hours
}

/** The greatest extent for a group (IL §§ 32, 37 d). */
export function extentOf(ask: Asking<(typeof groupFacts)[number] | 'schooling' | 'hasUkrainianUpperSecondary'>, group: 'right_and_duty' | 'duty' | 'right'): Extent {
  if (group === 'duty') return { months: null, hours: dutyHours(ask) }
  if (group === 'right') {
    ask.step('step.norwegian.oneYear', ref('IL', '37 d', { ledd: 2, sentence: 1 }), { params: { months: 12 } })
    return { months: 12, hours: null }
  }
  const isShort = hasUpperSecondary(ask, ask.on, 'training')
  ask.step(isShort ? 'step.norwegian.eighteenMonths' : 'step.norwegian.threeYears', ref('IL', '32', { ledd: 1, sentence: isShort ? 2 : 1 }), { params: { months: isShort ? 18 : 36 } })
  return { months: isShort ? 18 : 36, hours: null }
}

/** The day the months count from. */
function firstDay(ask: Ask, group: Group): PlainDate | null {
  if (group === 'right') return ask.need('trainingStartedOn').trainingStartedOn
  if (countsFromOffer(ask)) return ask.need('trainingOfferedOn').trainingOfferedOn
  const older = ask.choice(olderLimitCountsFrom)
  if (older === 'right_began') return beganOn(ask, group)
  return older === 'training_offered' ? ask.need('trainingOfferedOn').trainingOfferedOn : ask.need('trainingStartedOn').trainingStartedOn
}

function leaveDays(ask: Ask, group: Group): number {
  const { approvedLeaveDays } = ask.need('approvedLeaveDays')
  if (approvedLeaveDays === 0 || (group === 'right' && ask.choice(leaveAddsToCollectiveYear) === 'not_added')) return 0
  ask.step('step.norwegian.leaveAdded', ref('IL', '32', { ledd: 1 }), { params: { days: approvedLeaveDays } })
  return approvedLeaveDays
}

function byMonths(ask: Ask, group: 'right_and_duty' | 'right', months: number, turns67: PlainDate): z.infer<typeof TrainingLimit> | null {
  const countsFrom = firstDay(ask, group)
  if (countsFrom === null) return null
  const last = earlier(addDays(lastDayOf(ask, countsFrom, months), leaveDays(ask, group)), addDays(turns67, -1))
  ask.step('step.norwegian.lastDay', ref('IL', group === 'right' ? '37 d' : '32', { certainty: 'K', note: 'første dag er regnet med' }), { params: { from: countsFrom, last } })
  const isReached = group === 'right_and_duty' && ask.knownOrOpen('norwegianGoalReached') === true
  const ended = isReached ? 'goal' : ask.on >= turns67 ? 'age' : ask.on > last ? 'time' : 'no'
  return { months, hours: null, countsFrom, lastDay: last, hoursLeft: null, ended }
}

function byHours(ask: Ask, hours: number, turns67: PlainDate): z.infer<typeof TrainingLimit> {
  const left = Math.max(0, hours - ask.need('completedNorwegianHours').completedNorwegianHours)
  const ended = ask.knownOrOpen('norwegianGoalReached') === true ? 'goal' : ask.on >= turns67 ? 'age' : left === 0 ? 'hours' : 'no'
  return { months: null, hours, countsFrom: null, lastDay: null, hoursLeft: left, ended }
}

/** The last day of the training, or the hours left of it (IL §§ 26, 32, 37 d; IF §§ 73, 74). */
export const norwegianLimit = rule({
  name: 'norwegian.limit', version: 1, decidedBy: ['permitGrantedOn', 'arrivedOn', 'trainingOfferedOn'], facts: names, answer: TrainingLimit.nullable(),
  sources: [ref('IL', '26', { ledd: 5 }), ref('IL', '32', { ledd: 1 }), ref('IL', '32', { ledd: 2 }), ref('IL', '37 d', { ledd: 2 }), ref('IF', '73', { ledd: 3 }), ref('IF', '74')],
  checkedBy: 'IMDi',
  decide(ask) {
    const group = groupOf(ask)
    if (group === null) return null
    if (group === 'none' || group === 'finish_only') {
      ask.open(group === 'none' ? 'open.norwegian.noLimit' : 'open.norwegian.remainderOfOlder')
      return null
    }
    const { months, hours } = extentOf(ask, group)
    const turns67 = turnsOn(ask.need('birthDate').birthDate, 67)
    if (hours !== null) return byHours(ask, hours, turns67)
    return months === null || group === 'duty' ? null : byMonths(ask, group, months, turns67)
  },
})
