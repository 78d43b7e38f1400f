import { z } from 'zod'
import type { CefrLevel } from '#shared/cefr.ts'
import { CEFR_LEVELS, CefrLevel as Level } from '#shared/cefr.ts'
import { plainDate } from '#shared/date.ts'
import { hasUpperSecondary } from '../introduction-programme/upper-secondary.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const levelNames = ['schooling', 'permit', 'hasUkrainianUpperSecondary', 'needsB2'] as const
type Ask = Asking<(typeof levelNames)[number]>

/** A level for each of the four parts of the test. */
const Levels = z.object({ listening: Level, reading: Level, writing: Level, oral: Level })
type Levels = z.infer<typeof Levels>

/** The advisory least goal: levels, or a grade in the subject Norwegian, or either of them. */
export const NorwegianGoal = z.object({ levels: Levels.nullable(), grade: z.int().nullable(), either: z.boolean() })

const levels = (three: CefrLevel, oral: CefrLevel): Levels => ({ listening: three, reading: three, writing: three, oral })

/** The third and fourth paragraph got their words on 1 August 2023; what they said before was not read. */
const upperSecondaryFrom = plainDate('2023-08-01')

function byUpperSecondary(ask: Ask): Levels | null {
  if (ask.on < upperSecondaryFrom) {
    ask.open('open.norwegian.olderUpperSecondaryGoal')
    return null
  }
  const needsB2 = ask.known('needsB2')
  if (needsB2 === true) {
    ask.step('step.norwegianGoal.needsB2', ref('IF', '28', { ledd: 4 }), { params: { level: 'B2' } })
    return levels('B2', 'B2')
  }
  if (needsB2 === undefined) ask.open('open.norwegian.needsB2')
  ask.step('step.norwegianGoal.upperSecondary', ref('IF', '28', { ledd: 3 }), { params: { three: 'B1', oral: 'B2' } })
  return levels('B1', 'B2')
}

/** The least levels by prior schooling (IF § 28 first to fourth paragraph). */
function bySchooling(ask: Ask): Levels | null {
  if (hasUpperSecondary(ask, ask.on, 'training')) return byUpperSecondary(ask)
  if (ask.need('schooling').schooling === 'primary') {
    ask.step('step.norwegianGoal.primary', ref('IF', '28', { ledd: 2 }), { params: { level: 'B1' } })
    return levels('B1', 'B1')
  }
  ask.step('step.norwegianGoal.notCompleted', ref('IF', '28', { ledd: 1 }), { params: { three: 'A2', oral: 'B1' } })
  return levels('A2', 'B1')
}

/** The advisory least goal in Norwegian, part by part, by prior schooling and where the training is given. */
export const norwegianGoal = rule({
  name: 'norwegian.goal', version: 1, decidedBy: [], facts: [...levelNames, 'norwegianTaughtIn'], answer: NorwegianGoal.nullable(),
  sources: [ref('IL', '31'), ref('IF', '27'), ref('IF', '28')], checkedBy: 'IMDi',
  decide(ask) {
    const { norwegianTaughtIn } = ask.need('norwegianTaughtIn')
    if (norwegianTaughtIn === 'upper_secondary') {
      ask.step('step.norwegianGoal.gradeInUpperSecondary', ref('IF', '28', { ledd: 5 }), { params: { grade: 2 } })
      return { levels: null, grade: 2, either: false }
    }
    if (norwegianTaughtIn === 'adult_preparatory') {
      if (ask.on < plainDate('2026-01-01')) { ask.open('open.norwegian.olderAdultGoal'); return null }
      ask.step('step.norwegianGoal.adultPreparatory', ref('IF', '28', { ledd: 6 }), { params: { grade: 2, three: 'A2', oral: 'B1' } })
      return { levels: levels('A2', 'B1'), grade: 2, either: true }
    }
    const least = bySchooling(ask)
    return least && { levels: least, grade: null, either: false }
  },
})

/** Whether a goal may be set or changed so: `advised_against` is what the regulation says should not be, and does not forbid. */
export const GoalChange = z.object({ verdict: z.enum(['allowed', 'advised_against', 'not_allowed']), levelsUp: z.int(), minimum: Level.nullable() })
type Verdict = z.infer<typeof GoalChange>['verdict']

const rank = (level: CefrLevel): number => CEFR_LEVELS.indexOf(level)
const changeNames = [...levelNames, 'goalPart', 'goalIsSet', 'currentGoalLevel', 'newGoalLevel', 'progress'] as const
type ChangeAsk = Asking<(typeof changeNames)[number]>

/** Down: the municipality may when she will not be able to reach the level, and should go one level at a time. */
function down(ask: ChangeAsk, steps: number): Verdict {
  if (ask.need('progress').progress !== 'slower') {
    ask.step('step.norwegianGoal.downNeedsSlower', ref('IF', '27', { ledd: 3, sentence: 1 }))
    return 'not_allowed'
  }
  ask.judge('judge.norwegianGoal.down', ref('IF', '27', { ledd: 3, sentence: 1 }), { force: 'may' })
  if (steps === 1) return 'allowed'
  ask.step('step.norwegianGoal.oneAtATime', ref('IF', '27', { ledd: 3, sentence: 2 }), { params: { steps } })
  return 'advised_against'
}

function underway(ask: ChangeAsk, levelsUp: number): Verdict {
  if (levelsUp < 0) return down(ask, -levelsUp)
  if (levelsUp > 0) ask.judge('judge.norwegianGoal.up', ref('IF', '27', { ledd: 2 }))
  return 'allowed'
}

/** Whether the goal in one part may be set at the start, or changed from one level to another underway (IF § 27). */
export const norwegianGoalChange = rule({
  name: 'norwegian.goalChange', version: 1, decidedBy: [], facts: changeNames, answer: GoalChange.nullable(),
  sources: [ref('IF', '27', { ledd: 1 }), ref('IF', '27', { ledd: 2 }), ref('IF', '27', { ledd: 3 })], checkedBy: 'IMDi',
  decide(ask): z.infer<typeof GoalChange> | null {
    const { goalPart, newGoalLevel, goalIsSet } = ask.need('goalPart', 'newGoalLevel', 'goalIsSet')
    if (goalIsSet) {
      const levelsUp = rank(newGoalLevel) - rank(ask.need('currentGoalLevel').currentGoalLevel)
      return { verdict: underway(ask, levelsUp), levelsUp, minimum: null }
    }
    const least = bySchooling(ask)
    if (least === null) return null
    const minimum = least[goalPart]
    const levelsUp = rank(newGoalLevel) - rank(minimum)
    ask.step('step.norwegianGoal.atOrAbove', ref('IF', '27', { ledd: 1 }), { params: { minimum }, force: 'shall' })
    return { verdict: levelsUp >= 0 ? 'allowed' : 'not_allowed', levelsUp, minimum }
  },
})
