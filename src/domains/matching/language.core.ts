import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import { daysBetween } from '#shared/date.ts'
import type { Compared } from './compared.core.ts'
import { byEvidence, compared, known, latestFirst } from './compared.core.ts'
import type { Demand, PersonFacts } from './facts.schema.ts'
import type { Known } from './match.schema.ts'

/** An assessment older than this may have been overtaken by what she has learned since. */
const FRESH_DAYS = 180
const LADDER: readonly string[] = [...CEFR_LEVELS, 'native']
const height = (level: string): number => LADDER.indexOf(level)

type Language = PersonFacts['languages'][number]
const knownLevel = (found: Language): Known => known({ is: 'level', language: found.language, skill: found.skill, level: found.level }, found.evidence, found.on, found.source)

/** Norwegian or another language against the level asked for, skill by skill. One level short is near; so is two on an old assessment. */
export function compareLanguage(demand: Demand, person: PersonFacts, today: PlainDate): Compared {
  const language = demand.kind === 'norwegian' ? 'no' : demand.name ?? ''
  const asked = { ...demand, asked: { is: 'level', language, skill: demand.skill, level: demand.level } } as const
  const best = person.languages.filter((one) => one.language === language && (demand.skill === null || one.skill === demand.skill))
    .toSorted((a, b) => height(b.level) - height(a.level) || byEvidence(a, b) || latestFirst(a.on, b.on))[0]
  const params = { language, skill: demand.skill ?? '', to: demand.level ?? '', from: best?.level ?? '' }
  if (!best) return compared(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapLevel', params } })
  const missing = demand.level === null ? 0 : height(demand.level) - height(best.level)
  if (missing <= 0) return compared(asked, { met: 'yes', known: knownLevel(best), evidence: best.evidence })
  const isOld = best.on !== null && daysBetween(best.on, today) > FRESH_DAYS
  return compared(asked, { met: 'no', known: knownLevel(best), steps: missing, far: missing > (isOld ? 2 : 1), gap: { code: isOld ? 'reassess' : 'levelUp', params } })
}
