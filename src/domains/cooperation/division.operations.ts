import { sql } from 'kysely'
import { z } from 'zod'
import { permissionsOf } from '#domains/identity/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { PlainDate, instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { divisionDifferences } from './compare.core.ts'
import * as core from './division.core.ts'
import { Difference, Division, DutyKind, Phase, SaveDivisionInput, WhoHas } from './division.schema.ts'
import type { Loaded } from './load-division.ts'
import { holding, loadNames, loadVersions, whoHas } from './load-division.ts'

/** Whoever sees the services together answers for what they agree on: the manager (see README.md). */
const change = 'programme.overview' as const
const subjects = (): string[] => []

/** The version asked for, else the one that holds, else the newest. */
const chosen = (versions: readonly Loaded[], number: number | undefined): Loaded | undefined =>
  number === undefined ? holding(versions) ?? versions[0] : found(versions.find((one) => one.number === number))

/** The division of work as it holds, or as it was in one version, with what nobody has. */
export const getDivision = operation({
  permission: 'employers.read', reads: true, input: z.object({ number: z.int().optional() }), output: Division, subjects,
  async run({ tx, today, actor }, { number }) {
    const versions = await loadVersions(tx, today)
    const shown = chosen(versions, number)
    const names = await loadNames(tx, versions.map(({ content }) => content))
    const closed = new Set([...names].filter(([, { isActive }]) => !isActive).map(([id]) => id))
    return {
      shown: shown === undefined ? null : { ...shown, gaps: core.gapsOf(shown.content, closed), isReviewDue: shown.state === 'holds' && core.isReviewDue(shown.reviewOn, today) },
      versions, names: Object.fromEntries(names), actions: actor.permissions.includes(change) ? ['change' as const] : [],
    }
  },
})

/** What one version changed of the one before it. */
export const compareDivision = operation({
  permission: 'employers.read', reads: true, input: z.object({ number: z.int() }), output: z.object({ differences: z.array(Difference) }), subjects,
  async run({ tx, today }, { number }) {
    const versions = await loadVersions(tx, today)
    const [after, before] = [number, number - 1].map((one) => found(versions.find((version) => version.number === one)).content)
    const names = await loadNames(tx, versions.map(({ content }) => content))
    return { differences: divisionDifferences(found(before), found(after), (id) => names.get(id)?.name ?? '') }
  },
})

/** Who has these duties today, in one phase: what employers' and persons' pages ask. `agreed` is false where no division holds. */
export const whoHasDuties = operation({
  permission: 'employers.read', reads: true, input: z.object({ kinds: z.array(DutyKind).min(1).max(15), phase: Phase.default('any') }),
  output: z.object({ agreed: z.boolean(), duties: z.array(WhoHas) }), subjects,
  async run({ tx, today }, { kinds, phase }) {
    const now = holding(await loadVersions(tx, today))
    if (now === undefined) return { agreed: false, duties: [] }
    const names = await loadNames(tx, [now.content])
    return { agreed: true, duties: kinds.map((kind) => whoHas(now.content, names, kind, phase)) }
  },
})

/** Colleagues who may be named in it, or look at it again. */
export const listDivisionColleagues = operation({
  permission: change, reads: true, input: z.object({}), output: z.object({ colleagues: z.array(z.object({ id: Id, name: z.string(), roles: z.array(z.string()) })) }), subjects,
  async run({ tx }) {
    const accounts = await tx.selectFrom('account').select(['id', 'name', 'roles']).where('isActive', '=', true).where('personId', 'is', null).orderBy(sql`name collate "nb-NO-x-icu"`).execute()
    return { colleagues: accounts.filter(({ roles }) => permissionsOf(roles).includes('employers.read')) }
  },
})

/** For the page of the day: the review the one signed in is to see to, when it is near or past. */
export const getMyDivisionReview = operation({
  permission: 'employers.read', reads: true, input: z.object({}), output: z.object({ reviewOn: PlainDate.nullable() }), subjects,
  async run({ tx, today, actor }) {
    const now = holding(await loadVersions(tx, today))
    return { reviewOn: now !== undefined && now.reviewerId === actor.id && core.isReviewDue(now.reviewOn, today) ? now.reviewOn : null }
  },
})

async function demandColleague({ tx }: Context, id: string | null): Promise<void> {
  if (id === null) return
  const account = await tx.selectFrom('account').select('roles').where('id', '=', id).where('isActive', '=', true).executeTakeFirst()
  if (account === undefined || !permissionsOf(account.roles).includes('employers.read')) throw new Refused({ code: 'division.reviewerUnknown', path: 'reviewerId' })
}

/** Keeps a new version. Nothing that was agreed before is changed by it. */
export const saveDivision = operation({
  permission: change, input: SaveDivisionInput, output: z.object({ id: Id, version: z.int() }), subjects,
  async run(context, { id, version, content, reason, ...rest }) {
    const { tx, today, now } = context
    const before = await tx.selectFrom('workDivision as d').innerJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'd.municipalityId').onRef('a.id', '=', 'd.madeBy'))
      .select(['d.number', 'd.agreedOn', 'a.name']).orderBy('d.number', 'desc').limit(1).executeTakeFirst()
    if ((before?.number ?? 0) !== (version ?? 0)) throw new Refused({ code: 'stale', params: { by: before?.name ?? '', fields: '' } })
    refuseIf(core.maySaveDivision({ id, content, reason, ...rest }, before, today))
    await demandColleague(context, rest.reviewerId)
    const number = (before?.number ?? 0) + 1
    await tx.insertInto('workDivision').values({ id, number, ...rest, reason: reason ?? '', content: JSON.stringify(content), madeAt: instantOf(now) }).execute()
    return { id, version: number }
  },
})
