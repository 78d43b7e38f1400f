import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { z } from 'zod'
import { failure, log } from './log.ts'

/** A message as it arrived. `from` and `to` are the addresses it was delivered for, hidden copies included. */
export const Mail = z.object({
  id: z.uuid(), from: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string(), html: z.string().optional(),
  receivedAt: z.iso.datetime(),
})
export type Mail = z.infer<typeof Mail>

export type MailSink = {
  port: number
  /** Oldest first. */
  messages(): Mail[]
  /** The first message, here already or to come, that the predicate accepts; throws after `ms` milliseconds without one. */
  waitFor(predicate: (mail: Mail) => boolean, ms: number): Promise<Mail>
  close(): Promise<void>
}

const MOST_KEPT = 500
const MOST_BYTES = 10_000_000

/**
 * A mail server on 127.0.0.1 that delivers nothing and keeps the newest 500 messages: in memory, and as files in
 * `folder` where one is given, so that they are there after a restart. `port` 0 or absent: any free one.
 */
export async function startMailSink({ folder, port = 0 }: { folder?: string; port?: number } = {}): Promise<MailSink> {
  const kept = folder ? readFolder(folder) : []
  const arrivals = new Set<(mail: Mail) => void>()
  const receive = async (mail: Mail) => {
    if (folder) await save(folder, mail)
    kept.push(mail)
    for (const old of kept.splice(0, Math.max(0, kept.length - MOST_KEPT))) if (folder) await rm(fileOf(folder, old), { force: true })
    for (const arrived of arrivals) arrived(mail)
  }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, size: MOST_BYTES, closeTimeout: 100,
    onData: (stream, session, done) => {
      read(stream, session).then(receive).then(() => done(), (error: unknown) => done(error instanceof Error ? error : new Error(String(error))))
    },
  })
  server.on('error', (error) => log.warn('mail.sink', failure(error)))
  const listening = await listen(server, port)
  return {
    port: listening,
    messages: () => [...kept],
    waitFor: (predicate, ms) => firstOf(kept, arrivals, predicate, ms),
    close: () => new Promise((closed) => server.close(closed)),
  }
}

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    const socket = server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      const address = socket.address()
      if (address && typeof address === 'object') listening(address.port)
    })
  })
}

async function read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Mail> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  if (stream.sizeExceeded) throw Object.assign(new Error('The message is too large'), { responseCode: 552 })
  const parsed = await PostalMime.parse(Buffer.concat(chunks))
  const { mailFrom, rcptTo } = session.envelope
  return {
    id: randomUUID(), from: mailFrom ? mailFrom.address : '', to: rcptTo.map((recipient) => recipient.address),
    subject: parsed.subject ?? '', text: parsed.text?.trimEnd() ?? '', html: parsed.html?.trimEnd(), receivedAt: new Date().toISOString(),
  }
}

function firstOf(kept: Mail[], arrivals: Set<(mail: Mail) => void>, predicate: (mail: Mail) => boolean, ms: number): Promise<Mail> {
  const here = kept.find(predicate)
  if (here) return Promise.resolve(here)
  return new Promise((found, failed) => {
    const end = () => { arrivals.delete(arrived); clearTimeout(timer) }
    const arrived = (mail: Mail) => {
      if (!predicate(mail)) return
      end()
      found(mail)
    }
    const timer = setTimeout(() => { end(); failed(new Error(`No such mail arrived in ${ms} ms`)) }, ms)
    arrivals.add(arrived)
  })
}

/** Named so that the order of names is the order of arrival. */
const fileOf = (folder: string, mail: Mail): string => join(folder, `${mail.receivedAt.replaceAll(':', '-')}_${mail.id}.json`)

/** Written aside and moved, so that a crash leaves no half message. */
async function save(folder: string, mail: Mail): Promise<void> {
  const file = fileOf(folder, mail)
  await writeFile(`${file}.new`, JSON.stringify(mail, null, 2), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** What was kept before; a file that is no message of ours is left alone. */
function readFolder(folder: string): Mail[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  return names.flatMap((name) => {
    try {
      return [Mail.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))]
    } catch {
      log.warn('mail.unreadable', { file: name }) // the error would quote the message
      return []
    }
  })
}
