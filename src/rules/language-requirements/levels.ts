import { z } from 'zod'
import type { CefrLevel } from '#shared/cefr.ts'
import { CEFR_LEVELS, CefrLevel as Level } from '#shared/cefr.ts'
import type { Asking } from '../rule.ts'

export const levelFacts = ['testListening', 'testReading', 'testWriting', 'testOral'] as const

/** The level a law asks for in each part of the test; null where it asks for none in that part. */
export const RequiredLevels = z.object({ listening: Level.nullable(), reading: Level.nullable(), writing: Level.nullable(), oral: Level.nullable() })
export type RequiredLevels = z.infer<typeof RequiredLevels>

/** Whether a level is as high as another, or higher. */
export const isAtLeast = (level: CefrLevel, required: CefrLevel): boolean => CEFR_LEVELS.indexOf(level) >= CEFR_LEVELS.indexOf(required)

/** Whether the levels reached meet what is required in every part. Asks only for the parts that are required. */
export function meets(ask: Asking<(typeof levelFacts)[number]>, { listening, reading, writing, oral }: RequiredLevels): boolean {
  const pairs = [['testListening', listening], ['testReading', reading], ['testWriting', writing], ['testOral', oral]] as const
  return pairs.map(([name, required]) => required === null || isAtLeast(ask.need(name)[name], required)).every(Boolean)
}
