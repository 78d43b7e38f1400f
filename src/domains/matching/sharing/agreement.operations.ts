import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import * as core from './sharing.core.ts'
import type { Neighbour, SharingAgreement } from './sharing.schema.ts'
import { AcceptSharingInput, EndSharingInput, ProposeSharingInput, Settled, Sharing } from './sharing.schema.ts'

/** Two municipalities agree by those who answer for the work, not by each who does it. */
const permission = 'programme.overview' as const
const subjects = (): string[] => []

type Row = Omit<SharingAgreement, 'state' | 'actions'>
const loadAgreements = async ({ tx }: Context): Promise<Row[]> => (await sql<Row>`select * from app.list_sharing()`.execute(tx)).rows
const loadNeighbours = async ({ tx }: Context): Promise<z.output<typeof Neighbour>[]> => (await sql<z.output<typeof Neighbour>>`select * from app.list_neighbours()`.execute(tx)).rows

/** Those with whom places are shared today, by id. */
export const agreedNeighbours = async (context: Context): Promise<Map<string, string>> =>
  new Map((await loadAgreements(context)).filter((one) => core.sharingState(one) === 'in_force').map(({ otherId, otherName }) => [otherId, otherName]))

/** With whom places are shared, who agreed on it and when; both sides read the same. */
export const listSharing = operation({
  permission: 'opportunities.read', reads: true, input: z.object({}), output: Sharing, subjects,
  async run(context) {
    const rows = await loadAgreements(context)
    const open = new Set(rows.filter(({ endedOn }) => endedOn === null).map(({ otherId }) => otherId))
    const may = context.actor.permissions.includes(permission)
    const neighbours = may ? (await loadNeighbours(context)).filter(({ id }) => !open.has(id)) : []
    return { rows: rows.map((row) => ({ ...row, state: core.sharingState(row), actions: core.sharingActions(row, may) })), neighbours }
  },
})

export const proposeSharing = operation({
  permission, input: ProposeSharingInput, output: Settled, subjects,
  async run(context, { id, neighbourId, note = null }) {
    const neighbours = await loadNeighbours(context)
    const open = (await loadAgreements(context)).some(({ otherId, endedOn }) => otherId === neighbourId && endedOn === null)
    refuseIf(core.mayPropose({ isThere: neighbours.some((one) => one.id === neighbourId), hasOpenAgreement: open }))
    await context.tx.insertInto('sharingAgreement').values({ id, neighbourId, note, proposedOn: context.today }).execute()
    return { id, version: 1 }
  },
})

async function settle(context: Context, act: 'accept' | 'end', { id, version, reason = null }: { id: string; version: number; reason?: string | null }) {
  const { rows } = await sql<{ version: number | null }>`select app.settle_sharing(${id}, ${version}, ${act}, ${context.today}::date, ${reason}) as version`.execute(context.tx)
  const saved = rows[0]?.version ?? null
  if (saved === null) throw new Refused({ code: 'stale', params: { by: '', fields: '' } })
  context.changes.push({ table: 'sharingAgreement', id, version, fields: [act === 'accept' ? 'acceptedOn' : 'endedOn'] })
  return { id, version: saved }
}

const oneOf = async (context: Context, id: string): Promise<Row> => found((await loadAgreements(context)).find((one) => one.id === id))

export const acceptSharing = operation({
  permission, input: AcceptSharingInput, output: Settled, subjects,
  async run(context, asked) {
    refuseIf(core.mayAccept(await oneOf(context, asked.id)))
    return settle(context, 'accept', asked)
  },
})

/** Ends it, or says no to it, or takes the proposal back: from now on neither sees anything of the other's. */
export const endSharing = operation({
  permission, input: EndSharingInput, output: Settled, subjects,
  async run(context, asked) {
    refuseIf(core.mayEnd(await oneOf(context, asked.id)))
    return settle(context, 'end', asked)
  },
})
