import type { Reason } from './road.schema.ts'

export const reason = (code: Reason['code'], params: Reason['params'] = {}): Reason => ({ code, params })

/** The reason where it holds, else none: `[...because(a, x), ...because(b, y)]` collects every one. */
export const because = (holds: boolean, code: Reason['code'], params: Reason['params'] = {}): Reason[] => (holds ? [reason(code, params)] : [])
