import { z } from 'zod'
import { PlainDate, addMonths, daysBetween } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { appliedGrants, imdi } from './rates.ts'

/** The last day to apply for extra grants, and days until it (negative when it has passed). Kroner; null is not known. */
export const ExtraDeadline = z.object({ applyAtLatest: PlainDate, daysLeft: z.int(), onceKroner: z.int().nullable(), yearlyAtMostKroner: z.int().nullable() })

const MONTHS = 14
const practice = imdi('Kommuners praksis slik den er beskrevet i forskning på bosetting; IMDis rundskriv er ikke lest')

/** The clock of extra grants for known disability or difficult behaviour (GRA-02): fourteen months from settlement. */
export const extraDeadline = rule({
  name: 'grants.extraDeadline', version: 1, decidedBy: ['settledOn'], facts: ['settledOn'], answer: ExtraDeadline,
  sources: [practice],
  checkedBy: 'IMDi',
  decide(ask) {
    const { settledOn } = ask.need('settledOn')
    const applyAtLatest = addMonths(settledOn, MONTHS)
    ask.step('step.grants.extraDeadline', practice, { params: { months: MONTHS, settledOn, day: applyAtLatest } })
    ask.judge('judge.grants.documents', practice)
    ask.open('open.grants.deadline')
    const [onceKroner, yearlyAtMostKroner] = [appliedGrants.once, appliedGrants.yearly].map((one) => ask.valueOrOpen(one, ask.on) ?? null)
    return { applyAtLatest, daysLeft: daysBetween(ask.on, applyAtLatest), onceKroner: onceKroner ?? null, yearlyAtMostKroner: yearlyAtMostKroner ?? null }
  },
})
