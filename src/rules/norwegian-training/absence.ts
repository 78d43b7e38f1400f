import { z } from 'zod'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

/** What absence from the training leads to. */
export const TrainingAbsence = z.object({
  /** Whether the hours may be made up without paying; null where that is not how it is decided. */
  freeCatchUp: z.boolean().nullable(),
  mayDemandPayment: z.boolean(),
  /** The training may be stopped after an assessment (IL § 36). */
  mayStop: z.boolean(),
  sharePercent: z.number(),
})

const percent = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100

/** Absence from training in Norwegian and social studies outside the programme (IF § 29). Exactly ten per cent is within. */
export const norwegianAbsence = rule({
  name: 'norwegian.absence', version: 1, decidedBy: [], facts: ['partOfProgramme', 'absenceFrom', 'absenceHours', 'trainingHours', 'absenceIsMedical'], answer: TrainingAbsence.nullable(),
  sources: [ref('IF', '29', { ledd: 1 }), ref('IF', '29', { ledd: 2 }), ref('IF', '29', { ledd: 3 }), ref('IF', '29', { ledd: 4 }), ref('IL', '36')], checkedBy: 'IMDi',
  decide(ask) {
    const { partOfProgramme, absenceFrom, absenceHours, trainingHours } = ask.need('partOfProgramme', 'absenceFrom', 'absenceHours', 'trainingHours')
    if (partOfProgramme) {
      ask.step('step.trainingAbsence.partOfProgramme', ref('IF', '29', { ledd: 4 }))
      ask.open('open.norwegian.programmeAbsence')
      return null
    }
    const sharePercent = percent(absenceHours, trainingHours)
    if (absenceFrom === 'norwegian') {
      ask.judge('judge.trainingAbsence.norwegian', ref('IF', '29', { ledd: 3 }), { params: { share: sharePercent }, force: 'may' })
      return { freeCatchUp: null, mayDemandPayment: false, mayStop: true, sharePercent }
    }
    const isWithin = absenceHours * 10 <= trainingHours
    const freeCatchUp = isWithin || ask.need('absenceIsMedical').absenceIsMedical
    ask.step(freeCatchUp ? 'step.trainingAbsence.free' : 'step.trainingAbsence.paid', ref('IF', '29', { ledd: isWithin ? 1 : 2, sentence: 1 }), { params: { share: sharePercent, border: 10 } })
    return { freeCatchUp, mayDemandPayment: !freeCatchUp, mayStop: false, sharePercent }
  },
})
