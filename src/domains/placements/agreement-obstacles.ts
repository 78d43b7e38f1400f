import { agreementRefusals } from '#domains/employers/index.ts'
import type { Context } from '#platform/operation.ts'
import type { Refusal } from '#shared/decision.ts'
import { hasSeat, noClash } from './agreement-checks.core.ts'
import type { LoadedAgreement } from './load-agreement.ts'
import { loadOthers, loadSeats } from './load-agreement.ts'

/** Why this could not be agreed on today, whatever is written in it. Asked when it is sent and again at every approval. */
export async function agreementObstacles({ tx, today }: Context, agreement: LoadedAgreement): Promise<Refusal[]> {
  const unfit = await agreementRefusals(tx, agreement.employerId)
  return [...unfit, ...noClash(agreement, await loadOthers(tx, agreement, today)), ...hasSeat(await loadSeats(tx, agreement, today))]
}

/** Whether her yes to being named to this employer is kept: in the presentation, here, or by her own approval (EMP-05). */
export async function lacksConsent({ tx }: Context, agreement: LoadedAgreement, participantApproved: boolean): Promise<boolean> {
  if (agreement.consentOn !== null || participantApproved) return false
  if (agreement.presentationId === null) return true
  const presentation = await tx.selectFrom('presentation').select(['consentOn', 'decidedBy']).where('id', '=', agreement.presentationId).executeTakeFirst()
  return presentation?.consentOn === null || presentation?.decidedBy === null
}
