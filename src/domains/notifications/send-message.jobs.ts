import { sql } from 'kysely'
import { z } from 'zod'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import type { Tx } from '#platform/db.ts'
import { asActor } from '#platform/db.ts'
import type { Job, JobTools } from '#platform/jobs.ts'
import { addJob, job, withoutAddresses } from '#platform/jobs.ts'
import type { Mailer } from '#platform/mail.ts'
import { Undeliverable } from '#platform/mail.ts'
import { toServerLocale } from '#platform/texts.ts'
import { writeLetter } from './letter.ts'
import { MailTemplate } from './message.schema.ts'

const Payload = z.object({ messageId: Id })
const Params = z.record(z.string(), z.union([z.string(), z.number()]))
const MOST_REASON = 300

/** Adds the job that sends a message written in the same transaction. */
export const addSending = (tx: Tx, messageId: string): Promise<void> =>
  addJob(tx, 'send_message', { messageId }, { key: `message:${messageId}` })

/** Sends one message; a link within Fotfeste becomes one from `origin`. Sent again after a crash it carries the same Message-ID; once sent, its secret link is forgotten. */
export const sendMessage = (mailer: Mailer, origin: string): Job<typeof Payload> => job({
  name: 'send_message', payload: Payload,
  async handle(tools, { messageId }) {
    const { db, actor } = tools
    const message = await asActor(db, actor, (tx) => tx.selectFrom('message').innerJoin('municipality', 'municipality.id', 'message.municipalityId')
      .select(['message.id', 'toAddress', 'locale', 'template', 'params', 'sentAt', 'municipality.name as municipality']).where('message.id', '=', messageId).executeTakeFirst())
    if (!message || message.sentAt) return
    const { link, ...params } = Params.parse(message.params)
    try {
      const letter = writeLetter(MailTemplate.parse(message.template), toServerLocale(message.locale), { municipality: message.municipality, ...params, ...(link ? { link: new URL(String(link), origin).href } : {}) })
      await mailer.send({ id: message.id, to: message.toAddress, ...letter })
    } catch (error) {
      await noteFailure(tools, messageId, error)
      if (error instanceof Undeliverable) return
      throw error
    }
    await asActor(db, actor, (tx) => tx.updateTable('message').set({ sentAt: instantOf(tools.now), failedAt: null, failure: null, params: sql`params - 'link'` }).where('id', '=', messageId).execute())
  },
})

/** A failure that will not be tried again is kept with its reason, without the address. */
async function noteFailure({ db, actor, now, isLastTry }: JobTools, messageId: string, error: unknown): Promise<void> {
  if (!isLastTry && !(error instanceof Undeliverable)) return
  const reason = withoutAddresses(error instanceof Error ? error.message : String(error)).slice(0, MOST_REASON)
  await asActor(db, actor, (tx) => tx.updateTable('message').set({ failedAt: instantOf(now), failure: reason }).where('id', '=', messageId).execute())
}
