import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { BookingOptions, Waiting } from './interpreters.schema.ts'
import { loadUnwanted } from './load-questions.ts'

/** Colleagues who may meet somebody, by name. */
export const loadColleagues = (tx: Tx) => tx.selectFrom('account').select(['id', 'name']).where('isActive', '=', true).where('personId', 'is', null).orderBy('name').execute()

/** Persons whose questions wait and who have no coming slot: her own people's, or everybody's. */
export async function loadWaiting({ tx, actor, today }: Context, mine: boolean): Promise<z.infer<typeof Waiting>[]> {
  const { rows } = await sql<z.infer<typeof Waiting>>`select q.person_id, p.given_name || ' ' || p.family_name as person_name, count(*)::int as count, min(q.asked_on) as since
    from interpreter_question q join person p on p.municipality_id = q.municipality_id and p.id = q.person_id
    where q.answered_on is null and (${!mine} or p.adviser_id = ${actor.id} or q.account_id = ${actor.id})
      and not exists (select from interpreter_booking b where b.municipality_id = q.municipality_id and b.on_day >= ${today}::date and b.cancelled_at is null and b.not_had_at is null and b.outcome is null
        and (b.person_id = q.person_id or exists (select from interpreter_booking_person o where o.municipality_id = b.municipality_id and o.booking_id = b.id and o.person_id = q.person_id)))
    group by 1, 2 order by 4, 2 limit 100`.execute(tx)
  return rows
}

type Known = NonNullable<BookingOptions['person']>

/** What is known of one person when an interpreter is booked for her. */
export async function namedPerson(context: Context, personId: string): Promise<Known> {
  const { tx } = context
  const person = found(await tx.selectFrom('person').select(['givenName', 'familyName', 'interpreterLanguage', 'firstLanguage']).where('id', '=', personId).executeTakeFirst())
  const family = await tx.selectFrom('familyTie').innerJoin('person', (join) => join.onRef('person.municipalityId', '=', 'familyTie.municipalityId').onRef('person.id', '=', 'familyTie.relativeId'))
    .select(['person.id', 'person.givenName', 'person.familyName']).where('familyTie.personId', '=', personId).execute()
  const { count } = await tx.selectFrom('interpreterQuestion').select((eb) => eb.fn.countAll<number>().as('count')).where('personId', '=', personId).where('answeredOn', 'is', null).executeTakeFirstOrThrow()
  return { id: personId, name: `${person.givenName} ${person.familyName}`, language: person.interpreterLanguage ?? person.firstLanguage, unwanted: (await loadUnwanted(context, [personId])).map(({ name }) => name), openQuestions: count,
    family: family.map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}` })) }
}
