import { textsIn } from '#platform/texts.ts'
import type { CourseContent, ElementName, LeastToday } from './course.schema.ts'
import en from './messages/default.en.json' with { type: 'json' }
import nb from './messages/default.nb.json' with { type: 'json' }
import nn from './messages/default.nn.json' with { type: 'json' }

type Default = Pick<CourseContent, 'kind' | 'givenBy' | 'stage' | 'timing' | 'timingAmount' | 'forParents'> & { key: Exclude<ElementName, 'norwegian'>; fulfils: ElementName }

/**
 * What a municipality may take in at once: the elements the law asks for that are given as courses. When each belongs is a proposal from
 * the municipalities of the source: the part of livsmestring about a new country not too early, the part about work towards the end.
 * Each is changed as any other. How long they are the rules answer, on the day they are taken in.
 */
const proposed: readonly Default[] = [
  { key: 'social_studies', fulfils: 'social_studies', kind: 'social_studies', givenBy: 'adult_education', stage: 'early', timing: 'any_time', timingAmount: null, forParents: false },
  { key: 'parental_guidance', fulfils: 'parental_guidance', kind: 'parental_guidance', givenBy: 'municipality', stage: 'middle', timing: 'any_time', timingAmount: null, forParents: true },
  { key: 'life_skills_migration_health', fulfils: 'life_skills_migration_health', kind: 'life_skills', givenBy: 'municipality', stage: 'middle', timing: 'after_weeks', timingAmount: 12, forParents: false },
  { key: 'work_or_education', fulfils: 'work_or_education', kind: 'course', givenBy: 'municipality', stage: 'middle', timing: 'before_practice', timingAmount: null, forParents: false },
  { key: 'life_skills_career', fulfils: 'life_skills_career', kind: 'life_skills', givenBy: 'career_centre', stage: 'late', timing: 'last_months', timingAmount: 6, forParents: false },
]

/** The proposed courses whose element no course of the catalogue fulfils. */
export const toTakeIn = (has: readonly Pick<CourseContent, 'fulfils'>[]): string[] => proposed.filter(({ fulfils }) => !has.some((one) => one.fulfils === fulfils)).map(({ key }) => key)

const textsFor = (locale: 'nb' | 'nn' | 'en') => textsIn<keyof typeof nb>({ nb, nn, en, uk: en, ar: en }, locale)

/** One of the proposed courses, with as many hours or meetings as the rules ask; nothing for a name that is none. */
export function defaultCourse(key: string, least: readonly LeastToday[], locale: 'nb' | 'nn'): CourseContent | undefined {
  const one = proposed.find((course) => course.key === key)
  if (!one) return undefined
  const { key: name, ...content } = one
  const asked = least.find(({ element }) => element === content.fulfils)
  const t = textsFor(locale)
  return { ...content, name: t(`${name}.name`), purpose: t(`${name}.purpose`), hours: asked?.measure === 'hours' ? asked.least : null, meetings: asked?.measure === 'meetings' ? asked.least : null,
    languages: [], giverName: null, leastLevel: null, mostLevel: null, track: null, seats: null }
}
