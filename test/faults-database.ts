import { randomUUID } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import pg from 'pg'
import { queueMessage } from '#domains/notifications/queue-message.ts'
import { asActor, openDatabase } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import { prepareFiles } from '#platform/postgres-files.ts'
import { runPostgres } from '#platform/postgres-process.ts'
import { systemActor } from '#platform/system-actor.ts'
import { freePort } from '#platform/free-port.ts'
import { testFolder } from '../tools/test-folder.ts'

/** A PostgreSQL that nobody keeps running: stopped it stays away until it is started again, on the same port. */
export type OutsideDatabase = { url: string; stop(): Promise<void>; start(): Promise<void>; remove(): Promise<void> }

export async function outsideDatabase(): Promise<OutsideDatabase> {
  const folder = await testFolder('outside')
  await chmod(folder, 0o755)
  const [files, port] = [await prepareFiles(folder), await freePort()]
  let running = await runPostgres(files, port, true)
  const url = (database: string): string => `postgres://fotfeste_owner:${files.password}@127.0.0.1:${port}/${database}`
  const client = new pg.Client({ connectionString: url('postgres') })
  await client.connect()
  await client.query('create database fotfeste')
  await client.end()
  return {
    url: url('fotfeste'),
    stop: () => running.stop(),
    start: async () => { running = await runPostgres(files, port, true) },
    remove: async () => { await running.stop(); await rm(folder, { recursive: true, force: true }) },
  }
}

/** Queues a letter that is due only after `seconds`. */
export async function queueLater(url: string, secret: string, { to, seconds }: { to: string; seconds: number }): Promise<void> {
  const db = openDatabase(url, secret, 2)
  try {
    const { rows } = await db.staff.query<{ id: string }>('select id from app.list_municipalities() limit 1')
    const key = `faults:${randomUUID()}`
    await asActor(db, systemActor(rows[0]?.id ?? ''), async (tx) => {
      await queueMessage(tx, { key, to, locale: 'nb', template: 'follow_up_note_missing', params: { count: 1, link: '/' } })
      const { id } = await tx.selectFrom('message').select('id').where('key', '=', key).executeTakeFirstOrThrow()
      // the same key again puts off the job that was just added
      await addJob(tx, 'send_message', { messageId: id }, { key: `message:${id}`, runAt: new Date(Date.now() + seconds * 1000) })
    })
  } finally {
    await db.close()
  }
}
