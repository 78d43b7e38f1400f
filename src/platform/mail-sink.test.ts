import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { startMailSink } from './mail-sink.ts'

const arabic = 'موعدك مع المرشدة غدا الساعة ١٢'

async function send(port: number, mail: { to: string; subject: string; text?: string; html?: string; bcc?: string }): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false })
  await transport.sendMail({ from: 'Fotfeste <fotfeste@example.no>', ...mail })
  transport.close()
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fotfeste-mail-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a message in Arabic arrives as it was written, for everybody it was sent to', async () => {
  const sink = await startMailSink()
  const waiting = sink.waitFor((mail) => mail.subject === arabic, 5000)
  await send(sink.port, { to: 'amina@example.no', bcc: 'hemmelig@example.no', subject: arabic, text: `${arabic}\nVel møtt`, html: `<p dir="rtl">${arabic}</p>` })
  expect(await waiting).toMatchObject({
    from: 'fotfeste@example.no', to: ['amina@example.no', 'hemmelig@example.no'], text: `${arabic}\nVel møtt`, html: `<p dir="rtl">${arabic}</p>`,
  })
  await sink.close()
})

test('a message that is here already is found, and one that never comes is an error', async () => {
  const sink = await startMailSink()
  await send(sink.port, { to: 'a@example.no', subject: 'Første' })
  expect((await sink.waitFor((mail) => mail.subject === 'Første', 0)).to).toEqual(['a@example.no'])
  await expect(sink.waitFor((mail) => mail.subject === 'Andre', 30)).rejects.toThrow('No such mail arrived in 30 ms')
  await sink.close()
})

test('messages are there after a restart, in order, closed to other users; a foreign file does no harm', () => inFolder(async (folder) => {
  const first = await startMailSink({ folder })
  for (const subject of ['Én', 'To', 'Tre']) await send(first.port, { to: 'a@example.no', subject })
  await first.close()
  writeFileSync(join(folder, 'notat.json'), 'ikke en melding')
  expect(statSync(join(folder, readdirSync(folder)[0] ?? '')).mode & 0o777).toBe(0o600)
  const second = await startMailSink({ folder })
  expect(second.messages().map((mail) => mail.subject)).toEqual(['Én', 'To', 'Tre'])
  await second.close()
}))

test('only the newest 500 are kept, in memory and on disk', () => inFolder(async (folder) => {
  for (let at = 0; at < 500; at += 1) {
    const mail = { id: crypto.randomUUID(), from: '', to: [], subject: `Gammel ${at}`, text: '', receivedAt: new Date(at).toISOString() }
    writeFileSync(join(folder, `${mail.receivedAt.replaceAll(':', '-')}_${mail.id}.json`), JSON.stringify(mail))
  }
  const sink = await startMailSink({ folder })
  await send(sink.port, { to: 'a@example.no', subject: 'Ny' })
  expect(sink.messages()).toHaveLength(500)
  expect(sink.messages()[0]?.subject).toBe('Gammel 1')
  expect(sink.messages().at(-1)?.subject).toBe('Ny')
  expect(readdirSync(folder)).toHaveLength(500)
  await sink.close()
}))

test('a message of more than ten million bytes is refused to its sender', async () => {
  const sink = await startMailSink()
  await expect(send(sink.port, { to: 'a@example.no', subject: 'Stor', text: 'x'.repeat(10_500_000) })).rejects.toMatchObject({ responseCode: 552 })
  expect(sink.messages()).toEqual([])
  await sink.close()
})
