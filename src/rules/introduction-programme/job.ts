import { plainDate } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'
import { REFORM } from './decision-day.ts'
import { twoYearsFrom } from './residence.ts'

type Ask = Asking<'weeklyJobHours' | 'jobEndedOn' | 'residenceSince' | 'permit' | 'permitGrantedOn'>

const HOURS = 30
const mayRefuseFrom = plainDate('2024-02-01')
const refusalInAct = plainDate('2024-07-01')

/** What a job on the day of the decision means: nothing, that she stands outside until it ends, or that the municipality may refuse. */
export type JobEffect = { isOutside: boolean; revivesIfJobEndsBefore: PlainDate | null }
const none: JobEffect = { isOutside: false, revivesIfJobEndsBefore: null }

/** Between 2024-02-01 and the reform the municipality may refuse those with collective protection and a job near full time (IF § 43 j, then IL § 37 c first ledd). Before, and of others, a job meant nothing. */
function beforeReform(ask: Ask, decided: PlainDate): JobEffect {
  if (decided < mayRefuseFrom || !hasOwnProgrammeRules(ask, decided)) return none
  const hours = ask.knownOrOpen('weeklyJobHours') ?? 0
  const source = decided < refusalInAct ? ref('FOR-2024-01-30-146', '43 j') : formerSection37c(decided, 1, 3)
  if (hours > 0) ask.judge('judge.targetGroup.nearlyFullTime', source, { params: { hours }, force: 'may' })
  return none
}

/** IL § 8 fourth ledd, from 2026: a job, or an offer of one, of at least 30 hours a week keeps her out until it ends. */
export function jobEffect(ask: Ask, decided: PlainDate): JobEffect {
  if (decided < REFORM) return beforeReform(ask, decided)
  const { weeklyJobHours: hours } = ask.need('weeklyJobHours')
  if (hours < HOURS) return none
  const endedOn = ask.known('jobEndedOn')
  const limit = twoYearsFrom(ask.need('residenceSince').residenceSince)
  if (endedOn !== undefined && endedOn <= decided && endedOn < limit) {
    ask.step('step.targetGroup.jobEnded', ref('IL', '8', { ledd: 4, sentence: 2 }), { params: { endedOn, limit } })
    return none
  }
  ask.step('step.targetGroup.job', ref('IL', '8', { ledd: 4, sentence: 1 }), { params: { hours, limit, least: HOURS } })
  return { isOutside: true, revivesIfJobEndsBefore: limit }
}
