import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import { isBound, levelAbove } from '../market/change.core.ts'
import type { Change } from '../market/change.schema.ts'
import type { RankedMatch } from '../match.core.ts'
import type { Criterion, CriterionKind } from '../match.schema.ts'

/** Closing times of childcare and starting times that a municipality can do something about. */
const UNTIL = '17:00'
const FROM = '07:00'
/** Weeks people agree on: a step up is the next of these. */
const HOURS = [15, 22.5, 30, 37.5] as const

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value))

/** One level up in the skill that is too low. */
function levelUp({ known }: Criterion): Change[] {
  if (known === 'unknown' || known.value.is !== 'level' || known.value.level === null || known.value.skill === null) return []
  const to = levelAbove(known.value.level)
  return to === undefined ? [] : [{ is: 'level', language: known.value.language, skill: known.value.skill, to }]
}

const paper = (kind: CriterionKind, name: string, how: 'get' | 'ask' | 'renew' | 'see'): Change[] => [{ is: kind === 'driving_licence' ? 'licence' : 'certificate', name, how }]

const forTime = (person: PersonFacts): Change[] =>
  [...(isBound(person, UNTIL, 'until') ? [{ is: 'until' as const, time: UNTIL }] : []), ...(isBound(person, FROM, 'from') ? [{ is: 'from' as const, time: FROM }] : [])]

/** Ways she does not have and that lead there, or that may be quicker. */
const waysFor = (ways: readonly string[], { frame }: PersonFacts): Change[] => ways.filter((way) => !frame?.transport.includes(way)).map((way) => ({ is: 'travel', way }))

function moreHours({ frame }: PersonFacts): Change[] {
  const now = frame?.hoursPerWeek ?? null
  const next = now === null ? undefined : HOURS.find((hours) => hours > now)
  return next === undefined ? [] : [{ is: 'hours', hours: next }]
}

/** What would move one requirement that is not met: none where it is no small thing (a whole trade, what the body cannot). */
function changesFor(criterion: Criterion, person: PersonFacts, opening: OpeningFacts): Change[] {
  const { gap, kind } = criterion
  const name = text(gap?.params['name'])
  switch (gap?.code) {
    case 'levelUp': case 'reassess': return levelUp(criterion)
    case 'mapLevel': return [{ is: 'mapLevel', language: text(gap.params['language']), skill: text(gap.params['skill']) || null }]
    case 'mapPaper': return paper(kind, name, 'ask')
    case 'getLicence': case 'getCertificate': return paper(kind, name, 'get')
    case 'renew': return paper(kind, name, 'renew')
    case 'seePaper': return paper(kind, name, 'see')
    case 'mapSkill': case 'learnSkill': return [{ is: 'skill', name }]
    case 'mapWork': return [{ is: 'mapWork', name }]
    case 'mapFrame': return [{ is: 'mapFrame' }]
    case 'agreeSchedule': case 'agreeCare': return forTime(person)
    case 'fewerHours': return moreHours(person)
    case 'transport': return waysFor(opening.reachableBy, person)
    case 'longerTravel': return waysFor(['bicycle', 'bus', 'car'], person)
    // what is no small thing, or nothing of hers: a trade, what the body cannot, who supervises, how far she will travel
    case 'gainExperience': case 'lacksPractice': case 'oldPractice': case 'adaptTasks': case 'agreeProgramme': case 'askSupervision': case 'freeSupervisor': case 'mapLimit': case 'mapTravel': case 'mapWish': case undefined: return []
  }
}

export type Wanted = { change: Change; /** The openings it has to do with. */ openings: OpeningFacts[] }

/** Every small change that has to do with a requirement somebody does not meet, each once. */
export function changesOf(person: PersonFacts, matches: readonly { match: RankedMatch; opening: OpeningFacts }[]): Wanted[] {
  const found = new Map<string, { change: Change; openings: Set<OpeningFacts> }>()
  for (const { match, opening } of matches) {
    for (const criterion of match.required) {
      if (criterion.met === 'yes') continue
      for (const change of changesFor(criterion, person, opening)) {
        const key = JSON.stringify(change)
        const known = found.get(key) ?? { change, openings: new Set<OpeningFacts>() }
        known.openings.add(opening)
        found.set(key, known)
      }
    }
  }
  return [...found.values()].map(({ change, openings }) => ({ change, openings: [...openings] }))
}
