import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import { formerSection37c, hasOwnProgrammeRules, isUnderChapter6A } from '../collective-protection/chapter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { decisionDay, REFORM } from './decision-day.ts'
import { cameFromAbroad } from './which-act.ts'
import { hasUpperSecondary } from './upper-secondary.ts'

const names = ['permit', 'permitGrantedOn', 'appliedFromAbroad', 'arrivedOn', 'schooling', 'hasUkrainianUpperSecondary', 'decidedOn'] as const
type Ask = Asking<(typeof names)[number]>

export const Element = z.object({
  what: z.enum(['work_or_education', 'norwegian', 'language', 'social_studies', 'life_skills_migration_health', 'life_skills_career']),
  /** Least hours; null where the law sets none. */
  hours: z.number().nullable(),
})
type Element = z.infer<typeof Element>

const beforeReform = ref('IL', '14', { certainty: 'P', note: 'ordlyden før 2026' })
const moreHoursFrom = plainDate('2022-01-01')

/** 75 hours of social studies, and 50 for permits before 2022; applied for from abroad, arrival in 2022 gives 75 (IF § 73). */
function socialStudies(ask: Ask): Element {
  const { permitGrantedOn } = ask.need('permitGrantedOn')
  const isBefore = permitGrantedOn < moreHoursFrom
  const arrivedOn = isBefore && cameFromAbroad(ask) ? ask.need('arrivedOn').arrivedOn : undefined
  const hours = !isBefore || (arrivedOn !== undefined && arrivedOn >= moreHoursFrom) ? 75 : 50
  const ledd = !isBefore ? 5 : hours === 75 ? 4 : 3
  ask.step('step.content.socialStudies', ref('IF', '73', { ledd }), { params: { hours, permitGrantedOn }, force: 'shall' })
  return { what: 'social_studies', hours }
}

/** Livsmestring: for decisions from 2026 less with upper secondary (IF § 4); before, the same for all (as IMDi quotes the regulation of 2021). */
function lifeSkills(ask: Ask, decided: PlainDate): Element[] {
  const isShort = decided >= REFORM && hasUpperSecondary(ask, decided)
  const [health, career] = isShort ? [5, 10] : [10, 15]
  const source = decided >= REFORM ? ref('IF', '4', { ledd: 3 }) : ref('IF', '4', { certainty: 'P', note: 'ordlyden før 2026, slik IMDi gjengir den' })
  ask.step('step.content.lifeSkills', source, { params: { health, career, decided }, force: 'shall' })
  return [{ what: 'life_skills_migration_health', hours: health }, { what: 'life_skills_career', hours: career }]
}

/** The least a programme must contain (IL § 14 a; for collective protection before 2026 § 37 c as it then read, after that all but social studies). Parental guidance is a rule of its own. */
export const content = rule({
  name: 'programme.content', version: 1, decidedBy: ['decidedOn', 'permitGrantedOn', 'arrivedOn'], facts: names, answer: z.array(Element),
  sources: [ref('IL', '12 a'), ref('IL', '14 a', { ledd: 1 }), ref('IL', '14 a', { ledd: 2 }), ref('IL', '33', { ledd: 1 }), ref('IL', '37 c'), ref('IF', '4'), ref('IF', '73')],
  checkedBy: 'IMDi',
  decide(ask): z.infer<typeof Element>[] {
    ask.need('permit', 'permitGrantedOn', 'schooling')
    const decided = decisionDay(ask)
    ask.judge('judge.content.adapt', decided < REFORM ? beforeReform : ref('IL', '14 a', { ledd: 2, sentence: 1 }), { force: 'shall' })
    if (decided >= REFORM) ask.judge('judge.content.coordinate', ref('IL', '12 a'), { force: 'shall' })
    const work: Element = { what: 'work_or_education', hours: null }
    if (hasOwnProgrammeRules(ask, decided)) {
      ask.step('step.content.collective', formerSection37c(decided, 4, 1), { force: 'shall' })
      return [work, { what: 'language', hours: null }]
    }
    ask.step('step.content.minimum', decided < REFORM ? beforeReform : ref('IL', '14 a', { ledd: 1 }), { force: 'shall' })
    const list: Element[] = [work, { what: 'norwegian', hours: null }, ...lifeSkills(ask, decided)]
    if (!isUnderChapter6A(ask, decided)) return [...list, socialStudies(ask)]
    ask.step('step.content.noSocialStudies', ref('IL', '37 c'))
    return list
  },
})
