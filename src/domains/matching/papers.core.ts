import type { PlainDate } from '#shared/date.ts'
import { remembering } from '#shared/remembering.ts'
import { fold } from '#shared/text.ts'
import type { Compared, Weigh } from './compared.core.ts'
import { byEvidence, compared, known, latestFirst, lostByEvidence } from './compared.core.ts'
import type { Demand, PersonFacts } from './facts.schema.ts'
import type { Asked } from '#shared/occupation-distance.ts'
import { isNear, SAME_GROUP } from '#shared/occupation-distance.ts'

/** The words of a name. Folding is the slowest part of a comparison. */
const wordsOf = remembering((text): ReadonlySet<string> => new Set(fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)))

/** Whether two names mean the same: the same words, or all words of the shorter are in the longer. */
function sameWords(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  for (const word of few) if (!many.has(word)) return false
  return few.size > 0
}

/** A driving licence or certificate. Where the law asks for it, her word is not enough: the paper must be seen. */
export function comparePaper(demand: Demand, person: Pick<PersonFacts, 'papers'>, today: PlainDate, weigh: Weigh): Compared {
  const isLicence = demand.kind === 'driving_licence'
  const name = demand.name ?? ''
  const asked = { ...demand, asked: { is: 'name', name } } as const
  const wanted = wordsOf(name)
  const ofKind = person.papers.filter((paper) => (paper.kind === 'driving_licence') === isLicence)
  const mine = ofKind.filter((paper) => (isLicence ? paper.name.trim().toUpperCase() === name.trim().toUpperCase() : sameWords(wordsOf(paper.name), wanted))).toSorted((a, b) => byEvidence(a, b) || latestFirst(a.validUntil, b.validUntil))
  const valid = mine.find((paper) => paper.validUntil === null || paper.validUntil >= today)
  const shown = valid ?? mine[0]
  if (!shown) return ofKind.length === 0
    ? compared(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapPaper', params: { name } } }, weigh)
    : compared(asked, { met: 'no', known: known({ is: 'none' }), far: true, gap: { code: isLicence ? 'getLicence' : 'getCertificate', params: { name } } }, weigh)
  const knownPaper = known({ is: 'name', name: shown.name, until: shown.validUntil }, shown.evidence)
  if (!valid) return compared(asked, { met: 'no', known: knownPaper, gap: { code: 'renew', params: { name } } }, weigh)
  if (demand.statutoryBasis !== null && valid.evidence === 'claimed') return compared(asked, { met: 'unknown', known: knownPaper, gap: { code: 'seePaper', params: { name } } }, weigh)
  return compared(asked, { met: 'yes', known: knownPaper, lost: lostByEvidence(weigh, valid.evidence), ...(valid.evidence === 'claimed' && { gap: { code: 'seePaper' as const, params: { name } } }) }, weigh)
}

/** A skill by its name. What she says herself counts; the evidence is shown. A skill not in the mapping is unknown, not missing. */
export function compareSkill(demand: Demand, person: Pick<PersonFacts, 'skills'>, weigh: Weigh): Compared {
  const name = demand.name ?? ''
  const asked = { ...demand, asked: { is: 'name', name } } as const
  const mine = person.skills.filter((skill) => sameWords(wordsOf(skill.name), wordsOf(name))).toSorted((a, b) => byEvidence(a, b) || latestFirst(a.on, b.on))[0]
  if (!mine) return compared(asked, { met: 'unknown', known: 'unknown', gap: { code: person.skills.length === 0 ? 'mapSkill' : 'learnSkill', params: { name } } }, weigh)
  return compared(asked, { met: 'yes', known: known({ is: 'name', name: mine.name }, mine.evidence, mine.on, mine.seenBy), lost: lostByEvidence(weigh, mine.evidence) }, weigh)
}

/** Work she has done, by what the demand calls it or by the opening's occupation. */
export function compareExperience(demand: Demand, person: Pick<PersonFacts, 'work'>, opening: Asked & { title: string }, weigh: Weigh): Compared {
  const name = demand.name ?? opening.title
  const asked = { ...demand, asked: { is: 'name', name } } as const
  const isIt = (work: PersonFacts['work'][number]): boolean => sameWords(wordsOf(work.title), wordsOf(name)) || isNear(work, opening, SAME_GROUP)
  const mine = person.work.filter(isIt).toSorted((a, b) => byEvidence(a, b) || latestFirst(a.toYear, b.toYear))[0]
  if (mine) return compared(asked, { met: 'yes', known: known({ is: 'occupation', code: mine.occupationCode, title: mine.title }, mine.evidence, mine.toYear === null ? null : String(mine.toYear), mine.employerName), lost: lostByEvidence(weigh, mine.evidence) }, weigh)
  if (person.work.length === 0) return compared(asked, { met: 'unknown', known: 'unknown', gap: { code: 'mapWork', params: { name } } }, weigh)
  return compared(asked, { met: 'no', known: known({ is: 'none' }), far: true, gap: { code: 'gainExperience', params: { name } } }, weigh)
}
