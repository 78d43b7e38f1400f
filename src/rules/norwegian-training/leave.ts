import { z } from 'zod'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'

const names = ['partOfProgramme', 'canBeAdapted', 'trainingLeave', 'welfareGround', 'leaveWantedDays', 'leaveUsedDays', 'hasMedicalStatement', 'childAge'] as const
type Ask = Asking<(typeof names)[number]>

/** Leave from the training: `shall` is a right, `may` a judgement, `no` outside what can be given. */
export const TrainingLeave = z.object({
  verdict: z.enum(['shall', 'may', 'no']),
  /** The most that can be given of this kind, in working days or months, and what is left of the days. */
  most: z.number().nullable(), unit: z.enum(['working_days', 'months']).nullable(), leftDays: z.number().nullable(),
})
type Leave = z.infer<typeof TrainingLeave>
const no: Leave = { verdict: 'no', most: null, unit: null, leftDays: null }

/** Days for each welfare ground; where none is named, the ten of the year. */
const welfareDays = { kindergarten_start: 3, school_start: 1, wedding: 1, death: 3, appointment: 10, care_of_relative: 10, religious_holiday: 2, other: 10 } as const

function inDays(ask: Ask, most: number, source: Source): Leave {
  const { leaveWantedDays, leaveUsedDays } = ask.need('leaveWantedDays', 'leaveUsedDays')
  const leftDays = Math.max(0, Math.min(most, 10 - leaveUsedDays))
  ask.step('step.trainingLeave.days', source, { params: { most, year: 10, left: leftDays }, force: 'may' })
  if (leaveWantedDays <= leftDays) ask.judge('judge.trainingLeave.days', source, { force: 'may' })
  return { verdict: leaveWantedDays <= leftDays ? 'may' : 'no', most, unit: 'working_days', leftDays }
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
    if (trainingLeave === 'peace_work') return inDays(ask, 10, ref('IF', '31 a'))
    return trainingLeave === 'illness' ? forIllness(ask) : forChild(ask, trainingLeave)
  },
})
