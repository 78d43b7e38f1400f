import type { Decision } from '#shared/decision.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { Person, PersonBasics } from './person.schema.ts'

type Held = readonly Permission[]

/** What the actor may do with a person she may see. */
export const personActions = (held: Held): Person['actions'] => [
  ...(held.includes('people.write') ? (['change'] as const) : []),
  ...(held.includes('people.write') && held.includes('people.protected') ? (['changeProtection'] as const) : []),
  ...(held.includes('competence.write') ? (['changeCompetence'] as const) : []),
  ...(held.includes('matching.present') ? (['propose'] as const) : []),
  ...(held.includes('placements.write') ? (['agree'] as const) : []),
]

/** What the actor may not see of this person, so that an empty place is never mistaken for "there is none". */
export const hiddenParts = (held: Held, person: Pick<PersonBasics, 'addressProtection'>): Person['hidden'] => [
  ...(held.includes('people.numbers') ? [] : (['numbers'] as const)),
  ...(person.addressProtection === 'none' || held.includes('people.protected') ? [] : (['address'] as const)),
  ...(held.includes('health.read') ? [] : (['health'] as const)),
]

/** Whether a person's basics may be saved: dates in their order, and protection changed only by those who may. */
export function savePerson(next: PersonBasics, now: { today: PlainDate; held: Held; protectionBefore: PersonBasics['addressProtection'] }): Decision<PersonBasics> {
  const refusals = [
    ...check(!next.birthDate || next.birthDate <= now.today, { code: 'people.bornInFuture', path: 'birthDate' }),
    ...check(!next.settledOn || !next.birthDate || next.settledOn >= next.birthDate, { code: 'people.settledBeforeBirth', path: 'settledOn' }),
    ...check(next.addressProtection === now.protectionBefore || now.held.includes('people.protected'), { code: 'people.protectionNotYours', path: 'addressProtection' }),
  ]
  return refusals.length > 0 ? refuse(...refusals) : accept(next)
}
