import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { isBegun, talkState } from './talk.core.ts'
import { Answer, StoredStep } from './talk.schema.ts'
import { Point } from './template/template.schema.ts'

const rows = (tx: Tx) => tx.selectFrom('talk as t').leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 't.municipalityId').onRef('a.id', '=', 't.closedBy'))
  .selectAll('t').select('a.name as closedByName')
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** What was agreed in her talks, oldest due first. */
export async function loadAgreedSteps(tx: Tx, personId: string): Promise<StoredStep[]> {
  const stored = await tx.selectFrom('agreedStep').select(['id', 'talkId', 'version', 'what', 'who', 'dueOn', 'doneOn']).where('personId', '=', personId).orderBy('dueOn', (order) => order.asc().nullsLast()).orderBy('place').orderBy('id').execute()
  return stored.map((one) => StoredStep.parse(one))
}

function readTalk(row: Row, steps: readonly StoredStep[], today: PlainDate) {
  const answers = z.array(Answer).parse(row.answers)
  const own = steps.filter(({ talkId }) => talkId === row.id)
  return { ...row, closedBy: row.closedByName, plannedAt: row.plannedAt?.slice(0, 5) ?? null, points: z.array(Point).parse(row.points), answers, steps: own, state: talkState({ ...row, isBegun: isBegun({ ...row, answers }, own.length) }, today) }
}
export type LoadedTalk = ReturnType<typeof readTalk>

/** Her talks, what is to come first. */
export async function loadTalks(tx: Tx, personId: string, today: PlainDate): Promise<LoadedTalk[]> {
  const steps = await loadAgreedSteps(tx, personId)
  const all = await rows(tx).where('t.personId', '=', personId).orderBy('t.heldOn', (order) => order.desc().nullsFirst()).orderBy('t.plannedOn').orderBy('t.id').execute()
  return all.map((row) => readTalk(row, steps, today))
}

/** One talk; NotFound where she is hidden. */
export async function loadTalk(tx: Tx, id: string, today: PlainDate): Promise<LoadedTalk> {
  const row = found(await rows(tx).where('t.id', '=', id).executeTakeFirst())
  return readTalk(row, await loadAgreedSteps(tx, row.personId), today)
}
