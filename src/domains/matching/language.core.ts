import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { byEvidence, compared, known, latestFirst, lostByEvidence } from './compared.core.ts'
import type { Demand, PersonFacts } from './facts.schema.ts'
import type { Known } from './match.schema.ts'

/** An assessment older than this may have been overtaken by what she has learned since. */
const FRESH_DAYS = 180
/** Each level that is missing takes half. */
const LOST_A_LEVEL = 50
const LADDER: readonly string[] = [...CEFR_LEVELS, 'native']
const height = (level: string): number => LADDER.indexOf(level)

type Language = PersonFacts['languages'][number]
const knownLevel = (found: Language): Known => known({ is: 'level', language: found.language, skill: found.skill, level: found.level }, found.evidence, found.on, found.source)

/** Whether an assessment is so old that she should be assessed anew. */
export const isStale = ({ on }: Pick<Language, 'on'>, today: PlainDate): boolean => on !== null && daysBetween(on, today) > FRESH_DAYS

/** The language a demand asks for. */
export const languageOf = ({ kind, name }: Pick<Demand, 'kind' | 'name'>): string => (kind === 'norwegian' ? 'no' : name ?? '')

/** What counts of her for one language and skill (null: whichever she is best in): the highest level, then the strongest evidence, then the newest. */
export const bestLevel = (levels: readonly Language[], language: string, skill: string | null): Language | undefined =>
  levels.filter((one) => one.language === language && (skill === null || one.skill === skill))
    .toSorted((a, b) => height(b.level) - height(a.level) || byEvidence(a, b) || latestFirst(a.on, b.on))[0]

/** Norwegian or another language against the level asked for, skill by skill. One level short is near; so is two on an old assessment. */
export function compareLanguage(demand: Demand, person: Pick<PersonFacts, 'languages'>, today: PlainDate, weigh: Weigh): Compared {
  const language = languageOf(demand)
  const asked = { ...demand, asked: { is: 'level', language, skill: demand.skill, level: demand.level } } as const
  const best = bestLevel(person.languages, language, demand.skill)
  const params = { language, skill: demand.skill ?? '', to: demand.level ?? '', from: best?.level ?? '' }
  if (!best) return compared(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapLevel', params } }, weigh)
  const missing = demand.level === null ? 0 : height(demand.level) - height(best.level)
  const isOld = isStale(best, today)
  if (missing <= 0) return compared(asked, { met: 'yes', known: knownLevel(best), lost: lostByEvidence(weigh, best.evidence, isOld) }, weigh)
  return compared(asked, { met: 'no', known: knownLevel(best), lost: Math.min(100, LOST_A_LEVEL * missing), far: missing > (isOld ? 2 : 1), gap: { code: isOld ? 'reassess' : 'levelUp', params } }, weigh)
}
