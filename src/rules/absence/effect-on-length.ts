import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { plainDate, yearsBetween } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isAdded, isExempt } from './added-kinds.ts'
import { effectOnLengthAmount, effectOnLengthPeriod, workingDay } from './choices.ts'
import type { Spell } from './facts.ts'
import type { WorkingWeek } from './working-days.ts'
import { daysFromTo, isWorkingDay } from './working-days.ts'

const LIMIT = 10
const IN_FORCE = plainDate('2026-01-01')
const names = ['absences', 'startedOn'] as const
type Ask = Asking<(typeof names)[number]>

/** What absence, days off and leave do to the length of the programme, in working days. */
const Effect = z.object({
  /** Days that count: all kinds of the regulation but holiday and religious days, from 2026 on. */
  countedDays: z.number(),
  /** Days that come in addition to the programme. */
  addedDays: z.number(),
  /** Days of the same kinds before 2026; which rule applied to them was not read, so a person must judge them. */
  undecidedDays: z.number(),
})

type Day = { day: PlainDate; weight: number }

/** The working days of spells; where fewer were given than there are, each weighs its part. */
const workingDaysOf = (spells: readonly Spell[], week: WorkingWeek): Day[] => spells.flatMap(({ from, to, workingDays }) => {
  const days = daysFromTo(from, to).filter((day) => isWorkingDay(day, week))
  return days.map((day) => ({ day, weight: workingDays === undefined ? 1 : Math.min(1, workingDays / days.length) }))
})

/** A sum of parts of days, without the dust of decimal fractions. */
const total = (days: readonly Day[]): number => Math.round(days.reduce((sum, { weight }) => sum + weight, 0) * 1000) / 1000

/** Days by the period the ten are counted in. */
function byPeriod(ask: Ask, days: readonly Day[]): Day[][] {
  const period = ask.choice(effectOnLengthPeriod)
  if (period === 'whole_programme') return [[...days]]
  if (period === 'calendar_year') return [...Map.groupBy(days, ({ day }) => day.slice(0, 4)).values()]
  const { startedOn } = ask.need('startedOn')
  return [...Map.groupBy(days, ({ day }) => yearsBetween(startedOn, day)).values()]
}

/** What is added of the days of one period: nothing up to ten, then all of them or those beyond ten. */
function addedOf(ask: Ask, days: number): number {
  if (days <= LIMIT) return 0
  return ask.choice(effectOnLengthAmount) === 'everything' ? days : Math.round((days - LIMIT) * 1000) / 1000
}

function explain(ask: Ask, added: number, counted: number): void {
  ask.step('step.effectOnLength.counted', ref('IF', '19', { sentence: 2 }), { params: { counted } })
  if (added === 0) ask.step('step.effectOnLength.within', ref('IF', '10'), { params: { limit: LIMIT } })
  else ask.step('step.effectOnLength.added', ref('IF', '10'), { params: { limit: LIMIT, added }, force: 'shall' })
}

/**
 * How many working days come in addition to the programme (IF §§ 10 and 19, from 2026): when absence, days off and leave are over
 * ten working days in total. Whether all of them or the excess, and in what period, the regulation does not say.
 */
export const absenceEffectOnLength = rule({
  name: 'absence.effectOnLength', version: 1, decidedBy: [], facts: names, answer: Effect,
  sources: [ref('IF', '10'), ref('IF', '19', { sentence: 1 }), ref('IF', '19', { sentence: 2 })], checkedBy: 'IMDi',
  decide(ask) {
    const { absences } = ask.need('absences')
    const week = ask.choice(workingDay)
    const days = workingDaysOf(absences.filter(({ kind }) => isAdded(kind)), week)
    const now = days.filter(({ day }) => day >= IN_FORCE)
    const exempt = workingDaysOf(absences.filter(({ kind }) => isExempt(kind)), week).filter(({ day }) => day >= IN_FORCE)
    const addedDays = now.length === 0 ? 0 : Math.round(byPeriod(ask, now).reduce((sum, one) => sum + addedOf(ask, total(one)), 0) * 1000) / 1000
    explain(ask, addedDays, total(now))
    if (now.length > 0 && exempt.length > 0 && total(now) + total(exempt) > LIMIT) ask.open('open.effectOnLength.exemptInLimit')
    const undecidedDays = total(days.filter(({ day }) => day < IN_FORCE))
    if (undecidedDays > 0) ask.judge('judge.effectOnLength.before2026', ref('IF', '10', { certainty: 'U' }), { params: { undecidedDays } })
    if (undecidedDays > 0) ask.open('open.effectOnLength.before2026')
    return { countedDays: total(now), addedDays, undecidedDays }
  },
})
