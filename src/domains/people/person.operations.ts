import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { PAGE_SIZE, peopleListSql } from './list-people.ts'
import * as core from './person.core.ts'
import { ListPeopleInput, PeopleList, Person, SavePersonInput } from './person.schema.ts'

export const listPeople = operation({
  permission: 'people.read', reads: true, input: ListPeopleInput, output: PeopleList,
  subjects: (_, { rows }) => rows.map(({ id }) => id),
  async run({ tx }, input) {
    const { rows } = await peopleListSql(input).execute(tx)
    return { rows, total: rows[0]?.total ?? 0, pageSize: PAGE_SIZE }
  },
})

export const getPerson = operation({
  permission: 'people.read', reads: true, input: z.object({ personId: Id }), output: Person,
  subjects: ({ personId }, { family }) => [personId, ...family.flatMap(({ relativeId }) => relativeId ?? [])],
  async run(context, { personId }) {
    const { tx, actor } = context
    const person = found(await tx.selectFrom('person').leftJoin('account', (join) => join
      .onRef('account.municipalityId', '=', 'person.municipalityId').onRef('account.id', '=', 'person.adviserId'))
      .leftJoin('account as noted', (join) => join.onRef('noted.municipalityId', '=', 'person.municipalityId').onRef('noted.id', '=', 'person.matchingObjectionBy'))
      .selectAll('person').select(['account.name as adviserName', 'noted.name as notedBy']).where('person.id', '=', personId).executeTakeFirst())
    const numbers = await tx.selectFrom('personNumber').select(['kind', 'number']).where('personId', '=', personId).orderBy('kind').execute()
    const address = await tx.selectFrom('personAddress').select(['street', 'postcode', 'place']).where('personId', '=', personId).executeTakeFirst()
    return { ...person, numbers, address: address ?? null, family: await loadFamily(context, personId),
      matchingObjection: person.matchingObjectionWords === null ? null : { since: person.matchingObjectionOn, words: person.matchingObjectionWords, notedBy: person.notedBy },
      hidden: core.hiddenParts(actor.permissions, person), actions: core.personActions(actor.permissions) }
  },
})

async function loadFamily({ tx }: Context, personId: string) {
  const ties = await tx.selectFrom('familyTie').leftJoin('person as relative', (join) => join
    .onRef('relative.municipalityId', '=', 'familyTie.municipalityId').onRef('relative.id', '=', 'familyTie.relativeId'))
    .select(['familyTie.id', 'familyTie.relation', 'familyTie.relativeName', 'familyTie.relativeBirthYear',
      'relative.id as relativeId', 'relative.givenName', 'relative.familyName', 'relative.birthDate'])
    .where('familyTie.personId', '=', personId).execute()
  // a relative the actor may not see, and who has no name of her own in the tie, is not mentioned
  return ties.filter((tie) => tie.relativeId !== null || tie.relativeName !== null).map((tie) => ({
    id: tie.id, relation: tie.relation, relativeId: tie.relativeId,
    name: tie.relativeId ? `${tie.givenName} ${tie.familyName}` : tie.relativeName ?? '',
    birthYear: tie.birthDate ? Number(tie.birthDate.slice(0, 4)) : tie.relativeBirthYear,
  }))
}

export const savePerson = operation({
  permission: 'people.write', input: SavePersonInput, output: z.object({ id: Id, version: z.int() }),
  subjects: ({ id }) => [id],
  async run(context, { id, version, address, ...basics }) {
    const { tx, actor, today } = context
    const before = await tx.selectFrom('person').select('addressProtection').where('id', '=', id).executeTakeFirst()
    const next = enforce(core.savePerson(basics, { today, held: actor.permissions, protectionBefore: before?.addressProtection ?? 'none' }))
    if (version === undefined) await tx.insertInto('person').values({ id, ...next }).execute()
    const saved = version === undefined ? 1 : await saveVersioned(context, 'person', { id, version }, next)
    if (address) await tx.insertInto('personAddress').values({ personId: id, ...address })
      .onConflict((conflict) => conflict.constraint('person_address_one').doUpdateSet(address)).execute()
    return { id, version: saved }
  },
})
