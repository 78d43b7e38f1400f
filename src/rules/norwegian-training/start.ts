import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import { appliedInNorway, cameFromAbroad } from '../introduction-programme/which-act.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'
import { permitOnFirstOfAugust2023 } from './choices.ts'
import { type Group, groupFacts } from './group.ts'

/** What decides the group and the day right and duty began. */
export const startFacts = [...groupFacts, 'permitFirstRenewedOn', 'settledByAgreement', 'settledOn', 'deferredStart', 'claimedOn'] as const
type Ask = Asking<(typeof startFacts)[number]>

type Beginning = { day: PlainDate | undefined; sentence: number }

/** The day that starts right and duty for the permit, when it is known. */
function dayByPermit(ask: Ask): Beginning {
  if (ask.known('permit') === 'limited_family') return { day: ask.known('permitFirstRenewedOn'), sentence: 2 }
  if (ask.known('permit') === 'collective_protection') return { day: ask.known('settledByAgreement') === true ? ask.known('settledOn') : undefined, sentence: 3 }
  const isFromAbroad = appliedInNorway.includes(ask.need('permit').permit) ? false : ask.known('appliedFromAbroad')
  return { day: isFromAbroad === undefined ? undefined : ask.known(isFromAbroad ? 'arrivedOn' : 'permitGrantedOn'), sentence: 1 }
}

/** The day right and duty began (IL § 26 second and fourth paragraph); null, and an open question, when what decides it is not known. */
export function beganOn(ask: Ask, group: Group): PlainDate | null {
  const isDeferred = ask.knownOrOpen('deferredStart')
  if (isDeferred === true) return noted(ask, group, { day: ask.known('claimedOn'), sentence: 4 })
  // a deferral is decided on application, so what is not recorded is reckoned as none; the reader is told
  if (isDeferred === undefined) ask.step('step.norwegian.noDeferralKnown', ref('IL', '26', { ledd: 2, sentence: 4 }))
  return beganByPermit(ask, group)
}

/** The same, had the start never been deferred: what the ten years of deferral count from. */
export const beganByPermit = (ask: Ask, group: Group): PlainDate | null => noted(ask, group, dayByPermit(ask))

function noted(ask: Ask, group: Group, { day, sentence }: Beginning): PlainDate | null {
  if (day === undefined) {
    ask.open('open.norwegian.startUnknown')
    return null
  }
  ask.step('step.norwegian.began', ref('IL', '26', group === 'duty' ? { ledd: 4 } : { ledd: 2, sentence }), { params: { began: day } })
  return day
}

const transition = plainDate('2023-08-01')

/** Whether a day is after the first of August 2023; that very day is the municipality's choice. */
function isAfterTransition(ask: Ask, day: PlainDate): boolean {
  return day === transition ? ask.choice(permitOnFirstOfAugust2023) === 'offer_counts' : day > transition
}

/** Whether time limits count from the offer of start: permits granted after 1 August 2023, or abroad before it with arrival after (IF § 74). */
export function countsFromOffer(ask: Ask): boolean {
  const { permitGrantedOn } = ask.need('permitGrantedOn')
  const counts = permitGrantedOn >= transition
    ? isAfterTransition(ask, permitGrantedOn)
    : cameFromAbroad(ask) && isAfterTransition(ask, ask.need('arrivedOn').arrivedOn)
  ask.step(counts ? 'step.norwegian.countsFromOffer' : 'step.norwegian.countsAsBefore', ref('IF', '74'), { params: { granted: permitGrantedOn } })
  return counts
}
