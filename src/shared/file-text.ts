import { read, unreadable, type Reading } from './file-reading.ts'

/** The largest file that is read at all, in bytes (20 MB). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte)

function utf8OrWindows(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, and everything else as Windows-1252, which is what older
 * Norwegian Windows programs write. Refuses empty files, files over 20 MB and files with NUL bytes, which are not text.
 */
export function decodeText(bytes: Uint8Array): Reading<string> {
  if (bytes.length > MAX_FILE_BYTES) return unreadable('file.tooLarge', { megabytes: MAX_FILE_BYTES / 1024 / 1024 })
  const text = startsWith(bytes, 0xff, 0xfe) ? new TextDecoder('utf-16le').decode(bytes)
    : startsWith(bytes, 0xfe, 0xff) ? new TextDecoder('utf-16be').decode(bytes)
    : utf8OrWindows(bytes)
  if (text.includes('\0')) return unreadable('file.notText')
  if (text.trim() === '') return unreadable('file.empty')
  return read(text)
}

/** The content of a JSON file. */
export function decodeJson(bytes: Uint8Array): Reading<unknown> {
  const text = decodeText(bytes)
  if (!text.ok) return text
  try {
    const content: unknown = JSON.parse(text.value)
    return read(content)
  } catch {
    return unreadable('file.notJson')
  }
}
