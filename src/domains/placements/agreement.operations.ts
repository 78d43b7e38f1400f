import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { PlainDate, instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import * as core from './agreement.core.ts'
import type { AgreementContent, AgreementState, PlannedFollowUp } from './agreement.schema.ts'
import { AgreementPage, CancelReason, EndReason, SaveAgreementInput } from './agreement.schema.ts'
import { revokeLinks, tellParties } from './agreement-mail.ts'
import { loadAgreementPage } from './agreement-page.ts'
import type { Approval, OutsideParty, WithdrawnReason } from './approval.schema.ts'
import type { LoadedAgreement } from './load-agreement.ts'
import { loadAgreement, loadApprovals, loadPlannedFollowUps } from './load-agreement.ts'

export const getAgreement = operation({
  permission: 'placements.read', reads: true, input: z.object({ agreementId: Id }), output: AgreementPage,
  subjects: (_, { person }) => [person.id],
  run: (context, { agreementId }) => loadAgreementPage(context, agreementId),
})

type Opened = { agreement: LoadedAgreement; approvals: Approval[]; state: AgreementState }

/** The agreement, locked, with where it stands now. */
export async function openAgreement({ tx, today }: Context, id: string): Promise<Opened> {
  const agreement = await loadAgreement(tx, id, 'lock')
  const approvals = await loadApprovals(tx, id)
  return { agreement, approvals, state: core.agreementState(agreement, approvals, today) }
}

/** Takes back every approval that holds, closes the links, and tells those who had said yes. */
export async function withdrawApprovals(context: Context, { agreement, approvals }: Opened, reason: WithdrawnReason): Promise<OutsideParty[]> {
  const { tx, now } = context
  await tx.updateTable('approval').set({ withdrawnAt: instantOf(now), withdrawnReason: reason }).where('agreementId', '=', agreement.id).where('withdrawnAt', 'is', null).execute()
  await revokeLinks(context, agreement.id)
  const outside = core.approvedBy(agreement, approvals).filter((party) => party !== 'municipality')
  await tellParties(context, agreement, 'approval_withdrawn', String(agreement.revision), outside)
  return outside
}

const SavedAgreement = z.object({ id: Id, version: z.int(), revision: z.int(), withdrawn: z.array(z.enum(['participant', 'employer'])), personId: Id })

/** Saves the page. A change of what the parties said yes to makes a new revision, and their approvals no longer count. */
export const saveAgreement = operation({
  permission: 'placements.write', input: SaveAgreementInput, output: SavedAgreement,
  subjects: (_, { personId }) => [personId],
  async run(context, { id, version, followUps, ...next }) {
    const opened = await openAgreement(context, id)
    refuseIf(core.mayChange(opened.state, next))
    const saved = await saveContent(context, opened, version, next)
    if (followUps) await savePlan(context, opened.agreement, followUps)
    return saved
  },
})

type Next = AgreementContent & Partial<z.output<typeof SaveAgreementInput>>

async function saveContent(context: Context, opened: Opened, version: number, next: Omit<Next, 'id' | 'version' | 'followUps'>): Promise<z.input<typeof SavedAgreement>> {
  const { agreement } = opened
  const changed = core.whatChanged(agreement, { ...agreement, ...next })
  const isNew = changed.content.length > 0
  // `openAgreement` has locked the row: nobody comes between; a stale version is refused before anything is withdrawn
  const revision = agreement.revision + (isNew && agreement.submittedAt !== null ? 1 : 0)
  const saved = await saveVersioned(context, 'agreement', { id: agreement.id, version }, { ...next, ...(changed.content.includes('schedule') ? {} : { schedule: undefined }), revision })
  const withdrawn = revision > agreement.revision ? await withdrawApprovals(context, opened, 'content_changed') : []
  if (changed.people.includes('signingContactId')) await revokeLinks(context, agreement.id, 'employer')
  return { id: agreement.id, version: saved, revision, withdrawn, personId: agreement.personId }
}

async function savePlan({ tx }: Context, { id: agreementId, personId }: LoadedAgreement, wanted: readonly PlannedFollowUp[]): Promise<void> {
  const planned = await loadPlannedFollowUps(tx, agreementId)
  const gone = planned.filter((one) => !wanted.some(({ id }) => id === one.id)).map(({ id }) => id)
  if (gone.length > 0) await tx.deleteFrom('followUp').where('agreementId', '=', agreementId).where('doneOn', 'is', null).where('id', 'in', gone).execute()
  for (const { id, kind, dueOn } of wanted) {
    const before = planned.find((one) => one.id === id)
    if (!before) await tx.insertInto('followUp').values({ id, agreementId, personId, kind, dueOn }).execute()
    else if (before.kind !== kind || before.dueOn !== dueOn) await tx.updateTable('followUp').set((eb) => ({ kind, dueOn, version: eb('version', '+', 1) })).where('id', '=', id).execute()
  }
}

const Done = z.object({ version: z.int(), personId: Id })

/** Calls it off before it has begun: links close, approvals are taken back, those who had said yes are told. */
export const cancelAgreement = operation({
  permission: 'placements.write', input: z.object({ agreementId: Id, version: z.int(), reason: CancelReason }), output: Done,
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, version, reason }) {
    const opened = await openAgreement(context, agreementId)
    refuseIf(core.mayCancel(opened.state))
    const saved = await saveVersioned(context, 'agreement', { id: agreementId, version }, { cancelledAt: instantOf(context.now), cancelReason: reason })
    await withdrawApprovals(context, opened, 'cancelled')
    await context.tx.deleteFrom('followUp').where('agreementId', '=', agreementId).where('doneOn', 'is', null).where('kind', '<>', 'concern').execute()
    return { version: saved, personId: opened.agreement.personId }
  },
})

/** Ends it before its time, with the cause; a no-show is an end too, and planned contact after it is taken away. */
export const endAgreement = operation({
  permission: 'placements.write', input: z.object({ agreementId: Id, version: z.int(), endedOn: PlainDate, reason: EndReason }), output: Done,
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, version, endedOn, reason }) {
    const { agreement, state } = await openAgreement(context, agreementId)
    refuseIf(core.mayEnd(agreement, state, { on: endedOn, reason }))
    const saved = await saveVersioned(context, 'agreement', { id: agreementId, version }, { endedOn, endReason: reason })
    await revokeLinks(context, agreementId)
    for (const purpose of reason === 'never_started' ? (['evaluate', 'see_tasks'] as const) : []) await revokeLinks(context, agreementId, undefined, purpose)
    await context.tx.deleteFrom('followUp').where('agreementId', '=', agreementId).where('doneOn', 'is', null).where('kind', '<>', 'concern').where('dueOn', '>', endedOn).execute()
    return { version: saved, personId: agreement.personId }
  },
})

/** A later last day: a new revision, to be approved anew. For Nav's measures, what Nav has decided. */
export const extendAgreement = operation({
  permission: 'placements.write', input: z.object({ agreementId: Id, version: z.int(), toDate: PlainDate }), output: SavedAgreement,
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, version, toDate }) {
    const opened = await openAgreement(context, agreementId)
    const { agreement } = opened
    refuseIf(core.mayExtend(agreement, opened.state, toDate))
    return saveContent(context, opened, version, { kind: agreement.kind, purpose: agreement.purpose, tasks: agreement.tasks, learningGoals: agreement.learningGoals, languageGoals: agreement.languageGoals,
      speaksNorwegianWith: agreement.speaksNorwegianWith, expectations: agreement.expectations, fromDate: agreement.fromDate, schedule: agreement.schedule, toDate })
  },
})
