import { plainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isAdded } from './added-kinds.ts'
import type { AbsenceKind } from './facts.ts'
import { breastfeedingQuota } from './quota-breastfeeding.ts'
import { fixedQuotas } from './quota-fixed.ts'
import type { AskQuota, BareQuota } from './quota-shape.ts'
import { Quota, dayUnitOn, quotaFacts } from './quota-shape.ts'
import { sickChildQuota } from './quota-sick-child.ts'
import { welfareQuota } from './quota-welfare.ts'

function addsToLength(ask: AskQuota, kind: AbsenceKind): boolean | null {
  if (ask.on >= plainDate('2026-01-01')) return isAdded(kind)
  ask.open('open.effectOnLength.before2026')
  return null
}

/** Kinds whose days were plain days until 1 August 2023, beside those with rules of their own; religious days and holiday were working days from the first. */
const oncePlainDays: readonly AbsenceKind[] = ['pregnancy', 'birth_mother', 'birth_father', 'peace_work']
const peaceWorkFrom = plainDate('2022-08-24')

/** IF § 14 a came on 24 August 2022: before it this was no ground of leave. */
function noPeaceWork(ask: AskQuota): BareQuota {
  ask.step('step.quota.peaceWorkBefore', ref('FOR-2022-08-24-1479', '14 a'), { params: { from: peaceWorkFrom } })
  return { amount: 0, unit: 'days', per: 'none', withBenefit: false, needs: [], force: 'is' }
}

function bareQuota(ask: AskQuota): BareQuota {
  const { absenceKind } = ask.need('absenceKind')
  if (absenceKind === 'sick_child' || absenceKind === 'sick_carer') return sickChildQuota(ask)
  if (absenceKind === 'breastfeeding') return breastfeedingQuota(ask)
  if (absenceKind === 'welfare') return welfareQuota(ask)
  if (absenceKind === 'peace_work' && ask.on < peaceWorkFrom) return noPeaceWork(ask)
  const { quota: fixed, step, source, judge } = fixedQuotas[absenceKind]
  const quota = oncePlainDays.includes(absenceKind) ? { ...fixed, unit: dayUnitOn(ask.on) } : fixed
  ask.step(step, source, { params: { amount: quota.amount ?? 0, unit: quota.unit }, force: quota.force })
  if (judge !== undefined) ask.judge(judge, source, { force: quota.force })
  if (absenceKind === 'holiday') ask.open('open.quota.holidayPeriod')
  return quota
}

/** How much absence, days off or leave of a kind a participant may have, for what time, with or without benefit, and what she must hand in. */
export const absenceQuota = rule({
  name: 'absence.quota', version: 1, decidedBy: [], facts: quotaFacts, answer: Quota,
  sources: ['5', '6', '7', '11', '12', '13', '14', '14a', '15', '16', '17', '18', '19'].map((section) => ref('IF', section)),
  checkedBy: 'IMDi',
  decide(ask) {
    const quota = bareQuota(ask)
    if (quota.unit === 'days' && quota.amount !== 0) ask.judge('judge.quota.plainDays', ref('FOR-2023-06-26-1105'))
    return { ...quota, addsToLength: addsToLength(ask, ask.need('absenceKind').absenceKind) }
  },
})
