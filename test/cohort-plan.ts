import { randomUUID } from 'node:crypto'
import type { Goal } from '#domains/matching/cohort/cohort.schema.ts'
import { aMappedPerson, aPlace } from './matching-facts.ts'
import type { Municipality, World } from './world.ts'
import { aMunicipality } from './world.ts'

/** Three who can cook, and two kitchens with a seat each; one adviser who has solved a plan. */
export async function aCohortPlan(world: World, { goal = 'most_placed', seats = [1, 1], level = 'A2' }: { goal?: Goal; seats?: number[]; level?: 'A2' | 'C1' } = {}) {
  const here = await aMunicipality(world)
  const adviser = await here.as('programme_adviser')
  const people = [await aMappedPerson(here, { givenName: 'Amina' }), await aMappedPerson(here, { givenName: 'Bilal' }), await aMappedPerson(here, { givenName: 'Chen' })]
  const places = await Promise.all(seats.map((count, at) => aPlace(here, { title: `Kjøkken ${at + 1}`, seats: count, level })))
  const planId = randomUUID()
  const solved = await adviser.call('matching.solvePlan', { id: planId, name: 'Uke 47', goal })
  const plan = () => adviser.call('matching.getPlan', { cohortId: planId })
  return { here, adviser, people, openings: places.map(({ openingId }) => openingId), employers: places.map(({ employerId }) => employerId), planId, solved, plan }
}
type Rows = { rows: { person: { id: string }; openingId: string | null }[] }
export const rowOf = <P extends Rows>(plan: P, id: string | undefined): P['rows'][number] | undefined => plan.rows.find(({ person }) => person.id === id)
export const placedIn = <P extends Rows>(plan: P): P['rows'][number][] => plan.rows.filter(({ openingId }) => openingId !== null)
export const presentationsIn = ({ put }: Municipality) => put((tx) => tx.selectFrom('presentation').select(['id', 'personId', 'openingId', 'note', 'startedBy']).execute())
