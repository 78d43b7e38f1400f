import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import { hasUpperSecondary } from '../introduction-programme/upper-secondary.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { extendedTrainingAfterRepeal } from './choices.ts'

const names = ['permit', 'schooling', 'hasUkrainianUpperSecondary', 'extendedDecidedOn', 'needsExtendedTraining'] as const

/** Extended training beyond the one year. `atATimeMonths` is the length of each decision; both are 0 where it may not be given. */
export const ExtendedTraining = z.object({ may: z.boolean(), upToMonths: z.int(), atATimeMonths: z.int() })

const none = { may: false, upToMonths: 0, atATimeMonths: 0 } as const
/** § 43 g stood in two periods that follow each other without a day between. */
const [from, repealed] = [plainDate('2023-07-01'), plainDate('2026-07-01')]

/** Whether § 43 g can bear extended training on a day: while it stood, or by a decision from then, as the municipality reads the repeal. */
function isOpen(ask: Asking<(typeof names)[number]>, on: PlainDate): boolean {
  if (on < from) return false
  if (on < repealed) return true
  const decidedOn = ask.known('extendedDecidedOn')
  return decidedOn !== undefined && decidedOn >= from && decidedOn < repealed && ask.choice(extendedTrainingAfterRepeal) === 'runs_on'
}

/** Extended training in Norwegian for collective protection, 1 July 2023 to 30 June 2026 (IF § 43 g): the municipality may, and need not. */
export const norwegianExtended = rule({
  name: 'norwegian.extended', version: 1, decidedBy: ['extendedDecidedOn'], facts: names, answer: ExtendedTraining,
  sources: [ref('IF', '43 g', { ledd: 1 }), ref('IF', '43 g', { ledd: 2 }), ref('FOR-2026-06-21-1155')], checkedBy: 'IMDi',
  decide(ask) {
    if (ask.need('permit').permit !== 'collective_protection') {
      ask.step('step.norwegian.extendedOnlyCollective', ref('IF', '43 g', { ledd: 1, sentence: 1 }))
      return none
    }
    if (!isOpen(ask, ask.on)) {
      ask.step('step.norwegian.extendedNotInForce', ref('FOR-2026-06-21-1155'), { params: { from, repealed } })
      return none
    }
    if (!ask.need('needsExtendedTraining').needsExtendedTraining) {
      ask.step('step.norwegian.extendedNotNeeded', ref('IF', '43 g', { ledd: 1, sentence: 1 }))
      return none
    }
    ask.judge('judge.norwegian.extended', ref('IF', '43 g', { ledd: 1, sentence: 1 }), { force: 'may' })
    const isShort = hasUpperSecondary(ask, ask.on, 'training')
    const upToMonths = isShort ? 6 : 24
    ask.step('step.norwegian.extended', ref('IF', '43 g', { ledd: 2, sentence: isShort ? 1 : 2 }), { params: { upToMonths, atATime: 6 }, force: 'may' })
    return { may: true, upToMonths, atATimeMonths: 6 }
  },
})
