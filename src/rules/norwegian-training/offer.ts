import { z } from 'zod'
import { PlainDate, addMonths } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const names = ['registeredInMunicipalityOn', 'claimedOn', 'trainingOfferedOn'] as const

/** By when the training shall be offered, and whether it was. `kept` is null while the time runs and nothing is offered. */
export const TrainingOffer = z.object({ countsFrom: z.enum(['registration', 'claim']), deadline: PlainDate, kept: z.boolean().nullable() })

/** The event that comes first decides: the municipality is bound as soon as one of them has happened. */
function firstEvent(ask: Asking<(typeof names)[number]>): { countsFrom: 'registration' | 'claim'; day: PlainDate } {
  const claimedOn = ask.known('claimedOn')
  const registeredInMunicipalityOn = claimedOn === undefined ? ask.need('registeredInMunicipalityOn').registeredInMunicipalityOn : ask.known('registeredInMunicipalityOn')
  if (claimedOn !== undefined && (registeredInMunicipalityOn === undefined || claimedOn < registeredInMunicipalityOn)) return { countsFrom: 'claim', day: claimedOn }
  return { countsFrom: 'registration', day: registeredInMunicipalityOn ?? ask.need('registeredInMunicipalityOn').registeredInMunicipalityOn }
}

/** The deadline of the offer: as soon as possible, and at the latest three months after registration or claim (IL § 30 third paragraph). */
export const norwegianOffer = rule({
  name: 'norwegian.offer', version: 1, decidedBy: ['registeredInMunicipalityOn', 'claimedOn'], facts: names, answer: TrainingOffer,
  sources: [ref('IL', '30', { ledd: 3, sentence: 1 })], checkedBy: 'IMDi',
  decide(ask) {
    const { countsFrom, day } = firstEvent(ask)
    const deadline = addMonths(day, 3)
    ask.step(countsFrom === 'claim' ? 'step.norwegian.offerAfterClaim' : 'step.norwegian.offerAfterRegistration', ref('IL', '30', { ledd: 3, sentence: 1 }), { params: { day, deadline, months: 3 }, force: 'shall' })
    const offeredOn = ask.known('trainingOfferedOn')
    return { countsFrom, deadline, kept: offeredOn === undefined ? (ask.on > deadline ? false : null) : offeredOn <= deadline }
  },
})
