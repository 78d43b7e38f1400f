import { readCompetition, shutOuts, startCompetition, whatHelps } from './help.operations.ts'

/** The operations of this slice, by name. */
export const helpOperations = {
  'matching.whatHelps': whatHelps,
  'matching.startCompetition': startCompetition,
  'matching.readCompetition': readCompetition,
  'matching.shutOuts': shutOuts,
}
