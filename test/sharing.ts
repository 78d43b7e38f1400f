import { randomUUID } from 'node:crypto'
import { aMappedPerson, aPlace } from './matching-facts.ts'
import type { OpeningOver, PersonOver } from './matching-facts.ts'
import type { Caller, Municipality, World } from './world.ts'
import { TODAY, aMunicipality } from './world.ts'

export type Side = { here: Municipality; manager: Caller; broker: Caller; adviser: Caller }

/** A municipality with a manager, a job broker and an adviser. */
export async function aSide(world: World): Promise<Side> {
  const here = await aMunicipality(world)
  return { here, manager: await here.as('manager'), broker: await here.as('job_broker'), adviser: await here.as('programme_adviser') }
}

/** Two that have agreed to share places: proposed by the first, accepted by the second. */
export async function anAgreement(proposer: Side, neighbour: Side): Promise<string> {
  const id = randomUUID()
  await proposer.manager.call('matching.proposeSharing', { id, neighbourId: neighbour.here.id, note: 'Samme bussrute' })
  await neighbour.manager.call('matching.acceptSharing', { id, version: 1 })
  return id
}

/** The owner's place, shown to the neighbour. */
export async function aSharedPlace(owner: Side, neighbour: Side, over: OpeningOver = {}): Promise<string> {
  const { openingId } = await aPlace(owner.here, { contactAccountId: owner.broker.actor.id, ...over })
  await owner.broker.call('matching.shareOpening', { openingId, neighbourIds: [neighbour.here.id] })
  return openingId
}

export const YES = 'Ja, nabokommunen kan få se dette om meg.'

/** One of the neighbour's people, put forward for the owner's place with her yes. */
export async function aPutForward(neighbour: Side, openingId: string, over: PersonOver = {}): Promise<{ id: string; personId: string }> {
  const personId = await aMappedPerson(neighbour.here, { givenName: 'Utpekt', ...over })
  const [id, parts] = [randomUUID(), ['languages', 'experience'] as const]
  const { profile } = await neighbour.adviser.call('matching.previewPutForward', { personId, openingId, parts: [...parts] })
  await neighbour.adviser.call('matching.putForward', { id, personId, openingId, parts: [...parts], profile, how: 'spoken_with_interpreter', on: TODAY, text: YES })
  return { id, personId }
}
