import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { keepOneFrame } from '#domains/competence/index.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { MOVED, MergePersonsInput, MergePreview, type MergeField } from './duplicates.schema.ts'
import { mergePersons as decideMerge, mergeRefusals } from './merge.core.ts'
import { keepObjection } from './objection.operations.ts'
import { savePerson } from './person.core.ts'
import { PersonBasics } from './person.schema.ts'

const Side = PersonBasics.extend({ id: Id, version: z.int() })
const loadSide = async (tx: Tx, id: string) => Side.parse(found(await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()))

const bothPresented = async (tx: Tx, keepId: string, goneId: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from presentation a join presentation b on b.municipality_id = a.municipality_id and b.opening_id = a.opening_id
    where a.person_id = ${keepId} and b.person_id = ${goneId}`.execute(tx)).rows[0]?.count ?? 0

/** Whether both are in a programme that runs: there can be one of it, and which is right nobody knows but those who decided. */
const bothInProgramme = async (tx: Tx, keepId: string, goneId: string): Promise<boolean> =>
  (await tx.selectFrom('participation').select('personId').where('personId', 'in', [keepId, goneId]).where('endedOn', 'is', null).execute()).length > 1

const bothHavePlans = async (tx: Tx, keepId: string, goneId: string): Promise<boolean> =>
  (await tx.selectFrom('integrationPlan').select('personId').where('personId', 'in', [keepId, goneId]).where('closedOn', 'is', null).execute()).length > 1

const inTheWay = async (tx: Tx, keepId: string, goneId: string) => ({ bothPresented: await bothPresented(tx, keepId, goneId), bothInProgramme: await bothInProgramme(tx, keepId, goneId), bothHavePlans: await bothHavePlans(tx, keepId, goneId) })

/** How much of each kind hangs on a person. Under the policy: what the actor may not see moves too, uncounted. */
async function countMoves(tx: Tx, id: string): Promise<Record<(typeof MOVED)[number], number>> {
  const { rows } = await sql<Record<(typeof MOVED)[number], number>>`select
    (select count(*)::int from person_number where person_id = ${id}) as numbers,
    (select count(*)::int from family_tie where person_id = ${id}) as family,
    ((select count(*) from language_level where person_id = ${id}) + (select count(*) from education where person_id = ${id}) + (select count(*) from work_experience where person_id = ${id})
      + (select count(*) from skill where person_id = ${id}) + (select count(*) from certificate where person_id = ${id}) + (select count(*) from wish where person_id = ${id})
      + (select count(*) from recognition_case where person_id = ${id}) + (select count(*) from competence_assessment where person_id = ${id}) + (select count(*) from work_trial where person_id = ${id}) + (select count(*) from proof_sheet where person_id = ${id}))::int as competence,
    (select count(*)::int from presentation where person_id = ${id}) as presentations,
    (select count(*)::int from agreement where person_id = ${id}) as agreements,
    (select count(*)::int from follow_up where person_id = ${id}) as follow_ups,
    (select count(*)::int from participation where person_id = ${id}) as programmes,
    (select count(*)::int from account where person_id = ${id}) as accounts`.execute(tx)
  return found(rows[0])
}

export const previewMerge = operation({
  permission: 'people.write', reads: true, input: z.object({ keepId: Id, goneId: Id }), output: MergePreview, subjects: ({ keepId, goneId }) => [keepId, goneId],
  async run({ tx, actor }, { keepId, goneId }) {
    const [keep, gone] = [await loadSide(tx, keepId), await loadSide(tx, goneId)]
    const counts = await countMoves(tx, goneId)
    const frames = await tx.selectFrom('practicalFrame').select('personId').where('personId', 'in', [keepId, goneId]).execute()
    return {
      moves: MOVED.flatMap((what) => (counts[what] > 0 ? [{ what, count: counts[what] }] : [])), hasFrames: frames.length === 2,
      blocked: mergeRefusals(keep, gone, { held: actor.permissions, ...await inTheWay(tx, keepId, goneId) }),
    }
  },
})

/** Of what may stand only once, the one that was not chosen goes. */
async function dropSecond(tx: Tx, { keepId, goneId, fromGone }: { keepId: string; goneId: string; fromGone: readonly MergeField[] }): Promise<void> {
  const [kept, dropped] = fromGone.includes('address') ? [goneId, keepId] : [keepId, goneId]
  const addresses = await tx.selectFrom('personAddress').select('personId').where('personId', 'in', [keepId, goneId]).execute()
  if (addresses.some(({ personId }) => personId === kept)) await tx.deleteFrom('personAddress').where('personId', '=', dropped).execute()
  await (fromGone.includes('practicalFrame') ? keepOneFrame(tx, goneId, keepId) : keepOneFrame(tx, keepId, goneId))
}

/** Two persons become one: everything that hangs on the second moves to the first in one transaction; the second is no more. */
export const mergePersons = operation({
  permission: 'people.write', input: MergePersonsInput, output: z.object({ id: Id, version: z.int() }), subjects: ({ keepId, goneId }) => [keepId, goneId],
  async run(context, ask) {
    const { tx, actor, today } = context
    const [keep, gone] = [await loadSide(tx, ask.keepId), await loadSide(tx, ask.goneId)]
    const merged = enforce(decideMerge(keep, gone, { ...ask, held: actor.permissions, ...await inTheWay(tx, keep.id, gone.id) }))
    const next = enforce(savePerson(merged, { today, held: actor.permissions, protectionBefore: merged.addressProtection }))
    const version = await saveVersioned(context, 'person', keep, next)
    context.changes.push({ table: 'person', id: gone.id, version: gone.version, fields: ['mergedInto'] })
    await dropSecond(tx, ask)
    await keepObjection(tx, keep.id, gone.id)
    await sql`select app.settle_legal_facts(${keep.id}, ${gone.id}), app.settle_qualification_steps(${keep.id}, ${gone.id}), app.settle_standing(${keep.id}, ${gone.id}), app.settle_interpreters(${keep.id}, ${gone.id}), app.settle_meetings(${keep.id}, ${gone.id}), app.settle_cohorts(${keep.id}, ${gone.id}), app.settle_matching(${keep.id}, ${gone.id})`.execute(tx)
    await sql`select app.merge_person(${keep.id}, ${gone.id})`.execute(tx)
    return { id: keep.id, version }
  },
})
