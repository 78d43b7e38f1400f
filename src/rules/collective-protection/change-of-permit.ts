import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isChapterInForce } from './chapter.ts'

const from = plainDate('2026-01-01')
const chapterFrom = plainDate('2022-06-15')
export const changeOfPermitFacts = ['permit', 'permitGrantedOn', 'hadCollectiveProtectionDecision', 'startedOn'] as const
type Ask = Asking<(typeof changeOfPermitFacts)[number]>

export const ChangeOfPermit = z.object({
  /** Whether the new permit gives rights and duties of its own under the act. */
  givesNewRights: z.boolean(),
  /** Whether a programme that has been started may be finished. */
  mayFinish: z.boolean(),
})

/**
 * Whether IF § 43 h bars new rights: a decision under chapter 6A, and then another permit. What decides is the day of that permit, when
 * the change takes place: in this wording the section holds from 2026, and of an earlier change somebody must judge.
 */
export function isBarredByChange(ask: Ask): boolean {
  const { permit, permitGrantedOn } = ask.need('permit', 'permitGrantedOn')
  if (permit === 'collective_protection' || permitGrantedOn < chapterFrom) return false
  const isBarring = permitGrantedOn >= from && isChapterInForce(ask, permitGrantedOn)
  const hadDecision = isBarring ? ask.knownOrOpen('hadCollectiveProtectionDecision') : ask.known('hadCollectiveProtectionDecision')
  if (hadDecision === true && permitGrantedOn < from) ask.judge('judge.change.before2026', ref('IF', '43 h', { ledd: 1 }), { params: { permitGrantedOn } })
  return isBarring && hadDecision === true
}

/** IF § 43 h: those who had collective protection and a decision under chapter 6A get no new rights or duties with another permit; what is started may be finished. */
export const changeOfPermit = rule({
  name: 'collectiveProtection.changeOfPermit', version: 1, decidedBy: ['permitGrantedOn'], facts: changeOfPermitFacts, answer: ChangeOfPermit,
  sources: [ref('IF', '43 h', { ledd: 1 }), ref('IF', '43 h', { ledd: 2 })],
  checkedBy: 'IMDi',
  decide(ask) {
    ask.need('permit', 'permitGrantedOn', 'hadCollectiveProtectionDecision')
    const started = ask.known('startedOn')
    const mayFinish = started !== undefined && started <= ask.on
    if (!isBarredByChange(ask)) {
      ask.step('step.change.notBarred', ref('IF', '43 h', { ledd: 1 }))
      return { givesNewRights: true, mayFinish }
    }
    ask.step('step.change.noNewRights', ref('IF', '43 h', { ledd: 1 }), { force: 'is' })
    if (mayFinish) ask.step('step.change.mayFinish', ref('IF', '43 h', { ledd: 2 }))
    return { givesNewRights: false, mayFinish }
  },
})
