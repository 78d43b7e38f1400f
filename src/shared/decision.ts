/** One reason why something is refused. `code` is a message key; `path` points at the field; `params` fill the message. */
export type Refusal = { code: string; path?: string; params?: Record<string, string | number> }

/** The answer of a pure decision: a value, or every reason why not. */
export type Decision<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] }

export const accept = <T>(value: T): Decision<T> => ({ ok: true, value })
export const refuse = (...refusals: Refusal[]): { ok: false; refusals: Refusal[] } => ({ ok: false, refusals })

/** Nothing when `holds`, else the refusal: `[...check(a, x), ...check(b, y)]` collects every reason at once. */
export const check = (holds: boolean, refusal: Refusal): Refusal[] => (holds ? [] : [refusal])
