import { globSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSheets } from '#platform/sheets.ts'
import type { Product } from './faults-product.ts'
import { healthOf, startProduct } from './faults-product.ts'
import type { Visitor } from './faults-session.ts'
import { signInAs } from './faults-session.ts'
import { workbook } from './zip.ts'

/** Files that are broken, too large or made to do harm, sent to the real product: refused with words, without harm. */
const MOST_MS = 240_000
const MB = 1024 * 1024
const HUGE = 500 * MB
const IMPORT = '/files/people.importParticipants'
let product: Product
let visitor: Visitor
beforeAll(async () => {
  product = await startProduct()
  visitor = await signInAs(product.origin, 'Programme adviser')
}, MOST_MS)
afterAll(() => product?.close(), MOST_MS)

const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${product.pid()}/status`, 'utf8'))?.[1]) * 1024

const headers = () => ({ 'x-fotfeste': '1', 'x-file-name': 'deltakere.xlsx', cookie: visitor.cookie() })

type Sent = { status?: number; body: string; sent: number; grown: number }
/** Sends 500 MB piece by piece until it is answered; says how much was sent by then, and how the server's memory grew at most. */
async function sendHuge(path: string, more: Record<string, string | number>): Promise<Sent> {
  const before = memory()
  const [piece, state] = [Buffer.alloc(MB, 'x'), { sent: 0, grown: 0, done: false }]
  const sending = request(product.origin + path, { method: 'POST', agent: false, headers: { ...headers(), 'content-type': 'application/octet-stream', ...more } })
  sending.on('error', () => { state.done = true }) // the server closes a connection it reads no further
  const answered = once(sending, 'response').finally(() => { state.done = true })
  while (!state.done && state.sent < HUGE) {
    const goesOn = sending.write(piece)
    state.sent += MB
    state.grown = Math.max(state.grown, memory() - before)
    if (!goesOn) await Promise.race([once(sending, 'drain'), answered]).catch(() => undefined)
    // where a refusal is due it is listened for: the server then closes the line, and a write that meets that loses the answer
    if (state.sent === MB || state.sent > 20 * MB) await Promise.race([answered, sleep(2_000)])
  }
  const [answer] = await answered
  const body = await text(answer)
  sending.destroy()
  return { status: answer.statusCode, body, sent: state.sent, grown: state.grown }
}

test.each<[string, string, Record<string, string | number>, string]>([
  ['its length told', IMPORT, { 'content-length': HUGE }, '"status":413'],
  ['its length untold', IMPORT, { 'transfer-encoding': 'chunked' }, '"status":413'],
  ['as the input of an operation', '/api/people.savePerson', { 'content-length': HUGE, 'content-type': 'application/json' }, '"status":413'],
  ['to somebody who looks, in bokmål', IMPORT, { 'content-length': HUGE, accept: 'text/html', 'accept-language': 'nb' }, 'En fil kan være på inntil 20 MB'],
  ['to somebody who looks, in English', IMPORT, { 'content-length': HUGE, accept: 'text/html', 'accept-language': 'en' }, 'A file can be up to 20 MB'],
])('500 MB are refused early and take no memory: %s', async (_, path, more, said) => {
  const { status, body, sent, grown } = await sendHuge(path, more)
  expect({ status, body }).toEqual({ status: 413, body: expect.stringContaining(said) })
  expect(sent).toBeLessThan(60 * MB)
  expect(grown).toBeLessThan(150 * MB)
  expect(await healthOf(product.origin)).toMatchObject({ status: 200 })
}, MOST_MS)

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words)
const spaces = (megabytes: number): Uint8Array => new Uint8Array(megabytes * MB).fill(0x20)
const HEADINGS = 'Fornavn;Etternavn;Fødselsdato\n'

const texts = (locale: string): Record<string, string> =>
  Object.assign({}, ...globSync(`src/**/messages/import.${locale}.json`).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)) // reason for the cast: our own catalogues

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
  ['an empty file', 'file.empty', () => new Uint8Array()],
  ['nothing but blanks', 'file.empty', () => utf8('\ufeff \n\n ')],
  ['bytes that are no text', 'file.notText', () => Uint8Array.from({ length: 4096 }, (_, at) => at % 256)],
  ['UTF-16 without its mark', 'file.notText', () => new Uint8Array(Buffer.from(HEADINGS, 'utf16le'))],
  ['a workbook cut in the middle', 'file.unreadable', async () => (await writeSheets([{ name: 'A', rows: [['Fornavn'], ['Amina']] }])).subarray(0, 900)],
  ['a workbook that unpacks to 210 MB', 'file.bomb', () => workbook(spaces(210))],
  ['a workbook that lies about how large it is', 'file.bomb', () => workbook(spaces(40), 1000)],
  ['10,000 columns of text', 'file.tooManyColumns', () => utf8(`${Array.from({ length: 10_000 }, (_, at) => `K${at}`).join(';')}\n`)],
  ['10,000 columns in a workbook', 'file.tooManyColumns', () => writeSheets([{ name: 'A', rows: [Array.from({ length: 10_000 }, (_, at) => `K${at}`)] }])],
  ['a quotation mark that is never closed', 'file.unclosedQuote', () => utf8(`${HEADINGS}"Amina;Ali;01.02.1990\n`)],
  ['a formula that would start a program', 'cell.formula', () => utf8(`${HEADINGS}=cmd|' /C calc'!A0;Ali;01.02.1990\n`)],
])('%s is refused with %s, which has a text in every language, and nothing is written', async (_, code, made) => {
  const body = Buffer.from(await made())
  const answer = await fetch(`${product.origin}${IMPORT}?input=${encodeURIComponent('{"dryRun":false}')}`, { method: 'POST', body, headers: { ...headers(), 'content-type': 'application/octet-stream' } })
  const result = await answer.json() as { refused: { code: string }[]; written: boolean } // reason for the cast: the answer of another process
  expect([answer.status, result.written]).toEqual([200, false])
  expect(result.refused.map((one) => one.code)).toContain(code)
  for (const one of result.refused) for (const locale of ['nb', 'nn', 'en']) expect(texts(locale)[one.code], `${one.code} in ${locale}`).toBeTruthy()
  expect(await healthOf(product.origin)).toMatchObject({ status: 200 })
}, MOST_MS)
