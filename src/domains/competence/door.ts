import type { PlainDate } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'

/** Skills somebody saw at work: from the evaluation of a placement, or a task of a trial. The ids are the caller's. */
export async function addObservedSkills(tx: Tx, seen: { personId: string; agreementId: string | null; seenBy: string; on: PlainDate; skills: readonly { id: string; name: string; trialTaskId?: string }[] }): Promise<void> {
  if (seen.skills.length === 0) return
  const { personId, agreementId, seenBy, on: knownOn } = seen
  await tx.insertInto('skill').values(seen.skills.map((one) => ({ ...one, personId, agreementId, seenBy, knownOn, evidence: 'observed' as const }))).execute()
}

/** Adds a functional consequence to the practical frame, without the reason for it. Makes the frame where there is none. */
export async function addConsequence(tx: Tx, personId: string, consequence: string): Promise<void> {
  const frame = await tx.selectFrom('practicalFrame').select(['id', 'note', 'version']).where('personId', '=', personId).forUpdate().executeTakeFirst()
  if (!frame) await tx.insertInto('practicalFrame').values({ personId, note: consequence }).execute()
  else if (!(frame.note ?? '').includes(consequence)) await tx.updateTable('practicalFrame').set({ note: frame.note ? `${frame.note}\n${consequence}` : consequence, version: frame.version + 1 }).where('id', '=', frame.id).execute()
}

/** When two persons become one: the frame and nothing else of competence may stand only once, so one of the two goes. */
export async function keepOneFrame(tx: Tx, keepId: string, goneId: string): Promise<void> {
  const frames = await tx.selectFrom('practicalFrame').select(['id', 'personId']).where('personId', 'in', [keepId, goneId]).execute()
  const gone = frames.find(({ personId }) => personId === goneId)
  if (gone && frames.length === 2) await tx.deleteFrom('practicalFrame').where('id', '=', gone.id).execute()
}
