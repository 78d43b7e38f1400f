import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const names = ['meetsTeachingRequirements', 'creditsNorwegianSecondLanguage', 'teacherBefore2021', 'hasQualifiedApplicants', 'isInRelevantEducation', 'teachesCollectiveProtection'] as const
type Ask = Asking<(typeof names)[number]>

/** Whether somebody may teach Norwegian by the act: as she is, by dispensation, on a condition, for a time, or not. */
export const Teacher = z.object({ may: z.enum(['yes', 'dispensation', 'on_condition', 'temporarily', 'no']), upToMonths: z.int().nullable() })

/** The dispensation of § 67 third paragraph lasts "until 2029". */
const dispensationEnds = plainDate('2029-01-01')

/** Teaching requirements met, credits not: dispensation, or on the condition that she takes them (§§ 67, 68 second paragraph). */
function withoutCredits(ask: Ask): z.infer<typeof Teacher> {
  if (ask.on < dispensationEnds && ask.need('teacherBefore2021').teacherBefore2021) {
    ask.step('step.teacher.dispensation', ref('IF', '67', { ledd: 3 }), { params: { until: dispensationEnds } })
    return { may: 'dispensation', upToMonths: null }
  }
  ask.step('step.teacher.onConditionOfCredits', ref('IF', '68', { ledd: 2 }), { params: { credits: 30, begin: 1, complete: 3 }, force: 'may' })
  return { may: 'on_condition', upToMonths: 36 }
}

/** Nobody qualified applied: on condition of education under way, or temporarily up to a year (§ 68 first paragraph; § 43 c for collective protection). */
function withoutRequirements(ask: Ask): z.infer<typeof Teacher> {
  if (ask.need('hasQualifiedApplicants').hasQualifiedApplicants) {
    ask.step('step.teacher.qualifiedApplied', ref('IF', '68', { ledd: 1, sentence: 1 }))
    return { may: 'no', upToMonths: null }
  }
  if (ask.need('isInRelevantEducation').isInRelevantEducation) {
    ask.step('step.teacher.onCondition', ref('IF', '68', { ledd: 1, sentence: 2 }), { force: 'may' })
    return { may: 'on_condition', upToMonths: null }
  }
  const isFor6a = ask.known('teachesCollectiveProtection') === true
  ask.step('step.teacher.temporarily', isFor6a ? ref('IF', '43 c') : ref('IF', '68', { ledd: 1, sentence: 1 }), { params: { months: 12 }, force: 'may' })
  return { may: 'temporarily', upToMonths: 12 }
}

/** Requirements of those who teach Norwegian by the act (IF §§ 67, 68, 43 c). */
export const norwegianTeacher = rule({
  name: 'norwegian.teacher', version: 1, decidedBy: [], facts: names, answer: Teacher,
  sources: [ref('IL', '39'), ref('IF', '67'), ref('IF', '68'), ref('IF', '43 c')], checkedBy: 'statsforvalteren',
  decide(ask): z.infer<typeof Teacher> {
    if (!ask.need('meetsTeachingRequirements').meetsTeachingRequirements) return withoutRequirements(ask)
    if (ask.need('creditsNorwegianSecondLanguage').creditsNorwegianSecondLanguage < 30) return withoutCredits(ask)
    ask.step('step.teacher.qualified', ref('IF', '67', { ledd: 1 }), { params: { credits: 30 } })
    return { may: 'yes', upToMonths: null }
  },
})
