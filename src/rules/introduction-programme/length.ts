import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import type { FinalGoal } from '../person-facts.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import { offerOnFirstOfJanuary } from './choices.ts'
import { hasUpperSecondary } from './upper-secondary.ts'

const names = ['offeredOn', 'schooling', 'finalGoal', 'permit', 'permitGrantedOn', 'hasUkrainianUpperSecondary'] as const
type Ask = Asking<(typeof names)[number]>

/** The regime of lengths: `new` is the act as it reads from 2026, `old` as it read before (Prop. 81 L (2024–2025) ch. 6.1 and 7.1). */
export const Length = z.object({
  regime: z.enum(['new', 'old']),
  /** Least length in months; 0 where the act sets none. */
  atLeastMonths: z.int(),
  upToMonths: z.int(),
  /** Longest extension in months; 0 where there is none. */
  extensionMonths: z.int(),
  /** Whether the extension shall be given when it can help reach the goal, or may be, when the goal can be expected to be reached. */
  extension: z.enum(['none', 'shall', 'may']),
})
export type Length = z.infer<typeof Length>

/** Whether an offer comes after the change of a first of January: that very day is the municipality's choice. */
function isNew(ask: Ask, offeredOn: PlainDate, changed: PlainDate): boolean {
  if (offeredOn === changed) return ask.choice(offerOnFirstOfJanuary) === 'new_rules'
  return offeredOn > changed
}

/** Goals that are formal education at upper secondary level: their new lengths came a year before the others (IF § 76 first ledd). */
const formal: readonly FinalGoal[] = ['parts_of_upper_secondary', 'upper_secondary', 'vocational_training']

const noExtension = { extensionMonths: 0, extension: 'none' } as const

const oneYearFrom = plainDate('2023-07-01')

/**
 * Collective protection before 2026, with upper secondary: six months and six more (IL § 37 c second ledd as it then read). With
 * Ukrainian upper secondary, no higher education, and higher education as the goal: a year, no extension (IF § 43 d).
 */
function collectiveProtection(ask: Ask, offeredOn: PlainDate): Length {
  const { schooling } = ask.need('schooling')
  const isYear = offeredOn >= oneYearFrom && schooling !== 'higher' && ask.known('hasUkrainianUpperSecondary') === true && ask.need('finalGoal').finalGoal === 'higher_education'
  if (isYear) {
    ask.step('step.length.collectiveYear', ref('FOR-2024-06-26-1359', '43 d', { certainty: offeredOn < plainDate('2024-07-01') ? 'P' : 'V' }), { params: { months: 12 }, force: 'may' })
    return { regime: 'old', atLeastMonths: 0, upToMonths: 12, ...noExtension }
  }
  ask.step('step.length.collective', formerSection37c(offeredOn, 2), { params: { to: 6, extension: 6 }, force: 'may' })
  return { regime: 'old', atLeastMonths: 0, upToMonths: 6, extensionMonths: 6, extension: 'may' }
}

function withUpperSecondary(ask: Ask, offeredOn: PlainDate, isNewRegime: boolean): Length {
  if (isNewRegime) {
    ask.step('step.length.upperSecondaryNew', ref('IL', '13', { ledd: 3 }), { params: { months: 12 }, force: 'shall' })
    return { regime: 'new', atLeastMonths: 0, upToMonths: 12, ...noExtension }
  }
  if (hasOwnProgrammeRules(ask, offeredOn)) return collectiveProtection(ask, offeredOn)
  ask.step('step.length.upperSecondaryOld', ref('Prop. 81 L (2024–2025)', '6.1'), { params: { from: 3, to: 6, extension: 6 } })
  return { regime: 'old', atLeastMonths: 3, upToMonths: 6, extensionMonths: 6, extension: 'may' }
}

/** Years of the goals without upper secondary, by the act of 2026. */
function withoutUpperSecondaryNew(ask: Ask, finalGoal: FinalGoal): Length {
  const education = (years: number, key: string): Length => {
    ask.step(key, ref('IL', '14', { ledd: 4 }), { params: { years, extension: 1 }, force: 'shall' })
    return { regime: 'new', atLeastMonths: 0, upToMonths: years * 12, extensionMonths: 12, extension: 'shall' }
  }
  if (finalGoal === 'parts_of_upper_secondary') return education(3, 'step.length.partsNew')
  if (finalGoal === 'upper_secondary') return education(4, 'step.length.wholeNew')
  if (finalGoal === 'vocational_training') {
    ask.step('step.length.vocationalNew', ref('IL', '14', { ledd: 5 }), { params: { years: 5 }, force: 'may' })
    return { regime: 'new', atLeastMonths: 0, upToMonths: 60, ...noExtension }
  }
  ask.step('step.length.workNew', ref('IL', '14', { ledd: 6 }), { params: { years: 2 }, force: 'shall' })
  return { regime: 'new', atLeastMonths: 0, upToMonths: 24, ...noExtension }
}

function withoutUpperSecondaryOld(ask: Ask, finalGoal: FinalGoal): Length {
  const years = finalGoal === 'upper_secondary' || finalGoal === 'vocational_training' ? 3 : 2
  ask.step('step.length.withoutOld', ref('Prop. 81 L (2024–2025)', '7.1'), { params: { from: 3, years, extension: 1 } })
  return { regime: 'old', atLeastMonths: 3, upToMonths: years * 12, extensionMonths: 12, extension: 'may' }
}

/** How long the programme may last, and whether it can be extended, by schooling, goal and the day of the offer of start. */
export const programmeLength = rule({
  name: 'programme.length', version: 1, decidedBy: ['offeredOn'], facts: names, answer: Length,
  sources: [ref('IL', '13', { ledd: 3 }), ref('IL', '14', { ledd: 4 }), ref('IL', '14', { ledd: 5 }), ref('IL', '14', { ledd: 6 }), ref('IF', '65 a'), ref('IF', '75'), ref('IF', '76')],
  checkedBy: 'IMDi',
  decide(ask) {
    const { offeredOn, finalGoal } = ask.need('offeredOn', 'schooling', 'finalGoal')
    if (hasUpperSecondary(ask, offeredOn)) {
      if (formal.includes(finalGoal)) ask.judge('judge.length.goalBelow', ref('IL', '13', { ledd: 1, sentence: 1 }))
      ask.step('step.length.decidedByOffer', ref('IF', '75'), { params: { offeredOn } })
      return withUpperSecondary(ask, offeredOn, isNew(ask, offeredOn, plainDate('2026-01-01')))
    }
    if (finalGoal === 'higher_education' || finalGoal === 'vocational_requalification') ask.judge('judge.length.goalNotOpen', ref('IL', '14', { ledd: 1, sentence: 1 }))
    const isEducation = formal.includes(finalGoal)
    ask.step('step.length.decidedByOffer', ref('IF', '76', { ledd: isEducation ? 1 : 2 }), { params: { offeredOn } })
    const isNewRegime = isNew(ask, offeredOn, plainDate(isEducation ? '2025-01-01' : '2026-01-01'))
    return isNewRegime ? withoutUpperSecondaryNew(ask, finalGoal) : withoutUpperSecondaryOld(ask, finalGoal)
  },
})
