import type { PlainDate } from '#shared/date.ts'
import type { Decision } from '#shared/decision.ts'
import { accept, refuse } from '#shared/decision.ts'

/** Since when she objects to being matched, after what she says now; null when she no longer does. What she has said already is not said again. */
export function setObjection({ objects, since, today }: { objects: boolean; since: PlainDate | null; today: PlainDate }): Decision<PlainDate | null> {
  if (objects === (since !== null)) return refuse({ code: objects ? 'people.objectsAlready' : 'people.objectsNot' })
  return accept(objects ? today : null)
}
