import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db.ts'
import type { Params } from '#platform/texts.ts'
import type { MailTemplate } from './message.schema.ts'
import { addSending } from './send-message.jobs.ts'

export type NewMessage = {
  /** What it is about, so that the same is told once: `approve_agreement:<agreement>:<party>:<revision>`. */
  key: string
  to: string
  accountId?: string
  personId?: string
  locale: string
  template: MailTemplate
  /** What the text needs (`party`, `employer` …; a day as YYYY-MM-DD is written out) and `link`, a path of ours, for the button. */
  params: Params
}

/** Writes a message and the job that sends it, in the transaction of what it tells of. The same key again does nothing. */
export async function queueMessage(tx: Tx, { key, to, accountId, personId, locale, template, params }: NewMessage): Promise<void> {
  const id = randomUUID()
  const written = await tx.insertInto('message')
    .values({ id, key, toAddress: to, toAccountId: accountId, personId, locale, template, params: JSON.stringify(params) })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 1n) await addSending(tx, id)
}
