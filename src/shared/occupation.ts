import { z } from 'zod'

/** The address of an occupation of ESCO, the European classification that is finer than STYRK-08. */
export const EscoUri = z.string().regex(/^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/)

/** How many leading digits two STYRK-08 codes share: 4 the same occupation, 3 the same group, 2 the same field, 0 nothing or not known. */
export function sharedDigits(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0
  let shared = 0
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1
  return shared
}
