import type { Tx } from '#platform/db.ts'
import { SheetContent } from './proof.schema.ts'
import type { Sheet } from './proof.schema.ts'

/** Her sheets, newest first, and what she chose to show last; she is `herself` by these accounts. */
export async function loadSheets(tx: Tx, personId: string): Promise<{ sheets: Sheet[]; lastChosen: string[] | undefined }> {
  const rows = await tx.selectFrom('proofSheet').selectAll().where('personId', '=', personId).orderBy('issuedOn', 'desc').orderBy('id', 'desc').execute()
  const own = new Set((await tx.selectFrom('account').select('id').where('personId', '=', personId).execute()).map(({ id }) => id))
  return { lastChosen: rows[0]?.chosen, sheets: rows.map(({ id, code, issuedOn, withdrawnOn, contactName, contactEmail, issuedBy, content }) =>
    ({ id, code, issuedOn, withdrawnOn, contactName, contactEmail, byHerself: own.has(issuedBy), count: SheetContent.parse(content).items.length })) }
}
