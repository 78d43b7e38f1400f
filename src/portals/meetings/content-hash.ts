import { createHash } from 'node:crypto'

/** A short sign of what a page shows, so that a device sees whether anything has changed. */
export const contentHash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)
