import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import { dayUnitOn } from '../absence/quota-shape.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'

const names = ['partOfProgramme', 'canBeAdapted', 'trainingLeave', 'welfareGround', 'leaveWantedDays', 'leaveUsedDays', 'hasMedicalStatement', 'childAge'] as const
type Ask = Asking<(typeof names)[number]>

/** Leave from the training: `shall` is a right, `may` a judgement, `no` outside what can be given. */
export const TrainingLeave = z.object({
  verdict: z.enum(['shall', 'may', 'no']),
  /** The most that can be given of this kind, in working days (before 1 August 2023 days, as the regulation said) or months, and what is left of the days. */
  most: z.number().nullable(), unit: z.enum(['working_days', 'days', 'months']).nullable(), leftDays: z.number().nullable(),
})
type Leave = z.infer<typeof TrainingLeave>
const no: Leave = { verdict: 'no', most: null, unit: null, leftDays: null }

const peaceWorkFrom = plainDate('2022-08-24')
/** Days for each welfare ground; where none is named, the ten of the year. */
const welfareDays = { kindergarten_start: 3, school_start: 1, wedding: 1, death: 3, appointment: 10, care_of_relative: 10, religious_holiday: 2, other: 10 } as const

function inDays(ask: Ask, most: number, source: Source): Leave {
  const { leaveWantedDays, leaveUsedDays } = ask.need('leaveWantedDays', 'leaveUsedDays')
  const leftDays = Math.max(0, Math.min(most, 10 - leaveUsedDays))
  const unit = dayUnitOn(ask.on)
  ask.step('step.trainingLeave.days', source, { params: { most, year: 10, left: leftDays, unit }, force: 'may' })
  if (unit === 'days') ask.judge('judge.quota.plainDays', ref('FOR-2023-06-26-1105'))
  if (leaveWantedDays <= leftDays) ask.judge('judge.trainingLeave.days', source, { force: 'may' })
  return { verdict: leaveWantedDays <= leftDays ? 'may' : 'no', most, unit, leftDays }
}

/** IF § 31 a came on 24 August 2022. */
function forPeaceWork(ask: Ask): Leave {
  if (ask.on >= peaceWorkFrom) return inDays(ask, 10, ref('IF', '31 a'))
  ask.step('step.quota.peaceWorkBefore', ref('FOR-2022-08-24-1479', '31 a'), { params: { from: peaceWorkFrom } })
  return no
}

function forIllness(ask: Ask): Leave {
  const source = ref('IF', '32')
  if (!ask.need('hasMedicalStatement').hasMedicalStatement) {
    ask.step('step.trainingLeave.needsStatement', source)
    return no
  }
  const { leaveWantedDays, leaveUsedDays } = ask.need('leaveWantedDays', 'leaveUsedDays')
  ask.step('step.trainingLeave.illness', source, { params: { months: 12 } })
  return { verdict: leaveWantedDays + leaveUsedDays <= 365 ? 'shall' : 'no', most: 12, unit: 'months', leftDays: Math.max(0, 365 - leaveUsedDays) }
}

/** Birth: in the first year of the child's life; adoption: the child is under 15. Ten months for both parents together. */
function forChild(ask: Ask, kind: 'birth' | 'adoption'): Leave {
  const { childAge } = ask.need('childAge')
  const source = ref('IF', '33', { ledd: kind === 'birth' ? 1 : 3 })
  ask.step(kind === 'birth' ? 'step.trainingLeave.birth' : 'step.trainingLeave.adoption', source, { params: { months: 10, age: kind === 'birth' ? 1 : 15 } })
  return { verdict: childAge < (kind === 'birth' ? 1 : 15) ? 'shall' : 'no', most: 10, unit: 'months', leftDays: null }
}

/** Leave from training in Norwegian and social studies outside the programme (IF §§ 30–33): only where the training cannot be adapted. */
export const norwegianLeave = rule({
  name: 'norwegian.leave', version: 1, decidedBy: [], facts: names, answer: TrainingLeave.nullable(),
  sources: [ref('IF', '30'), ref('IF', '31'), ref('IF', '31 a'), ref('IF', '32'), ref('IF', '33')], checkedBy: 'IMDi',
  decide(ask) {
    const { partOfProgramme, trainingLeave, canBeAdapted } = ask.need('partOfProgramme', 'trainingLeave', 'canBeAdapted')
    if (partOfProgramme) {
      ask.open('open.norwegian.programmeAbsence')
      return null
    }
    if (canBeAdapted || trainingLeave === 'other') {
      ask.step(canBeAdapted ? 'step.trainingLeave.adaptFirst' : 'step.trainingLeave.closedList', ref('IF', '30', canBeAdapted ? { ledd: 1, sentence: 2 } : { ledd: 3 }))
      return no
    }
    if (trainingLeave === 'welfare') return inDays(ask, welfareDays[ask.need('welfareGround').welfareGround], ref('IF', '31'))
    if (trainingLeave === 'peace_work') return forPeaceWork(ask)
    return trainingLeave === 'illness' ? forIllness(ask) : forChild(ask, trainingLeave)
  },
})
