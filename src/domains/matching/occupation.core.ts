import type { PlainDate } from '#shared/date.ts'
import { RELATED, sharedDigits } from '#shared/occupation.ts'
import { fold } from '#shared/text.ts'
import type { Compared } from './compared.core.ts'
import { POINTS, byEvidence, compared, known, latestFirst } from './compared.core.ts'
import type { OpeningFacts, PersonFacts } from './facts.schema.ts'

/** Work that ended within so many years counts as recent. */
const RECENT_YEARS = 5

const withPoints = (one: Compared, points: number): Compared => ({ ...one, points })

/** How near the opening's occupation is to work she has done; recent work a little more. */
export function compareOccupation(opening: OpeningFacts, person: PersonFacts, today: PlainDate): Compared[] {
  if (opening.occupationCode === null) return []
  const asked = { kind: 'occupation', isRequired: false, asked: { is: 'occupation', code: opening.occupationCode, title: opening.title } } as const
  const since = Number(today.slice(0, 4)) - RECENT_YEARS
  const rated = person.work.map((work) => {
    const shared = sharedDigits(work.occupationCode, opening.occupationCode)
    const isRecent = shared >= RELATED && work.toYear !== null && work.toYear >= since
    return { work, shared, points: (POINTS.occupation[shared] ?? 0) + (isRecent ? POINTS.recentWork : 0) }
  }).toSorted((a, b) => b.points - a.points || latestFirst(a.work.toYear, b.work.toYear) || byEvidence(a.work, b.work) || latestFirst(a.work.title, b.work.title) || latestFirst(a.work.occupationCode, b.work.occupationCode))
  const best = rated[0]
  if (!best) return [compared(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapWork', params: { name: opening.title } } })]
  const { work } = best
  const shown = known({ is: 'occupation', code: work.occupationCode, title: work.title }, work.evidence, work.toYear === null ? null : String(work.toYear), work.employerName)
  return [withPoints(compared(asked, { met: best.shared >= RELATED ? 'yes' : 'no', known: shown }), best.points)]
}

/** The folded title of an opening, made once for all who are compared with it. */
const titles = new WeakMap<OpeningFacts, string>()
function foldedTitle(opening: OpeningFacts): string {
  const title = titles.get(opening) ?? fold(opening.title)
  titles.set(opening, title)
  return title
}

function rateWish(wish: PersonFacts['wishes'][number], opening: OpeningFacts): number {
  const byCode = POINTS.wish[sharedDigits(wish.occupationCode, opening.occupationCode)] ?? 0
  const inWords = wish.occupationCode === null && wish.wording.length > 3 && foldedTitle(opening).includes(fold(wish.wording)) ? POINTS.wishedInWords : 0
  const best = Math.max(byCode, inWords)
  return best === 0 ? 0 : Math.max(1, best + POINTS.laterWish * (Math.max(1, wish.rank) - 1))
}

/** Whether the opening is what she wants: by occupation, or by her own words in the title. */
export function compareWish(opening: OpeningFacts, person: PersonFacts): Compared {
  const asked = { kind: 'wish', isRequired: false, asked: { is: 'occupation', code: opening.occupationCode, title: opening.title } } as const
  const best = person.wishes.map((wish) => ({ wish, points: rateWish(wish, opening), shared: sharedDigits(wish.occupationCode, opening.occupationCode) }))
    .toSorted((a, b) => b.points - a.points || a.wish.rank - b.wish.rank || latestFirst(a.wish.wording, b.wish.wording) || latestFirst(a.wish.occupationCode, b.wish.occupationCode))[0]
  if (!best) return compared(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapWish', params: {} } })
  const isMet = best.shared >= RELATED || (best.wish.occupationCode === null && best.points > 0)
  return withPoints(compared(asked, { met: isMet ? 'yes' : 'no', known: known({ is: 'occupation', code: best.wish.occupationCode, title: best.wish.wording }) }), best.points)
}
