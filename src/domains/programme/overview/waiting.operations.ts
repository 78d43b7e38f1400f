import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { NoteWaitInput, Waiting } from './groups.schema.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import * as core from './waiting.core.ts'

const permission = 'programme.decide' as const

/** Those settled here who are in no programme and never were, with what the act asks of them. */
const neverBegun = (tx: Tx) => tx.selectFrom('person')
  .leftJoin('startWait', (join) => join.onRef('startWait.municipalityId', '=', 'person.municipalityId').onRef('startWait.personId', '=', 'person.id'))
  .leftJoin('account', (join) => join.onRef('account.municipalityId', '=', 'person.municipalityId').onRef('account.id', '=', 'person.adviserId'))
  .select(['person.id as personId', 'person.givenName', 'person.familyName', 'person.birthDate', 'person.settledOn', 'account.id as adviserId', 'account.name as adviserName',
    'startWait.id as waitId', 'startWait.version as waitVersion', 'startWait.reason', 'startWait.since', 'startWait.expectedOn', 'startWait.note'])
  .where('person.status', '=', 'settled')
  .where((eb) => eb.not(eb.exists(eb.selectFrom('participation').select('participation.id').whereRef('participation.personId', '=', 'person.id'))))

type Row = Awaited<ReturnType<ReturnType<typeof neverBegun>['execute']>>[number]
const waitOf = ({ waitId, waitVersion, reason, since, expectedOn, note }: Row): Waiting['wait'] =>
  (waitId === null || waitVersion === null || reason === null || since === null ? null : { id: waitId, version: waitVersion, reason, since, expectedOn, note })

/** Who waits to start, why, and whose deadline is nearest (QUA-16). */
export const listWaiting = operation({
  permission, reads: true, input: z.object({}), output: z.object({ rows: z.array(Waiting) }), subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run({ tx, today, actor }) {
    const grounds = await loadGrounds(tx)
    const people = await neverBegun(tx).execute()
    const facts = await loadRuleFacts(tx, people.map(({ personId }) => personId))
    const rows = people.flatMap((row): Waiting[] => {
      const standing = core.waitingStanding(facts.get(row.personId) ?? {}, today, grounds)
      return standing === undefined ? [] : [{ personId: row.personId, name: `${row.givenName} ${row.familyName}`, settledOn: row.settledOn, adviserName: row.adviserName, isMine: row.adviserId === actor.id, ...standing, wait: waitOf(row) }]
    })
    return { rows: rows.toSorted(core.byDeadline) }
  },
})

/** Notes why somebody has not begun, and when she is expected to. */
export const noteWait = operation({
  permission, input: NoteWaitInput, output: z.object({ id: Id, version: z.int(), personId: Id }), subjects: ({ personId }) => [personId],
  async run(context, { id, personId, version, ...wait }) {
    refuseIf(core.mayNoteWait(wait, context.today))
    if (version !== undefined) return { id, personId, version: await saveVersioned(context, 'startWait', { id, version, personId }, wait) }
    await context.tx.insertInto('startWait').values({ id, personId, ...wait }).execute()
    return { id, personId, version: 1 }
  },
})
