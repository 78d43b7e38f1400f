/** Reads a time of day: 8, 08, 830, 0830, 8.30, 8:30. Gives `HH:MM`, or undefined for what is no time. */
export function readTime(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(typed.trim())
  const hours = Number(found?.[1])
  return found && hours < 24 ? `${String(hours).padStart(2, '0')}:${found[2] ?? '00'}` : undefined
}
