import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { addConsequence } from '#domains/competence/index.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { HealthNote, SaveHealthNoteInput } from './person.schema.ts'

export const listHealthNotes = operation({
  permission: 'health.read', reads: true, input: z.object({ personId: Id }), output: z.object({ rows: z.array(HealthNote), actions: z.array(z.enum(['write'])) }),
  subjects: ({ personId }) => [personId],
  async run({ tx, actor }, { personId }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const rows = await tx.selectFrom('healthNote').select(['id', 'version', 'notedOn', 'body', 'consequence']).where('personId', '=', personId).orderBy('notedOn', 'desc').execute()
    return { rows, actions: actor.permissions.includes('health.write') ? ['write' as const] : [] }
  },
})

export const saveHealthNote = operation({
  permission: 'health.write', input: SaveHealthNoteInput, output: z.object({ id: Id, version: z.int() }), subjects: ({ personId }) => [personId],
  async run(context, { id, personId, version, tellOthers, ...note }) {
    const { tx, today } = context
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    if (note.notedOn > today) throw new Refused({ code: 'people.notedInFuture', path: 'notedOn' })
    if (tellOthers && !note.consequence) throw new Refused({ code: 'people.consequenceMissing', path: 'consequence' })
    if (version === undefined) await tx.insertInto('healthNote').values({ id, personId, ...note }).execute()
    const saved = version === undefined ? 1 : await saveVersioned(context, 'healthNote', { id, version }, note)
    if (tellOthers && note.consequence) await addConsequence(tx, personId, note.consequence)
    return { id, version: saved }
  },
})
