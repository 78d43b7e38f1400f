/**
 * What is made of a text alone, made once and remembered: the same text always gives the same, so it never grows old. For slow work on the few
 * thousand texts that come again and again. Keyed by the text and not by the row it stands in: rows are new with every question.
 */
export function remembering<T>(make: (text: string) => T, most = 5_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}
