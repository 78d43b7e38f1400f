import { randomBytes, randomUUID, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { buildWebWhenStale } from '../tools/build-web.ts'
import type { Line } from './measure.ts'
import type { National } from './national.ts'
import { root, serve } from './serve.ts'

const Chunk = z.object({ file: z.string(), imports: z.array(z.string()).default([]) })
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** The staff's first page needs the entry, its texts in bokmål, and the page of today with its parts. */
const FIRST = /^staff\.html$|catalogue\/nb\.ts$|\/(TodayPage|WaitingPanel|WaitingInitiatives)\.tsx$/

/** Every script the first page brings with it: what its pieces import, and what those import. */
function firstScripts(): string[] {
  const manifest = z.record(z.string(), Chunk).parse(JSON.parse(readFileSync(join(root, 'dist/web/manifest.json'), 'utf8')))
  const files = new Set<string>()
  const follow = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports.forEach(follow)
  }
  Object.keys(manifest).filter((name) => FIRST.test(name)).forEach(follow)
  return [...files].filter((file) => file.endsWith('.js'))
}

/** The JavaScript of the staff entry, compressed as the server does it; the bar counts gzip, the larger of the two. */
async function staffEntry(): Promise<Line> {
  await buildWebWhenStale()
  const scripts = firstScripts().map((file) => readFileSync(join(root, 'dist/web', file)))
  const gzip = scripts.reduce((sum, one) => sum + gzipSync(one, { level: 9 }).length, 0)
  const brotli = scripts.reduce((sum, one) => sum + brotliCompressSync(one, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length, 0)
  return { what: 'staff entry, first load: JavaScript', measured: `${kilobytes(gzip)} gzip, ${kilobytes(brotli)} brotli, in ${scripts.length} files`, bar: '≤ 250 kB', met: scripts.length > 3 && gzip <= 250_000 }
}

/** What a browser that takes brotli receives for a path: bytes as sent, and the text of a page. */
function fetched(port: number, path: string, encoding: string): Promise<{ status: number; bytes: number; text: string }> {
  return new Promise((done, failed) => {
    get({ port, host: '127.0.0.1', path, headers: { host: `localhost:${port}`, accept: 'text/html,*/*', 'accept-encoding': encoding } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => { const body = Buffer.concat(parts); done({ status: response.statusCode ?? 0, bytes: body.length, text: body.toString() }) })
    }).on('error', failed)
  })
}

/** A link to an agreement that waits for the employer's yes. */
async function makeLink({ owner, ordinary }: National): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await owner.query(`insert into personal_link (municipality_id, id, token_hash, purpose, party, agreement_id, person_id, email, expires_at)
    select municipality_id, $2, $3, 'approve', 'employer', id, person_id, 'leder@example.no', now() + interval '1 hour' from agreement where municipality_id = $1 and cancelled_at is null and to_date > current_date order by id limit 1`,
  [ordinary, randomUUID(), createHash('sha256').update(token).digest()])
  return token
}

/** The approval page with everything it brings: style, font, scripts. */
async function approvalPage(national: National): Promise<Line> {
  const server = await serve(national)
  try {
    const page = await fetched(server.port, `/l/${await makeLink(national)}`, 'identity')
    const parts = [...page.text.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"/g)].flatMap(([, path]) => path ?? [])
    const others = await Promise.all([...new Set([...parts, '/plain/inter.woff2'])].map((path) => fetched(server.port, path, 'br')))
    const bytes = page.bytes + others.reduce((sum, one) => sum + one.bytes, 0)
    const whole = page.status === 200 && others.every(({ status }) => status === 200)
    return { what: 'approval page: everything it brings', measured: `${kilobytes(bytes)} (page ${kilobytes(page.bytes)}, status ${page.status})`, bar: '≤ 90 kB', met: whole && bytes <= 90_000 }
  } finally {
    await server.stop()
  }
}

export const weight = async (national: National): Promise<Line[]> => [await staffEntry(), await approvalPage(national)]
