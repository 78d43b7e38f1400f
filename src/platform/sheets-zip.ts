import { createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'

/** What is worth knowing of a zip file before anything in it is unpacked for use. */
export type ZipSurvey = { ok: true; hasFormulas: boolean } | { ok: false; code: 'file.unreadable' | 'file.bomb' }
type Entry = { name: string; method: number; from: number; packed: number; unpacked: number }

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535

/** No sheet of the allowed size comes near these; see docs/import.md. Markup is counted in `<` and `=` characters. */
const MAX_UNPACKED = 200 * 1024 * 1024
const MAX_MARKUP = { sheet: 8_000_000, other: 3_000_000 }

function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

function localStart(view: DataView, at: number): number | undefined {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_ENTRY) return undefined
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
}

/**
 * The entries of the central directory. Undefined for anything unusual: 64-bit sizes, an entry outside the file, and
 * sizes that are only given after the data, which another reader could understand differently.
 */
function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const from = localStart(view, view.getUint32(at + 42, true))
    if (from === undefined || from + packed > bytes.length || (packed === 0) !== (unpacked === 0)) return undefined
    if (packed === 0 && (view.getUint16(at + 8, true) & 8) !== 0) return undefined
    entries.push({ name, method: view.getUint16(at + 10, true), from, packed, unpacked })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const isSheet = (name: string): boolean => /worksheets\//i.test(name)

function countMarkup(chunk: Uint8Array): number {
  let count = 0
  for (const byte of chunk) if (byte === 0x3c || byte === 0x3d) count++
  return count
}

/** Unpacks one entry piece by piece, keeping nothing; stops as soon as it is more than it should be. */
async function surveyEntry(bytes: Uint8Array, entry: Entry): Promise<ZipSurvey> {
  const packed = bytes.subarray(entry.from, entry.from + entry.packed)
  const source = entry.method === 0 ? Readable.from([packed]) : Readable.from([packed]).pipe(createInflateRaw())
  const limit = isSheet(entry.name) ? MAX_MARKUP.sheet : MAX_MARKUP.other
  let [unpacked, markup, hasFormulas, tail] = [0, 0, false, '']
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) continue
    unpacked += chunk.length
    markup += countMarkup(chunk)
    if (unpacked > entry.unpacked || markup > limit) return { ok: false, code: 'file.bomb' }
    if (isSheet(entry.name) && !hasFormulas) {
      const text = tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
      hasFormulas = /[<:]f[\s>/]/.test(text)
      tail = text.slice(-3)
    }
  }
  return { ok: true, hasFormulas }
}

/**
 * Looks through a zip file without keeping its content: refuses broken ones, and those whose content is out of
 * proportion (a bomb), before a reader that builds everything in memory is let near it.
 */
export async function surveyZip(bytes: Uint8Array): Promise<ZipSurvey> {
  const entries = entriesOf(bytes)
  if (!entries) return { ok: false, code: 'file.unreadable' }
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > MAX_UNPACKED) return { ok: false, code: 'file.bomb' }
  let hasFormulas = false
  try {
    // every entry: which of them are read is said inside the file, and a bomb may have any name
    for (const entry of entries) {
      const survey = await surveyEntry(bytes, entry)
      if (!survey.ok) return survey
      hasFormulas ||= survey.hasFormulas
    }
  } catch {
    return { ok: false, code: 'file.unreadable' }
  }
  return { ok: true, hasFormulas }
}
