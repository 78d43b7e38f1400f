/**
 * One thing to say about one place in a file. `row` is the row as the user sees it (1-based, the header counted; for
 * JSON the item's place in the list, from 1); 0 is the file as a whole. `code` is a message key, `params` fill it.
 */
export type RowRemark = { row: number; field?: string; code: string; params?: Record<string, string | number> }

/**
 * What a reader made of a file: the rows that can be used, the rows that cannot with every reason why, and notes about
 * what was read differently than written or left out. A row is either in `rows` or in `refused`, never half in each.
 */
export type FileReading<T> = { rows: { row: number; value: T }[]; refused: RowRemark[]; notes: RowRemark[] }

/** A value, or the code of why there is none. For the small readers of single cells. */
export type Reading<T> = { ok: true; value: T } | { ok: false; code: string; params?: Record<string, string | number> }

export const read = <T>(value: T): Reading<T> => ({ ok: true, value })
export const unreadable = (code: string, params?: Record<string, string | number>): { ok: false; code: string; params?: Record<string, string | number> } =>
  params ? { ok: false, code, params } : { ok: false, code }

/** A reading of nothing, because the file as a whole was refused. */
export const refusedFile = <T>(code: string, params?: Record<string, string | number>): FileReading<T> =>
  ({ rows: [], refused: [{ row: 0, code, ...(params && { params }) }], notes: [] })
