import { z } from 'zod'
import { addDays, addMonths, PlainDate, plainDate } from '#shared/date.ts'
import { hasOwnProgrammeRules, isUnderChapter6A } from '../collective-protection/chapter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { twoYearsFrom } from './residence.ts'

const names = ['permit', 'permitGrantedOn', 'settledByAgreement', 'settledOn', 'claimedOn', 'residenceSince', 'decidedOn', 'registeredInMunicipalityOn', 'trainingOfferedOn', 'appliedFromAbroad', 'arrivedOn'] as const
type Ask = Asking<(typeof names)[number]>

export const Deadline = z.object({
  what: z.enum(['mapping', 'career_guidance', 'decision', 'start', 'two_year_limit', 'plan', 'contract', 'norwegian_offer', 'social_studies']),
  /** Last day; null where it cannot be reckoned yet. */
  by: PlainDate.nullable(),
  force: z.enum(['shall', 'should']),
  /** The fact it counts from. */
  countsFrom: z.enum(['settledOn', 'claimedOn', 'decidedOn', 'residenceSince', 'registeredInMunicipalityOn', 'trainingOfferedOn', 'permitGrantedOn', 'arrivedOn']),
})
export type Deadline = z.infer<typeof Deadline>

type Counted = { day: PlainDate; from: Deadline['countsFrom'] }

/** What the three months of IL § 12 run from: settlement for those settled by agreement, else the claim; whichever is known, the earlier, where the agreement is not. */
function firstClaim(ask: Ask): Counted {
  const [agreed, settledOn, claimedOn] = [ask.known('settledByAgreement'), ask.known('settledOn'), ask.known('claimedOn')]
  if (agreed === true) return { day: ask.need('settledOn').settledOn, from: 'settledOn' }
  if (agreed === false) return { day: ask.need('claimedOn').claimedOn, from: 'claimedOn' }
  if (settledOn !== undefined && (claimedOn === undefined || settledOn <= claimedOn)) return { day: settledOn, from: 'settledOn' }
  if (claimedOn !== undefined) return { day: claimedOn, from: 'claimedOn' }
  return { day: ask.need('settledOn').settledOn, from: 'settledOn' }
}

function programmeDeadlines(ask: Ask, { day, from }: Counted): Deadline[] {
  const by = addMonths(day, 3)
  ask.step('step.deadlines.threeMonths', ref('IL', '12', { ledd: 2 }), { params: { from: day, by }, force: 'shall' })
  const decidedOn = ask.known('decidedOn')
  const decision: Omit<Deadline, 'what' | 'force'> = decidedOn === undefined ? { by, countsFrom: from } : { by: decidedOn, countsFrom: 'decidedOn' }
  ask.step('step.deadlines.mapping', ref('IL', '15', { ledd: 2 }), { force: 'shall' })
  ask.judge('judge.deadlines.targetGroup', ref('IL', '12', { ledd: 2 }))
  ask.judge('judge.deadlines.guidance', ref('IL', '11', { ledd: 1, sentence: 2 }))
  const list: Deadline[] = [
    { what: 'mapping', ...decision, force: 'shall' }, { what: 'career_guidance', ...decision, force: 'should' },
    { what: 'decision', by, countsFrom: from, force: 'shall' }, { what: 'start', by, countsFrom: from, force: 'shall' }, { what: 'plan', ...decision, force: 'shall' },
  ]
  if (hasOwnProgrammeRules(ask, decidedOn ?? ask.on)) return list
  ask.step('step.deadlines.plan', ref('IL', '15', { ledd: 1 }), { force: 'shall' })
  return [...list, { what: 'contract', ...decision, force: 'shall' }]
}

