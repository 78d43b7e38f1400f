import type { Tx } from '#platform/db.ts'
import { Refused } from '#platform/problem.ts'

/**
 * An occupation that is not in the standard is refused at its field; the database would refuse it without saying where.
 * So is a finer occupation of ESCO that does not belong to it.
 */
export async function mustKnowOccupation(tx: Tx, { occupationCode: code, escoUri }: { occupationCode: string | null; escoUri: string | null }): Promise<void> {
  if (code !== null && !(await tx.selectFrom('occupation').select('id').where('code', '=', code).executeTakeFirst())) throw new Refused({ code: 'competence.unknownOccupation', path: 'occupationCode', params: { code } })
  if (escoUri === null) return
  const match = code === null ? undefined : await tx.selectFrom('escoMatch').select('id').where('escoUri', '=', escoUri).where('occupationCode', '=', code).executeTakeFirst()
  if (!match) throw new Refused({ code: 'competence.escoElsewhere', path: 'occupationCode', params: { code: code ?? '' } })
}
