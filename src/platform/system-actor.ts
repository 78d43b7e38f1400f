import { createHash } from 'node:crypto'
import type { Permission } from '#shared/permission.ts'
import { permissions } from '#shared/permission.ts'
import type { Actor } from './db.ts'

/** What is done for a person herself, by link, or with health, and the second pair of eyes on a payment: nobody does these automatically. */
const never = /^(own|link|health)\.|^programme\.approveBenefit$/

const held: readonly Permission[] = permissions.filter((permission) => !never.test(permission))

/** The same id for the same municipality in every process: a UUID made from its own. */
function idFor(municipalityId: string): string {
  const hex = createHash('sha256').update(`fotfeste system ${municipalityId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Who does what Fotfeste does by itself in a municipality: jobs, and imports from the command line. */
export const systemActor = (municipalityId: string): Actor =>
  ({ kind: 'system', id: idFor(municipalityId), municipalityId, name: 'Fotfeste', locale: 'nb', permissions: held })
