import type { Answer } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import type { CourseKind, ElementName } from './course.schema.ts'
import { ELEMENTS } from './course.schema.ts'
import type { Reason, Standing } from './road.schema.ts'
import { reason } from './reason.core.ts'

/** Hours of livsmestring in a class that is no run of a course: of which part is not known. */
export type Counted = ElementName | 'life_skills_unsorted'

const towardsWork: readonly string[] = ['work_practice', 'language_practice', 'part_time_work', 'nav_measure', 'upper_secondary']

/** The statutory element that time in an activity counts to. Health counts to none: it is only time (TIL-07). */
export function elementOf({ kind, fulfils, isWorkOriented }: { kind: string; fulfils: ElementName | null; isWorkOriented: boolean }): Counted | null {
  if (kind === 'health') return null
  if (fulfils !== null) return fulfils
  if (kind === 'life_skills') return 'life_skills_unsorted'
  if (kind === 'norwegian' || kind === 'social_studies' || kind === 'parental_guidance') return kind
  return isWorkOriented || towardsWork.includes(kind) ? 'work_or_education' : null
}

const kindsFor: Record<ElementName, readonly CourseKind[]> = {
  norwegian: ['norwegian'], social_studies: ['social_studies'], life_skills_migration_health: ['life_skills'], life_skills_career: ['life_skills'], parental_guidance: ['parental_guidance'],
  work_or_education: ['course', 'nav_measure', 'upper_secondary'],
}
/** Whether a course of a kind can fulfil an element. */
export const fulfilsByKind = (kind: CourseKind, element: ElementName | null): boolean => element === null || kindsFor[element].includes(kind)
/** The elements a course of a kind can fulfil. */
export const elementsFor = (kind: CourseKind): ElementName[] => ELEMENTS.filter((element) => kindsFor[element].includes(kind))

export const measureOf = (element: ElementName): Standing['measure'] => (element === 'parental_guidance' ? 'meetings' : 'hours')

/** What the law asks of one person about one element, with the reason where it cannot be said. */
export type Requirement = { element: ElementName; asked: Standing['asked']; least: number | null; why: Reason | null }

/** What the law asks of one programme, the day social studies must be done by, and the answers it was read from. */
export type AskedElements = { requirements: Requirement[]; socialStudiesBy: PlainDate | null; answers: Answer<unknown>[] }

type Content = readonly { what: string; hours: number | null }[]
type Guidance = { isRequired: boolean; from: number | null }
export type Asked = { content: Answer<Content>; guidance: Answer<Guidance>; act: Pick<Answer<unknown>, 'steps'> }

const took = ({ steps }: Pick<Answer<unknown>, 'steps'>, step: string): boolean => steps.some(({ text }) => text === step)

function contentOf(element: ElementName, { content }: Asked): Requirement {
  if (content.answer === null) return { element, asked: 'undecided', least: null, why: reason('why.facts') }
  // the rules call what those with collective protection were to have before 2026 an offer of language
  const found = content.answer.find(({ what }) => what === element || (element === 'norwegian' && what === 'language'))
  const isChapter = took(content, 'step.content.collective') || took(content, 'step.content.noSocialStudies')
  return found ? { element, asked: 'yes', least: found.hours, why: null } : { element, asked: 'no', least: null, why: reason(isChapter ? 'why.chapter' : 'why.notAsked') }
}

function guidanceOf({ content, guidance }: Asked): Requirement {
  const element = 'parental_guidance'
  // before 2026 those with collective protection had a programme of its own content; the rules do not say whether guidance was part of it
  if (took(content, 'step.content.collective')) return { element, asked: 'undecided', least: null, why: reason('why.chapterGuidance') }
  if (guidance.answer === null) return { element, asked: 'undecided', least: null, why: reason('why.children') }
  return guidance.answer.isRequired ? { element, asked: 'yes', least: guidance.answer.from, why: null } : { element, asked: 'no', least: null, why: reason('why.noChildren') }
}

/** What the rules answer about each element. One whose case is governed by introduksjonsloven is not answered for: the rules know the content of a programme by integreringsloven alone. */
export function requirementsOf(asked: Asked): Requirement[] {
  if (took(asked.act, 'step.act.introduction')) return ELEMENTS.map((element) => ({ element, asked: 'undecided', least: null, why: reason('why.formerAct') }))
  return ELEMENTS.map((element) => (element === 'parental_guidance' ? guidanceOf(asked) : contentOf(element, asked)))
}
