import type { Id } from '#shared/id.ts'

/** A new id, made here so that sending twice makes one thing. */
export const newId = (): Id => crypto.randomUUID()
