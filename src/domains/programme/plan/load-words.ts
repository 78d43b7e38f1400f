import type { Tx } from '#platform/db.ts'
import { Words } from './plan.schema.ts'

/** What she has said and been answered, newest first. Who answered is known to colleagues alone. */
export async function loadWords(tx: Tx, personId: string, reader: 'staff' | 'participant'): Promise<Words[]> {
  const rows = await tx.selectFrom('planWords').select(['id', 'version', 'saidOn', 'how', 'language', 'words', 'answer', 'answeredOn', 'answeredBy']).where('personId', '=', personId).orderBy('saidOn', 'desc').orderBy('id').execute()
  const ids = [...new Set(rows.flatMap(({ answeredBy }) => answeredBy ?? []))]
  const names = reader === 'staff' && ids.length > 0 ? await tx.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute() : []
  return rows.map((row) => Words.parse({ ...row, answeredBy: names.find(({ id }) => id === row.answeredBy)?.name ?? null }))
}
