import { plainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isAdded } from './added-kinds.ts'
import type { AbsenceKind } from './facts.ts'
import { breastfeedingQuota } from './quota-breastfeeding.ts'
import { fixedQuotas } from './quota-fixed.ts'
import type { AskQuota, BareQuota } from './quota-shape.ts'
import { Quota, quotaFacts } from './quota-shape.ts'
import { sickChildQuota } from './quota-sick-child.ts'
import { welfareQuota } from './quota-welfare.ts'

function addsToLength(ask: AskQuota, kind: AbsenceKind): boolean | null {
  if (ask.on >= plainDate('2026-01-01')) return isAdded(kind)
  ask.open('open.effectOnLength.before2026')
  return null
}

function bareQuota(ask: AskQuota): BareQuota {
  const { absenceKind } = ask.need('absenceKind')
  if (absenceKind === 'sick_child' || absenceKind === 'sick_carer') return sickChildQuota(ask)
  if (absenceKind === 'breastfeeding') return breastfeedingQuota(ask)
  if (absenceKind === 'welfare') return welfareQuota(ask)
  const { quota, step, source, judge } = fixedQuotas[absenceKind]
  ask.step(step, source, { params: { amount: quota.amount ?? 0 }, force: quota.force })
  if (judge !== undefined) ask.judge(judge, source, { force: quota.force })
  if (absenceKind === 'holiday') ask.open('open.quota.holidayPeriod')
  return quota
}

/** How much absence, days off or leave of a kind a participant may have, for what time, with or without benefit, and what she must hand in. */
export const absenceQuota = rule({
  name: 'absence.quota', version: 1, decidedBy: [], facts: quotaFacts, answer: Quota,
  sources: ['5', '6', '7', '11', '12', '13', '14', '14a', '15', '16', '17', '18', '19'].map((section) => ref('IF', section)),
  checkedBy: 'IMDi',
  decide: (ask) => ({ ...bareQuota(ask), addsToLength: addsToLength(ask, ask.need('absenceKind').absenceKind) }),
})
