import type { ImportInput, ImportResult } from '#shared/import-result.ts'
import type { Tx } from './db.ts'
import type { DB } from './db.types.ts'

/** Notes that a file was written: what, by whom, with what result. Never the content of the file. */
export async function noteImport(tx: Tx, what: DB['importRun']['what'], { fileName }: Pick<ImportInput, 'fileName'>, { created, changed, unchanged, refusedRows }: ImportResult): Promise<void> {
  await tx.insertInto('importRun').values({ id: crypto.randomUUID(), what, fileName, created, changed, unchanged, refused: refusedRows }).execute()
}
