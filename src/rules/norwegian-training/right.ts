import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { GROUPS, type Group, groupOf } from './group.ts'
import { Extent, extentOf } from './limit.ts'
import { turnsOn } from './period.ts'
import { beganOn, startFacts } from './start.ts'

const names = [...startFacts, 'schooling', 'hasUkrainianUpperSecondary', 'inFullTimeUpperSecondary', 'combinedOffer'] as const
type Ask = Asking<(typeof names)[number]>

/** What a person has by IL §§ 26–28 and 37 d, and from when to when. */
export const NorwegianRight = z.object({
  group: z.enum(GROUPS),
  /** Whether she has the right, and the duty, on the day asked for. */
  right: z.boolean(), duty: z.boolean(),
  /** Whether social studies is part of it. */
  socialStudies: z.boolean(),
  /** The day it began; null when what decides it is not known. */
  startsOn: PlainDate.nullable(),
  /** The day she turns 67: the first day without right and duty. */
  endsOn: PlainDate,
  /** The greatest extent; null where there is none, or the schooling is not known. `norwegian.limit` counts it out. */
  limit: Extent.nullable(),
  /** The municipality may demand payment. */
  mayBeCharged: z.boolean(),
  /** Outside the act, yet the municipality may offer it. */
  mayBeOffered: z.boolean(),
  /** Who shall see to the training; null when it depends on what is not known. */
  responsible: z.enum(['municipality', 'county']).nullable(),
})

/** The county has it for full-time upper secondary, and for combined offers it has the main responsibility for, or nobody can tell who has (IL § 30 second paragraph). */
function responsibleFor(ask: Ask): 'municipality' | 'county' | null {
  const [isFullTime, combined] = [ask.known('inFullTimeUpperSecondary'), ask.known('combinedOffer')]
  if (isFullTime === true || combined === 'county_main' || combined === 'unclear') {
    const sentence = isFullTime === true ? 1 : combined === 'county_main' ? 2 : 3
    ask.step(sentence === 3 ? 'step.norwegian.countyUnlessAgreed' : 'step.norwegian.county', ref('IL', '30', { ledd: 2, sentence }), { force: 'shall' })
    return 'county'
  }
  if (isFullTime === undefined || combined === undefined) {
    ask.open('open.norwegian.responsible')
    return null
  }
  ask.step('step.norwegian.municipality', ref('IL', '30', { ledd: 1, sentence: 1 }), { force: 'shall' })
  return 'municipality'
}

function extentIfKnown(ask: Ask, group: Group): Extent | null {
  if (group === 'none' || group === 'finish_only') return null
  if (group === 'right_and_duty' && ask.known('schooling') === undefined) {
    ask.open('open.norwegian.limitNeedsSchooling')
    return null
  }
  return extentOf(ask, group)
}

function charge(ask: Ask, group: Group): boolean {
  if (group !== 'duty' && group !== 'none') return false
  ask.step('step.norwegian.mayCharge', ref('IL', '30', { ledd: 4 }), { force: 'may' })
  return true
}

/** What holds on the day: nothing before it begins, nothing from the day she turns 67. */
function inForce(ask: Ask, group: Group, startsOn: string | null, endsOn: string): { right: boolean; duty: boolean } {
  if (ask.on >= endsOn && group !== 'none') ask.step('step.norwegian.ended67', ref('IL', '26', { ledd: 5, sentence: 2 }), { params: { endsOn } })
  const holds = ask.on < endsOn && (startsOn === null || ask.on >= startsOn)
  return { right: holds && group !== 'none' && group !== 'duty', duty: holds && (group === 'right_and_duty' || group === 'duty') }
}

/** Right and duty to training in Norwegian and social studies: by permit, age, and the days that decide. */
export const norwegianRight = rule({
  name: 'norwegian.right', version: 1, decidedBy: ['permitGrantedOn', 'arrivedOn'], facts: names, answer: NorwegianRight.nullable(),
  sources: [ref('IL', '26'), ref('IL', '27'), ref('IL', '28'), ref('IL', '30'), ref('IL', '32'), ref('IL', '37 d'), ref('IL', '52'), ref('IF', '43 h'), ref('IF', '72'), ref('IF', '73', { ledd: 3 })],
  checkedBy: 'IMDi',
  decide(ask) {
    const group = groupOf(ask)
    if (group === null) return null
    const endsOn = turnsOn(ask.need('birthDate').birthDate, 67)
    const startsOn = group === 'none' || group === 'finish_only' ? null : beganOn(ask, group)
    const held = inForce(ask, group, startsOn, endsOn)
    if (group === 'right') ask.step('step.norwegian.noSocialStudies', ref('IL', '37 d', { ledd: 1, sentence: 2 }))
    if (group === 'none') ask.step('step.norwegian.mayOffer', ref('IL', '26', { ledd: 7 }), { force: 'may' })
    return {
      group, ...held, startsOn, endsOn, limit: extentIfKnown(ask, group), mayBeCharged: charge(ask, group), mayBeOffered: group === 'none',
      socialStudies: group === 'right_and_duty' || group === 'duty',
      responsible: group === 'none' ? null : responsibleFor(ask),
    }
  },
})
