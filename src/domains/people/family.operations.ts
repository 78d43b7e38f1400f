import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { inverseOf } from './family.core.ts'
import { SaveFamilyTieInput } from './person.schema.ts'

const mustSee = async (tx: Tx, id: string): Promise<void> => { found(await tx.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()) }

/** Between two persons of Fotfeste the tie is seen from both sides, so it is kept twice. */
export const saveFamilyTie = operation({
  permission: 'people.write', input: SaveFamilyTieInput, output: z.object({ id: Id }),
  subjects: ({ personId, relativeId }) => [personId, ...(relativeId ? [relativeId] : [])],
  async run({ tx, today }, tie) {
    const { personId, relativeId } = tie
    if (relativeId === null && tie.relativeName === null) throw new Refused({ code: 'people.relativeWho', path: 'relativeName' })
    if (relativeId === personId) throw new Refused({ code: 'people.ownRelative', path: 'relativeId' })
    if (tie.relativeBirthYear !== null && tie.relativeBirthYear > Number(today.slice(0, 4))) throw new Refused({ code: 'people.bornInFuture', path: 'relativeBirthYear' })
    await mustSee(tx, personId)
    if (relativeId !== null) {
      await mustSee(tx, relativeId)
      await tx.deleteFrom('familyTie').where((eb) => eb.or([
        eb.and([eb('personId', '=', personId), eb('relativeId', '=', relativeId)]), eb.and([eb('personId', '=', relativeId), eb('relativeId', '=', personId)])])).execute()
      await tx.insertInto('familyTie').values({ id: crypto.randomUUID(), personId: relativeId, relativeId: personId, relation: inverseOf(tie.relation) }).execute()
    }
    const { id, ...values } = relativeId === null ? tie : { ...tie, relativeName: null, relativeBirthYear: null }
    await tx.insertInto('familyTie').values({ id, ...values }).onConflict((conflict) => conflict.constraint('family_tie_pkey').doUpdateSet(values)).execute()
    return { id }
  },
})

export const removeFamilyTie = operation({
  permission: 'people.write', input: z.object({ id: Id }), output: z.object({ personIds: z.array(Id) }),
  subjects: (_, { personIds }) => personIds,
  async run({ tx }, { id }) {
    const tie = found(await tx.selectFrom('familyTie').select(['personId', 'relativeId']).where('id', '=', id).executeTakeFirst())
    await tx.deleteFrom('familyTie').where('id', '=', id).execute()
    if (tie.relativeId === null) return { personIds: [tie.personId] }
    await tx.deleteFrom('familyTie').where('personId', '=', tie.relativeId).where('relativeId', '=', tie.personId).execute()
    return { personIds: [tie.personId, tie.relativeId] }
  },
})