/** A decision two years after the first day in a municipality gives no programme any more (IL § 8): the last day before. */
function twoYearLimit(ask: Ask): Deadline[] {
  const residenceSince = ask.known('residenceSince')
  if (residenceSince === undefined) return []
  const by = addDays(twoYearsFrom(residenceSince), -1)
  ask.step('step.deadlines.twoYears', ref('IL', '8', { ledd: 1, sentence: 3 }), { params: { residenceSince, by } })
  return [{ what: 'two_year_limit', by, countsFrom: 'residenceSince', force: 'shall' }]
}

function norwegianOffer(ask: Ask): Deadline {
  const [registered, claimed] = [ask.known('registeredInMunicipalityOn'), ask.known('claimedOn')]
  const fromClaim = claimed !== undefined && (registered === undefined || claimed < registered)
  const from = fromClaim ? claimed : registered
  ask.step('step.deadlines.norwegian', ref('IL', '30', { ledd: 3, sentence: 1 }), { force: 'shall' })
  return { what: 'norwegian_offer', by: from === undefined ? null : addMonths(from, 3), countsFrom: fromClaim ? 'claimedOn' : 'registeredInMunicipalityOn', force: 'shall' }
}

const offerCountsFrom = plainDate('2023-08-01')

/** For permits until 2023-08-01 the year ran from the day right and duty began: the grant, or arrival where the permit came first (IL § 26). */
function socialStudiesBefore(ask: Ask, granted: PlainDate): Counted {
  const arrivedOn = ask.known('appliedFromAbroad') === true ? ask.known('arrivedOn') : undefined
  return arrivedOn !== undefined && arrivedOn > granted ? { day: arrivedOn, from: 'arrivedOn' } : { day: granted, from: 'permitGrantedOn' }
}

/** A year for social studies (IL § 33, IF § 74). Not for those under chapter 6A; for letter d the right begins when the permit is renewed, which is not among the facts. */
function socialStudies(ask: Ask): Deadline[] {
  const granted = ask.known('permitGrantedOn')
  if (isUnderChapter6A(ask, ask.on) || granted === undefined) return []
  const counted = ask.known('appliedFromAbroad') === true ? (ask.known('arrivedOn') ?? granted) : granted
  const offered = ask.known('trainingOfferedOn')
  const year = (day: PlainDate | undefined) => (day === undefined ? null : addMonths(day, 12))
  ask.step('step.deadlines.socialStudies', ref('IL', '33', { ledd: 1, sentence: 3 }), { force: 'shall' })
  const byOffer: Deadline = { what: 'social_studies', by: year(offered), countsFrom: 'trainingOfferedOn', force: 'shall' }
  if (counted > offerCountsFrom) return [byOffer]
  if (counted === offerCountsFrom) {
    ask.open('open.deadlines.firstOfAugust')
    return [{ ...byOffer, by: null }]
  }
  const before = socialStudiesBefore(ask, granted)
  ask.step('step.deadlines.socialStudiesBefore', ref('IF', '74'), { params: { from: before.day } })
  return [{ what: 'social_studies', by: ask.known('permit') === 'limited_family' ? null : year(before.day), countsFrom: before.from, force: 'shall' }]
}

/** The time limits of the municipality towards somebody with right and duty, or a right, to the programme. Approved leave comes in addition to the year of social studies. */
export const deadlines = rule({
  name: 'programme.deadlines', version: 1, decidedBy: ['settledOn', 'claimedOn', 'permitGrantedOn'], facts: names, answer: z.array(Deadline),
  sources: [ref('IL', '10'), ref('IL', '11', { ledd: 1 }), ref('IL', '12', { ledd: 2 }), ref('IL', '15', { ledd: 1 }), ref('IL', '16', { ledd: 1 }), ref('IL', '30', { ledd: 3 }), ref('IL', '33', { ledd: 1 }), ref('IF', '74')],
  checkedBy: 'IMDi',
  decide: (ask) => [...programmeDeadlines(ask, firstClaim(ask)), ...twoYearLimit(ask), norwegianOffer(ask), ...socialStudies(ask)],
})
