import type { z } from 'zod'
import type { FamilyRelation } from './person.schema.ts'

type Relation = z.infer<typeof FamilyRelation>
const inverses: Record<Relation, Relation> = { spouse: 'spouse', child: 'parent', parent: 'child', sibling: 'sibling', guardian: 'other', other: 'other' }

/** What the first is to the second, when the second is `relation` to the first. */
export const inverseOf = (relation: Relation): Relation => inverses[relation]
