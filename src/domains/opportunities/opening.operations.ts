import { z } from 'zod'
import { Instant } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { mustKnowOccupation } from '#domains/competence/index.ts'
import { mayEnterAgreement } from '#domains/employers/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, Refused } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { openingListSql, PAGE_SIZE } from './list-openings.ts'
import { loadOpening } from './load-opening.ts'
import * as core from './opening.core.ts'
import type { SaveOpeningInput as Saving } from './opening.schema.ts'
import { ListOpeningsInput, Opening, OpeningList, SaveOpeningInput, Warning } from './opening.schema.ts'
import { openingWarnings } from './unlawful-words.core.ts'

const Saved = z.object({ id: Id, version: z.int() })

export const listOpenings = operation({
  permission: 'opportunities.read', reads: true, input: ListOpeningsInput, output: OpeningList, subjects: () => [],
  async run({ tx, today }, input) {
    const { rows } = await openingListSql(input, today).execute(tx)
    return { rows: rows.map((row) => ({ ...row, daysLeft: core.daysLeft(row, today) })), total: rows[0]?.total ?? 0, pageSize: PAGE_SIZE }
  },
})

export const getOpening = operation({
  permission: 'opportunities.read', reads: true, input: z.object({ openingId: Id }), output: Opening,
  subjects: (_, { proposed }) => proposed.map(({ personId }) => personId),
  run: (context, { openingId }) => loadOpening(context, openingId),
})

async function savingFacts({ tx }: Context, input: Saving): Promise<core.SavingFacts> {
  const before = await tx.selectFrom('opening').select('source').where('id', '=', input.id).executeTakeFirst()
  const employer = input.employerId === null ? undefined : found(await tx.selectFrom('employer').select(['kind', 'status']).where('id', '=', input.employerId).executeTakeFirst())
  const supervisor = input.supervisorContactId === null ? undefined
    : await tx.selectFrom('employerContact').select('id').where('id', '=', input.supervisorContactId).where('employerId', '=', input.employerId).executeTakeFirst()
  return { source: before?.source ?? 'own', employer: employer && { agreement: mayEnterAgreement(employer), isGone: employer.status !== 'active' }, supervisorIsTheirs: supervisor !== undefined }
}

export const saveOpening = operation({
  permission: 'opportunities.write', input: SaveOpeningInput, output: Saved.extend({ warnings: z.array(Warning) }), subjects: () => [],
  async run(context, input) {
    const { tx } = context
    const { id, version, demands, ...content } = input
    const refusals = core.saveOpening(input, await savingFacts(context, input))
    if (refusals.length > 0) throw new Refused(...refusals)
    await mustKnowOccupation(tx, input)
    if (version === undefined) await tx.insertInto('opening').values({ id, ...content, schedule: JSON.stringify(content.schedule) }).execute()
    const saved = version === undefined ? 1 : await saveVersioned(context, 'opening', { id, version }, content)
    await tx.deleteFrom('openingDemand').where('openingId', '=', id).execute()
    if (demands.length > 0) await tx.insertInto('openingDemand').values(demands.map((demand) => ({ ...demand, openingId: id }))).execute()
    return { id, version: saved, warnings: openingWarnings(input) }
  },
})

/** Takes an opening out of lists and matches. Those it was taken up for are in the answer of `getOpening`, to be told. */
export const withdrawOpening = operation({
  permission: 'opportunities.write', input: z.object({ id: Id, version: z.int(), reason: z.string().trim().min(1).max(500) }), output: Saved, subjects: () => [],
  async run(context, { id, version, reason }) {
    const { withdrawnAt } = found(await context.tx.selectFrom('opening').select('withdrawnAt').where('id', '=', id).executeTakeFirst())
    if (withdrawnAt !== null) throw new Refused({ code: 'opportunities.withdrawnAlready' })
    return { id, version: await saveVersioned(context, 'opening', { id, version }, { withdrawnAt: Instant.parse(context.now.toISOString()), withdrawnReason: reason }) }
  },
})

export const reopenOpening = operation({
  permission: 'opportunities.write', input: z.object({ id: Id, version: z.int() }), output: Saved, subjects: () => [],
  async run(context, { id, version }) {
    const { withdrawnAt } = found(await context.tx.selectFrom('opening').select('withdrawnAt').where('id', '=', id).executeTakeFirst())
    if (withdrawnAt === null) throw new Refused({ code: 'opportunities.notWithdrawn' })
    return { id, version: await saveVersioned(context, 'opening', { id, version }, { withdrawnAt: null, withdrawnReason: null }) }
  },
})
