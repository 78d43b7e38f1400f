import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isChapterInForce } from './chapter.ts'

const from = plainDate('2026-01-01')
export const changeOfPermitFacts = ['permit', 'hadCollectiveProtectionDecision', 'startedOn'] as const
type Ask = Asking<(typeof changeOfPermitFacts)[number]>

export const ChangeOfPermit = z.object({
  /** Whether the new permit gives rights and duties of its own under the act. */
  givesNewRights: z.boolean(),
  /** Whether a programme that has been started may be finished. */
  mayFinish: z.boolean(),
})

/** Whether IF § 43 h bars new rights on a day: a decision under chapter 6A, and then another permit. In that wording from 2026. */
export const isBarredByChange = (ask: Ask, day: PlainDate): boolean =>
  ask.known('hadCollectiveProtectionDecision') === true && ask.known('permit') !== 'collective_protection' && day >= from && isChapterInForce(ask, day)

/** IF § 43 h: those who had collective protection and a decision under chapter 6A get no new rights or duties with another permit; what is started may be finished. */
export const changeOfPermit = rule({
  name: 'collectiveProtection.changeOfPermit', version: 1, decidedBy: [], facts: changeOfPermitFacts, answer: ChangeOfPermit,
  sources: [ref('IF', '43 h', { ledd: 1 }), ref('IF', '43 h', { ledd: 2 })],
  checkedBy: 'IMDi',
  decide(ask) {
    ask.need('permit', 'hadCollectiveProtectionDecision')
    const started = ask.known('startedOn')
    const mayFinish = started !== undefined && started <= ask.on
    if (!isBarredByChange(ask, ask.on)) {
      ask.step('step.change.notBarred', ref('IF', '43 h', { ledd: 1 }))
      return { givesNewRights: true, mayFinish }
    }
    ask.step('step.change.noNewRights', ref('IF', '43 h', { ledd: 1 }), { force: 'is' })
    if (mayFinish) ask.step('step.change.mayFinish', ref('IF', '43 h', { ledd: 2 }))
    return { givesNewRights: false, mayFinish }
  },
})
