import type { PersonFacts } from '../facts.schema.ts'
import type { CriterionKind } from '../match.schema.ts'
import type { Candidate, KeptList } from './list.core.ts'
import type { FactChange, KeptLine, ListChanges, MoveReason } from './list.schema.ts'

type List<T> = readonly T[]
/** Kept facts come back with the names of their fields in another order. */
const byName = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, byName) === JSON.stringify(b, byName)
const sorted = (names: List<string>): string[] => names.toSorted()

function levelChanges(before: PersonFacts, after: PersonFacts): FactChange[] {
  return after.languages.flatMap(({ language, skill, level }): FactChange[] => {
    const was = before.languages.find((one) => one.language === language && one.skill === skill)?.level ?? null
    return was === level ? [] : [{ is: 'level', language, skill, from: was, to: level }]
  })
}

function nameChanges(is: 'paper' | 'skill', before: List<{ name: string }>, after: List<{ name: string }>): FactChange[] {
  const [was, now] = [new Set(before.map(({ name }) => name)), new Set(after.map(({ name }) => name))]
  return [...[...now].filter((name) => !was.has(name)).map((name) => ({ is, name, isGone: false })), ...[...was].filter((name) => !now.has(name)).map((name) => ({ is, name, isGone: true }))]
}

function frameChanges({ frame: before }: PersonFacts, { frame: after }: PersonFacts): FactChange[] {
  if (same(before, after)) return []
  if (!before || !after) return [{ is: 'frame', what: 'all' }]
  const parts = [['time', [before.earliest, before.latest, before.weekdays], [after.earliest, after.latest, after.weekdays]], ['hours', before.hoursPerWeek, after.hoursPerWeek],
    ['travel', sorted(before.transport), sorted(after.transport)], ['body', sorted(before.cannot), sorted(after.cannot)]] as const
  return parts.filter(([, was, now]) => !same(was, now)).map(([what]) => ({ is: 'frame', what }))
}

/** What of her own facts is otherwise, in a fixed order. */
export const factChanges = (before: PersonFacts, after: PersonFacts): FactChange[] => [
  ...levelChanges(before, after), ...nameChanges('paper', before.papers, after.papers), ...nameChanges('skill', before.skills, after.skills),
  ...(same(before.work, after.work) ? [] : [{ is: 'work' as const }]), ...(same(before.wishes, after.wishes) ? [] : [{ is: 'wish' as const }]), ...frameChanges(before, after)]

const KINDS = { level: ['norwegian', 'language'], paper: ['driving_licence', 'certificate'], skill: ['skill'], work: ['experience', 'occupation'], wish: ['wish'], frame: ['schedule', 'hours', 'transport', 'physical'] } as const satisfies Record<FactChange['is'], readonly CriterionKind[]>

/** The first of her changes that has to do with what this opening asks for. */
function touching({ match }: Candidate, changes: List<FactChange>): FactChange | undefined {
  const asked = [...match.required, ...match.wished]
  return changes.find((change) => asked.some(({ kind, asked: what }) => KINDS[change.is].some((one) => one === kind)
    && (change.is !== 'level' || (what.is === 'level' && what.language === change.language && (what.skill === null || what.skill === change.skill)))))
}

function reasonOf(line: KeptLine | undefined, now: Candidate, facts: List<FactChange>, weights: boolean): MoveReason {
  if (line && line[1] !== now.print) return { is: 'opening' }
  if (line && line[2] !== now.seats) return { is: 'seats', from: line[2], to: now.seats }
  const change = touching(now, facts)
  if (change) return { is: 'person', change }
  if (weights) return { is: 'weights' }
  return line && line[3] !== now.match.verdict ? { is: 'day' } : { is: 'others' }
}

/** The fewest that must have moved: all but a longest run that stands in the order it had. */
function movers(was: List<string>, now: List<string>): string[] {
  const at = new Map(was.map((id, index) => [id, index]))
  const [ends, before, places]: [number[], number[], number[]] = [[], [], now.map((id) => at.get(id) ?? 0)]
  places.forEach((place, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[index] = low === 0 ? -1 : ends[low - 1] ?? -1
    ends[low] = index
  })
  const stays = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) stays.add(index)
  return now.filter((_, index) => !stays.has(index))
}

/** So many of each kind are told by name. */
const MOST = 5

type Before = KeptList & { facts: PersonFacts; day: ListChanges['since'] }
/** `titleOf` gives the title of what is open, possible for her or not. */
type Told = { facts: PersonFacts; candidates: readonly Candidate[]; list: KeptList; titleOf: (openingId: string) => string | undefined }

/** What is otherwise than the last time: new, gone, moved, each with its reason. Nothing where nothing is. */
export function changesSince(before: Before, { facts, candidates, list, titleOf }: Told): ListChanges | null {
  const byId = new Map(candidates.map((one) => [one.match.openingId, one]))
  const [was, now] = [before.lines.map(([id]) => id), list.lines.map(([id]) => id)]
  const [wasThere, isThere] = [new Map(before.lines.map((line) => [line[0], line])), new Set(now)]
  const changes = factChanges(before.facts, facts)
  const weights = before.weightsPrint !== list.weightsPrint
  const named = (openingId: string) => ({ openingId, title: titleOf(openingId) ?? '' })
  const because = (id: string): MoveReason | null => { const one = byId.get(id); return one ? reasonOf(wasThere.get(id), one, changes, weights) : null }
  const [added, gone] = [now.filter((id) => !wasThere.has(id)), was.filter((id) => !isThere.has(id))]
  const common = now.filter((id) => wasThere.has(id))
  const moved = movers(was.filter((id) => isThere.has(id)), common)
  if (added.length + gone.length + moved.length === 0) return null
  const [rankWas, rankNow] = [new Map(was.map((id, at) => [id, at])), new Map(now.map((id, at) => [id, at]))]
  return {
    since: before.day, facts: changes, weights, counts: { added: added.length, gone: gone.length, moved: moved.length },
    added: added.slice(0, MOST).map((id) => { const why = because(id); return { ...named(id), because: why?.is === 'person' ? why : null } }),
    gone: gone.slice(0, MOST).map((id) => ({ ...named(id), isOpen: titleOf(id) !== undefined })),
    moved: moved.slice(0, MOST).map((id) => ({ ...named(id), isUp: (rankNow.get(id) ?? 0) < (rankWas.get(id) ?? 0), because: because(id) ?? { is: 'others' } })),
  }
}
