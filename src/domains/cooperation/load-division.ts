import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { accountsIn, contactsOf, rowFor, statesOf } from './division.core.ts'
import type { Contact, DutyKind, NamedContact, Phase, Version, WhoHas } from './division.schema.ts'
import { DivisionContent } from './division.schema.ts'

export type Loaded = Version & { content: DivisionContent }
export type AccountNames = Map<string, { name: string; isActive: boolean }>

/** Every version there has been, newest first. */
export async function loadVersions(tx: Tx, today: PlainDate): Promise<Loaded[]> {
  const rows = await tx.selectFrom('workDivision as d').innerJoin('account as m', (join) => join.onRef('m.municipalityId', '=', 'd.municipalityId').onRef('m.id', '=', 'd.madeBy'))
    .leftJoin('account as r', (join) => join.onRef('r.municipalityId', '=', 'd.municipalityId').onRef('r.id', '=', 'd.reviewerId'))
    .select(['d.id', 'd.number', 'd.agreedOn', 'd.agreedBy', 'd.validFrom', 'd.reviewOn', 'd.reviewerId', 'r.name as reviewer', 'd.reason', 'm.name as madeBy', 'd.madeAt', 'd.content']).orderBy('d.number', 'desc').execute()
  const states = statesOf(rows, today)
  return rows.map((row) => ({ ...row, state: states.get(row.number) ?? 'former', content: DivisionContent.parse(row.content) }))
}

/** The version that holds today; nothing where none is agreed. */
export const holding = (versions: readonly Loaded[]): Loaded | undefined => versions.find(({ state }) => state === 'holds')

/** Names of the accounts a version names, and whether they are still here. */
export async function loadNames(tx: Tx, contents: readonly DivisionContent[]): Promise<AccountNames> {
  const ids = [...new Set(contents.flatMap(accountsIn))]
  const rows = ids.length === 0 ? [] : await tx.selectFrom('account').select(['id', 'name', 'isActive']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, ...one }) => [id, one]))
}

const named = ({ accountId, text }: Contact, names: AccountNames): NamedContact => {
  const account = accountId === null ? undefined : names.get(accountId)
  return { name: account?.name ?? null, text, isGone: accountId !== null && account?.isActive !== true }
}

/** Who has a duty in a phase, in words. */
export function whoHas({ bodies, duties }: DivisionContent, names: AccountNames, kind: DutyKind, phase: Phase): WhoHas {
  const nobody = { name: null, text: null, isGone: false }
  const row = rowFor(duties, kind, phase)
  if (row === undefined) return { kind, name: null, phase, responsible: null, askedBy: null, contact: nobody, standIn: nobody, takesPart: [], note: null }
  const body = bodies.find(({ key }) => key === row.responsible)
  const { contact, standIn } = contactsOf(row, bodies)
  return { kind, name: row.name, phase: row.phase, responsible: body?.name ?? null, askedBy: body?.askedBy ?? null, contact: named(contact, names), standIn: named(standIn, names),
    takesPart: row.takesPart.flatMap((key) => bodies.find((one) => one.key === key)?.name ?? []), note: row.note }
}
