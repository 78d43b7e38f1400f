import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { hasUpperSecondary } from './upper-secondary.ts'

const names = ['stopGround', 'hasWrittenWarning', 'permit', 'permitGrantedOn', 'schooling', 'hasUkrainianUpperSecondary'] as const
type Ask = Asking<(typeof names)[number]>

export const Stop = z.object({
  /** Whether the municipality shall or may stop, or has no ground to. */
  force: z.enum(['shall', 'may', 'none']),
  kinds: z.array(z.enum(['temporary', 'permanent'])),
})
type Stop = z.infer<typeof Stop>

const none: Stop = { force: 'none', kinds: [] }
const endsByJobFrom = plainDate('2024-07-01')

/** IL § 40 second ledd: only after a written warning, and only for a time. */
function faceCovering(ask: Ask): Stop {
  if (!ask.need('hasWrittenWarning').hasWrittenWarning) {
    ask.step('step.stop.warnFirst', ref('IL', '40', { ledd: 2, sentence: 1 }))
    return none
  }
  ask.step('step.stop.faceCovering', ref('IL', '40', { ledd: 2, sentence: 1 }), { force: 'may' })
  return { force: 'may', kinds: ['temporary'] }
}

/** From 2024-07-01 until the reform a job near full time ended the programme of those with collective protection and upper secondary (IL § 37 c second ledd as it then read). Else it is no ground named by the act. */
function job(ask: Ask): Stop {
  ask.need('permit', 'permitGrantedOn')
  if (ask.on >= endsByJobFrom && hasOwnProgrammeRules(ask, ask.on) && hasUpperSecondary(ask, ask.on)) {
    ask.step('step.stop.job', formerSection37c(ask.on, 2, 5), { force: 'shall' })
    return { force: 'shall', kinds: ['permanent'] }
  }
  return inPerson(ask, 'step.stop.other')
}

function inPerson(ask: Ask, key: string): Stop {
  ask.step(key, ref('IL', '18', { sentence: 1 }), { force: 'may' })
  ask.judge('judge.stop.objective', ref('IL', '18', { sentence: 1 }), { force: 'may' })
  return { force: 'may', kinds: ['temporary', 'permanent'] }
}

const named = { much_absence: 'step.stop.absence', harmful_conduct: 'step.stop.conduct', long_illness: 'step.stop.illness', other_in_person: 'step.stop.other' } as const

/** Whether the programme may be stopped for a participant, and how (IL §§ 18, 40): on objective grounds in her, which somebody must judge. A stop is an enkeltvedtak (§ 46). */
export const stop = rule({
  name: 'programme.stop', version: 1, decidedBy: [], facts: names, answer: Stop,
  sources: [ref('IL', '18'), ref('IL', '40', { ledd: 2 }), ref('IL', '46', { ledd: 2, letter: 'd' })],
  checkedBy: 'statsforvalteren',
  decide(ask) {
    const { stopGround } = ask.need('stopGround')
    if (stopGround === 'not_in_person') {
      ask.step('step.stop.notInPerson', ref('IL', '18', { sentence: 1 }))
      return none
    }
    ask.step('step.stop.decision', ref('IL', '46', { ledd: 2, letter: 'd' }))
    if (stopGround === 'face_covering') return faceCovering(ask)
    return stopGround === 'nearly_full_time_job' ? job(ask) : inPerson(ask, named[stopGround])
  },
})
