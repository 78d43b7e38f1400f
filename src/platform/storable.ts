const fits = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

/**
 * Where in an input a text stands that PostgreSQL can keep in no column: one with a NUL or half a surrogate pair. Nothing where all can be kept.
 * Goes through it without calling itself, so that a hostile depth costs nothing but time in proportion to its length.
 */
export function unstorablePath(input: unknown): string | undefined {
  const left: { value: unknown; path: string }[] = [{ value: input, path: '' }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !fits(value)) return path
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
    for (const [key, inner] of Object.entries(value)) {
      if (!fits(key)) return path
      left.push({ value: inner, path: path === '' ? key : `${path}.${key}` })
    }
  }
  return undefined
}
