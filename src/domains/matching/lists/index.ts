import { keepList } from './list.operations.ts'

/** The operations of this slice, by name. */
export const listOperations = { 'matching.keepList': keepList }
