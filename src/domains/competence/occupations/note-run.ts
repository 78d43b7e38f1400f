import type { Tx } from '#platform/db.ts'
import type { ImportInput, ImportResult } from '#shared/import-result.ts'

/** Notes that a file was written: what, by whom, with what result. Never the content of the file. */
export async function noteRun(tx: Tx, what: 'occupations' | 'esco' | 'occupation_families', { fileName }: Pick<ImportInput, 'fileName'>, { created, changed, unchanged, refusedRows }: ImportResult): Promise<void> {
  await tx.insertInto('importRun').values({ id: crypto.randomUUID(), what, fileName, created, changed, unchanged, refused: refusedRows }).execute()
}
