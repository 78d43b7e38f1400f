import { z } from 'zod'
import { yearsBetween } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import { FinalGoal } from '../person-facts.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isOver55 } from './age.ts'
import { decisionDay, REFORM } from './decision-day.ts'
import { hasUpperSecondary } from './upper-secondary.ts'

const names = ['schooling', 'permit', 'permitGrantedOn', 'hasUkrainianUpperSecondary', 'birthDate', 'decidedOn'] as const
type Ask = Asking<(typeof names)[number]>

export const Goals = z.object({
  regime: z.enum(['new', 'old']),
  /** The final goals the municipality can set. */
  open: z.array(FinalGoal),
  /** What comes first, where the act says so. */
  first: FinalGoal.nullable(),
  /** Open only when she does not want, or will not be able, to complete upper secondary in time. */
  onlyIfUnable: z.array(FinalGoal),
})
export type Goals = z.infer<typeof Goals>

const formal: FinalGoal[] = ['upper_secondary', 'vocational_training']

/** A programme for somebody over 55 shall lead to work. Whoever was not over 55 when the permit was granted has right and duty, and whether the words reach her must be judged. */
function overFiftyFive(ask: Ask, section: '13' | '14'): Goals {
  const { birthDate, permitGrantedOn } = ask.need('birthDate', 'permitGrantedOn')
  const source = ref('IL', section, { ledd: 1, sentence: 2 })
  ask.step('step.goal.over55', source, { force: 'shall' })
  if (!isOver55(ask, birthDate, permitGrantedOn)) ask.judge('judge.goal.over55SinceGrant', source, { params: { permitGrantedOn } })
  return { regime: 'new', open: ['work'], first: 'work', onlyIfUnable: [] }
}

function withUpperSecondary(ask: Ask, decided: PlainDate, isNew: boolean): Goals {
  const own = hasOwnProgrammeRules(ask, decided)
  if (isNew) ask.step('step.goal.upperSecondaryNew', ref('IL', '13', { ledd: 1, sentence: 1 }), { force: 'shall' })
  else ask.step(own ? 'step.goal.upperSecondaryOwn' : 'step.goal.upperSecondaryOld', own ? formerSection37c(decided, 2, 2) : ref('LOV-2023-06-09-24', '13', { ledd: 2, sentence: 1 }), { force: 'shall' })
  ask.judge('judge.goal.choose', ref('IL', '13', { ledd: 2 }))
  return { regime: isNew ? 'new' : 'old', open: isNew ? ['work', 'higher_education', 'vocational_requalification'] : ['work', 'higher_education'], first: null, onlyIfUnable: [] }
}

function withoutUpperSecondary(ask: Ask, isYoung: boolean, isNew: boolean): Goals {
  const open: FinalGoal[] = [...formal, 'parts_of_upper_secondary', 'work']
  const regime = isNew ? 'new' : 'old'
  if (!isYoung) {
    ask.step(isNew ? 'step.goal.withoutNew' : 'step.goal.withoutOld', isNew ? ref('IL', '14', { ledd: 1, sentence: 1 }) : ref('IL', '13', { ledd: 4, certainty: 'P', note: 'ordlyden før 2026, etter IMDis oversikt' }))
    ask.judge('judge.goal.choose', ref('IL', '14', { ledd: 2 }))
    return { regime, open, first: null, onlyIfUnable: [] }
  }
  if (!isNew) {
    const former = ref('LOV-2023-06-09-24', '13', { ledd: 3, sentence: 1 })
    ask.step('step.goal.under25Old', former, { force: 'shall' })
    ask.judge('judge.goal.under25Old', former)
    return { regime, open, first: 'upper_secondary', onlyIfUnable: [] }
  }
  ask.step('step.goal.under25New', ref('IL', '14', { ledd: 3, sentence: 1 }), { force: 'shall' })
  ask.judge('judge.goal.under25', ref('IL', '14', { ledd: 3, sentence: 2 }))
  return { regime, open, first: 'upper_secondary', onlyIfUnable: ['parts_of_upper_secondary', 'work'] }
}

/**
 * Which final goals are open, and which comes first (IL §§ 13, 14). The act does not say on which day a participant is under
 * 25 or over 55: the age is taken on the day of the decision, when the goal is set. The choice between open goals is judgement.
 */
export const goal = rule({
  name: 'programme.goal', version: 1, decidedBy: ['decidedOn'], facts: names, answer: Goals,
  sources: [ref('IL', '13', { ledd: 1 }), ref('IL', '14', { ledd: 1 }), ref('IL', '14', { ledd: 3 }), ref('IF', '65 a')],
  checkedBy: 'IMDi',
  decide(ask) {
    const { birthDate } = ask.need('schooling', 'birthDate', 'permit', 'permitGrantedOn')
    const decided = decisionDay(ask)
    const isNew = decided >= REFORM
    const isSchooled = hasUpperSecondary(ask, decided)
    if (isNew && isOver55(ask, birthDate, decided)) return overFiftyFive(ask, isSchooled ? '13' : '14')
    return isSchooled ? withUpperSecondary(ask, decided, isNew) : withoutUpperSecondary(ask, yearsBetween(birthDate, decided) < 25, isNew)
  },
})
