import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import type { SkillProgress } from './progress.schema.ts'

export type AskedLevel = { skill: string; level: string; isRequired: boolean; sentence: string | null }
export type Level = { skill: string; level: string; on: PlainDate | null; source: string | null }

const LADDER: readonly string[] = [...CEFR_LEVELS, 'native']
const height = (level: string): number => LADDER.indexOf(level)

/** What is asked in one skill: the highest level of those asked, with every sentence from the work. */
function askedOf(asked: readonly AskedLevel[]): SkillProgress['toBegin'] {
  const top = asked.toSorted((a, b) => height(b.level) - height(a.level))[0]
  return top === undefined ? null : { level: top.level, sentences: asked.flatMap(({ sentence }) => sentence ?? []) }
}

/** Her newest level that is dated no later than a day; an undated one is older than all that are dated. */
function levelOn(levels: readonly Level[], day: PlainDate | null): SkillProgress['now'] {
  const known = levels.filter(({ on }) => day === null || on === null || on <= day).toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  return known === undefined ? null : { level: known.level, on: known.on, source: known.source }
}

const reaches = (asked: SkillProgress['toBegin'], known: SkillProgress['now']): boolean | null =>
  (asked === null || known === null ? null : height(known.level) >= height(asked.level))

/** How far she is on the way from beginning to being hired, skill by skill, oral and written apart (EMP-06). */
export function progressOf(asked: readonly AskedLevel[], levels: readonly Level[], from: PlainDate | null): SkillProgress[] {
  return [...new Set(asked.map(({ skill }) => skill))].map((skill) => {
    const here = asked.filter((one) => one.skill === skill)
    const [toBegin, toBeHired] = [askedOf(here.filter(({ isRequired }) => isRequired)), askedOf(here.filter(({ isRequired }) => !isRequired))]
    const own = levels.filter((one) => one.skill === skill)
    const now = levelOn(own, null)
    return { skill, toBegin, toBeHired, atStart: from === null ? null : levelOn(own, from), now, mayBegin: reaches(toBegin, now), mayBeHired: reaches(toBeHired, now) }
  })
}
