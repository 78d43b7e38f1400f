import { getLanguageProgress } from './progress.operations.ts'

/** The operations of this slice, by name. */
export const languageProgressOperations = { 'matching.getLanguageProgress': getLanguageProgress }
