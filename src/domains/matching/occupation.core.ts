import type { PlainDate } from '#shared/date.ts'
import { remembering } from '#shared/remembering.ts'
import { fold } from '#shared/text.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { byEvidence, earned, known, latestFirst } from './compared.core.ts'
import type { OpeningFacts, PersonFacts } from './facts.schema.ts'
import type { Known } from './match.schema.ts'
import type { NearBy } from '#shared/occupation-distance.ts'
import { distance, isNear, RELATED } from '#shared/occupation-distance.ts'

type Work = PersonFacts['work'][number]
type Wish = PersonFacts['wishes'][number]
type Place = Pick<OpeningFacts, 'occupationCode' | 'escoUri' | 'related' | 'title'>

/** Per cent, by the step of `distance`. */
export const NEARNESS = [0, 10, 25, 45, 80, 90, 100] as const
const WISHED = [0, 10, 25, 45, 75, 90, 100] as const
const WISHED_IN_WORDS = 60
/** What each later wish gives less than the one before it. */
const LATER_WISH = 8
/** Practice in the field is fresh for so many years after it ended, and counts less and less until it counts nothing. */
const RECENT = [{ years: 1, percent: 100 }, { years: 5, percent: 60 }, { years: 10, percent: 25 }] as const
const FRESH_YEARS = 5

const shownWork = (work: Work): Known => known({ is: 'occupation', code: work.occupationCode, title: work.title }, work.evidence, work.toYear === null ? null : String(work.toYear), work.employerName)
const byWork = (a: Work, b: Work): number => latestFirst(a.toYear, b.toYear) || byEvidence(a, b) || latestFirst(a.title, b.title) || latestFirst(a.occupationCode, b.occupationCode)

/** How near the opening's occupation is to work she has done. */
export function compareOccupation(opening: Place, person: Pick<PersonFacts, 'work'>, weigh: Weigh): Compared[] {
  if (opening.occupationCode === null) return []
  const asked = { kind: 'occupation', asked: { is: 'occupation', code: opening.occupationCode, title: opening.title } } as const
  const best = person.work.map((work) => ({ work, ...distance(work, opening) })).toSorted((a, b) => b.step - a.step || byWork(a.work, b.work))[0]
  if (!best) return [earned(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapWork', params: { name: opening.title } } }, weigh, 0)]
  return [earned(asked, { met: best.step >= RELATED ? 'yes' : 'no', known: shownWork(best.work), nearBy: best.nearBy }, weigh, NEARNESS[best.step])]
}

/** Per cent for how long ago work ended; nothing where nobody knows. */
export const recencyOf = (toYear: number | null, today: PlainDate): number =>
  toYear === null ? 0 : RECENT.find(({ years }) => Number(today.slice(0, 4)) - toYear <= years)?.percent ?? 0

/** How long ago she last worked in the field. To have no practice in it is said, and so is that it is old. */
export function compareRecency(opening: Place, person: Pick<PersonFacts, 'work'>, today: PlainDate, weigh: Weigh): Compared[] {
  if (opening.occupationCode === null || person.work.length === 0) return []
  const asked = { kind: 'recency', asked: { is: 'occupation', code: opening.occupationCode, title: opening.title } } as const
  const last = person.work.filter((work) => isNear(work, opening)).toSorted(byWork)[0]
  if (!last) return [earned(asked, { met: 'no', known: known({ is: 'none' }), gap: { code: 'lacksPractice', params: {} } }, weigh, 0)]
  if (last.toYear === null) return [earned(asked, { met: 'unknown', known: shownWork(last), gap: { code: 'mapWork', params: { name: last.title } } }, weigh, 0)]
  const isFresh = Number(today.slice(0, 4)) - last.toYear <= FRESH_YEARS
  return [earned(asked, { met: isFresh ? 'yes' : 'no', known: shownWork(last), ...(!isFresh && { gap: { code: 'oldPractice' as const, params: { year: String(last.toYear) } } }) }, weigh, recencyOf(last.toYear, today))]
}

const foldedOf = remembering(fold)

/** Whether the opening's name holds what she wishes for in her own words. */
const isInWords = (wish: Wish, opening: Place): boolean =>
  wish.occupationCode === null && wish.wording.length > 3 && foldedOf(opening.title).includes(foldedOf(wish.wording))

type Rated = { wish: Wish; percent: number; /** Whether it leads there: by a related occupation, or by her words. */ leads: boolean; nearBy?: NearBy }
/** Per cent of a wish that an opening answers: by occupation, or by her own words in its name; a later wish a little less. */
function rateWish(wish: Wish, opening: Place): Rated {
  const [{ step, nearBy }, inWords] = [distance(wish, opening), isInWords(wish, opening)]
  const best = Math.max(WISHED[step], inWords ? WISHED_IN_WORDS : 0)
  return { wish, nearBy, leads: step >= RELATED || inWords, percent: best === 0 ? 0 : Math.max(1, best - LATER_WISH * (Math.max(1, wish.rank) - 1)) }
}
const byRating = (a: Rated, b: Rated): number => b.percent - a.percent || a.wish.rank - b.wish.rank || latestFirst(a.wish.wording, b.wish.wording) || latestFirst(a.wish.occupationCode, b.wish.occupationCode)

/** Whether the opening is what she wants: any wish that leads there will do, whatever a higher one says. It counts as much as the best does. */
export function compareWish(opening: Place, person: Pick<PersonFacts, 'wishes'>, weigh: Weigh): Compared {
  const asked = { kind: 'wish', asked: { is: 'occupation', code: opening.occupationCode, title: opening.title } } as const
  const rated = person.wishes.map((wish) => rateWish(wish, opening)).toSorted(byRating)
  const [best, lead] = [rated[0], rated.find(({ leads }) => leads)]
  if (!best) return earned(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapWish', params: {} } }, weigh, 0)
  const { wish, nearBy } = lead ?? best
  return earned(asked, { met: lead ? 'yes' : 'no', known: known({ is: 'occupation', code: wish.occupationCode, title: wish.wording }), nearBy }, weigh, best.percent)
}

/** Whether the opening leads where her integration plan goes, where it names an occupation. */
export function compareGoal(opening: Place, { goal }: Pick<PersonFacts, 'goal'>, weigh: Weigh): Compared[] {
  if (goal === null || opening.occupationCode === null) return []
  const asked = { kind: 'goal', asked: { is: 'occupation', code: opening.occupationCode, title: opening.title } } as const
  const { step, nearBy } = distance(goal, opening)
  return [earned(asked, { met: step >= RELATED ? 'yes' : 'no', known: known({ is: 'occupation', code: goal.occupationCode, title: goal.title }, null, goal.on), nearBy }, weigh, NEARNESS[step])]
}
