import type { PlainDate } from '#shared/date.ts'
import type { Compared, Weigh } from '../compared.core.ts'
import type { Demand, OpeningFacts, PersonFacts } from '../facts.schema.ts'
import { compareDemand } from '../compare-all.core.ts'
import { compareGoal, compareOccupation, compareWish } from '../occupation.core.ts'
import { defaultWeights } from '../weights/weights.core.ts'

/** What anything is worth changes nothing of whether it is met. */
const NOTHING: Weigh = { of: 0, shares: defaultWeights.shares }
const isMet = ({ criterion }: Compared): boolean => criterion.met === 'yes'
const leads = ({ kind }: Demand): boolean => kind === 'skill' || kind === 'experience' || kind === 'certificate'

/** What `hasGround` says of the whole comparison, comparing only what can lead anybody somewhere (PLA-03). */
export const isGrounded = (person: PersonFacts, place: OpeningFacts, today: PlainDate): boolean =>
  compareOccupation(place, person, NOTHING).some(isMet) || isMet(compareWish(place, person, NOTHING)) || compareGoal(place, person, NOTHING).some(isMet)
  || place.demands.some((demand) => leads(demand) && isMet(compareDemand(demand, place, person, today, NOTHING)))
