import type { Context } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import type { PlainDate } from '#shared/date.ts'
import { savePerson } from './person.core.ts'
import { PersonBasics } from './person.schema.ts'

/** Saves when a person was born and settled, by the same rules as all else about her. Refuses a stale version; NotFound where she is hidden. Answers the new version. */
export async function savePersonDates(context: Context, { id, version, ...dates }: { id: string; version: number; birthDate: PlainDate | null; settledOn: PlainDate | null }): Promise<number> {
  const { tx, today, actor } = context
  const stored = PersonBasics.parse(found(await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()))
  if (stored.birthDate === dates.birthDate && stored.settledOn === dates.settledOn) return version
  enforce(savePerson({ ...stored, ...dates }, { today, held: actor.permissions, protectionBefore: stored.addressProtection }))
  return saveVersioned(context, 'person', { id, version }, dates)
}
