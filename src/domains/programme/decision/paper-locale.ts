import { z } from 'zod'
import type { Tx } from '#platform/db.ts'

const Settings = z.object({ writtenForm: z.enum(['nb', 'nn']).catch('nb').default('nb') })

/** The Norwegian a paper is written in: hers where she has chosen one, else the municipality's (`settings.writtenForm`). */
export async function paperLocale(tx: Tx, contactLocale: string): Promise<'nb' | 'nn'> {
  if (contactLocale === 'nn') return 'nn'
  const { settings } = await tx.selectFrom('municipality').select('settings').executeTakeFirstOrThrow()
  return Settings.parse(settings).writtenForm
}
