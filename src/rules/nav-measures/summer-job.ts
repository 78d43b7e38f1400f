import { addDays, plainDate, yearsBetween } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isReducedCapacity } from './facts.ts'
import { Measure, measureNames, measureOf } from './measure.ts'

const names = [...measureNames, 'assistanceGroup', 'hasTroubleGettingWork', 'employerHasLayOffs', 'measureFrom', 'measureUntil'] as const
type Ask = Asking<(typeof names)[number]>

const [WEEKS, YOUNG, IN_FORCE] = [4, 30, plainDate('2021-04-22')]

/** At most four weeks. Outside June to August Nav may approve it, quite exceptionally. */
function isWithinPeriod(ask: Ask): boolean {
  const { measureFrom, measureUntil } = ask.need('measureFrom', 'measureUntil')
  const isSummer = measureFrom.slice(0, 4) === measureUntil.slice(0, 4) && measureFrom.slice(5) >= '06-01' && measureUntil.slice(5) <= '08-31'
  ask.step('step.nav.summerJob.period', ref('TF', '8-4', { ledd: 1 }), { params: { weeks: WEEKS } })
  if (!isSummer) ask.judge('judge.nav.summerJob.outside', ref('TF', '8-4', { ledd: 2, sentence: 2 }), { force: 'may' })
  return measureUntil < addDays(measureFrom, WEEKS * 7)
}

/** Sommerjobb (TF ch. 8): up to four weeks for those under 30, the employer refunded by a percent. */
export const summerJob = rule({
  name: 'nav.summerJob', version: 1, decidedBy: ['measureFrom'], facts: names, answer: Measure,
  sources: [ref('TF', '8-2'), ref('TF', '8-3', { ledd: 1 }), ref('TF', '8-3', { ledd: 2 }), ref('TF', '8-4'), ref('TF', '8-6', { ledd: 4 }), ref('TF', '8-6', { ledd: 5 })],
  checkedBy: 'Nav',
  decide(ask) {
    const { birthDate, assistanceGroup, hasTroubleGettingWork, employerHasLayOffs, measureFrom } = ask.need(...names)
    const percent = isReducedCapacity(assistanceGroup) ? 75 : 50
    ask.step('step.nav.summerJob.who', ref('TF', '8-3', { ledd: 1 }), { params: { age: YOUNG }, force: 'may' })
    ask.step('step.nav.summerJob.percent', ref('TF', '8-6', { ledd: 4 }), { params: { percent } })
    ask.step('step.nav.summerJob.layOffs', ref('TF', '8-6', { ledd: 5 }))
    return measureOf(ask, [
      [measureFrom >= IN_FORCE, 'not_in_force'], [yearsBetween(birthDate, measureFrom) < YOUNG, 'age'], [assistanceGroup !== 'good_possibilities', 'group'],
      [hasTroubleGettingWork, 'need'], [!employerHasLayOffs, 'employer'], [isWithinPeriod(ask), 'period'],
    ], { longestWeeks: WEEKS, isEmployed: true, support: 'percent', percents: [{ percent, months: null }] })
  },
})
