import { randomUUID } from 'node:crypto'
import type { Context } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { addObservedSkills } from '../door.ts'
import { isSkill, maySee } from './proof.core.ts'
import { Seen } from './proof.schema.ts'
import type { SeenTasks } from './proof.schema.ts'

type From = { accountId: string } | { linkId: string }

/** A trial with its tasks, as those need it who note what was seen: staff, or the workplace by its link. */
export async function openTrial({ tx }: Context, trialId: string) {
  const trial = found(await tx.selectFrom('workTrial as w').innerJoin('employer as e', (join) => join.onRef('e.municipalityId', '=', 'w.municipalityId').onRef('e.id', '=', 'w.employerId'))
    .select(['w.id', 'w.personId', 'w.agreementId', 'w.name', 'w.startsOn', 'w.closedOn', 'e.name as employerName']).where('w.id', '=', trialId).executeTakeFirst())
  const tasks = await tx.selectFrom('trialTask').select(['id', 'task', 'seen']).where('trialId', '=', trialId).orderBy('position').execute()
  return { ...trial, tasks: tasks.map(({ seen, ...one }) => ({ ...one, seen: seen === null ? null : Seen.parse(seen) })) }
}

/** Keeps what somebody at the workplace saw. What she does alone is from now an observed skill of hers, as what an evaluation says is. */
export async function keepSeen(context: Context, trial: Awaited<ReturnType<typeof openTrial>>, seenOn: PlainDate, input: SeenTasks, from: From): Promise<void> {
  const { tx, today } = context
  const byLink = 'linkId' in from
  refuseIf(maySee(input, trial, { seenOn, today, byLink }))
  const { seenBy, seenRole } = input
  const who = `${seenBy}, ${trial.employerName}`
  for (const { id, seen } of input.tasks) {
    const before = found(trial.tasks.find((one) => one.id === id))
    await tx.updateTable('trialTask').set({ seen, seenBy, seenRole, seenOn, ...(byLink ? { linkId: from.linkId } : { notedBy: from.accountId, linkId: null }) }).where('id', '=', id).execute()
    if (isSkill(before.seen) && isSkill(seen)) await tx.updateTable('skill').set({ seenBy: who, knownOn: seenOn }).where('trialTaskId', '=', id).execute()
    else if (isSkill(before.seen)) await tx.deleteFrom('skill').where('trialTaskId', '=', id).execute()
  }
  const skills = input.tasks.filter(({ id, seen }) => isSkill(seen) && !isSkill(trial.tasks.find((one) => one.id === id)?.seen ?? null)).map(({ id }) => ({ id: randomUUID(), trialTaskId: id, name: found(trial.tasks.find((one) => one.id === id)).task }))
  await addObservedSkills(tx, { personId: trial.personId, agreementId: trial.agreementId, seenBy: who, on: seenOn, skills })
}
