import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import { Refused } from '#platform/problem.ts'

/** Those of these codes that are not in the standard here. */
export async function unknownOccupations(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const known = new Set((await tx.selectFrom('occupation').select('code').where('code', '=', sql<string>`any(${[...codes]})`).execute()).map(({ code }) => code))
  return codes.filter((code) => !known.has(code))
}

/**
 * An occupation that is not in the standard is refused at its field; the database would refuse it without saying where.
 * So is a finer occupation of ESCO that belongs elsewhere; one that was taken out again stays as it was noted.
 */
export async function mustKnowOccupation(tx: Tx, { occupationCode: code, escoUri }: { occupationCode: string | null; escoUri: string | null }): Promise<void> {
  if (code !== null && (await unknownOccupations(tx, [code])).length > 0) throw new Refused({ code: 'competence.unknownOccupation', path: 'occupationCode', params: { code } })
  if (escoUri === null) return
  const groups = await tx.selectFrom('escoMatch').select('occupationCode').where('escoUri', '=', escoUri).execute()
  if (code === null || (groups.length > 0 && !groups.some(({ occupationCode }) => occupationCode === code))) throw new Refused({ code: 'competence.escoElsewhere', path: 'occupationCode', params: { code: code ?? '' } })
}
