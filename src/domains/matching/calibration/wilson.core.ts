/** The 97.5th percentile of the normal distribution, for intervals of 95 %. */
const Z = 1.959964

/** The Wilson score interval (E. B. Wilson, 1927) of a share: between 0 and 1, wide where few are known, and never empty. Nothing where none is known. */
export function wilson(yes: number, known: number): { low: number; high: number } | null {
  if (known === 0) return null
  const [share, z2] = [yes / known, Z * Z]
  const middle = (share + z2 / (2 * known)) / (1 + z2 / known)
  const reach = (Z / (1 + z2 / known)) * Math.sqrt((share * (1 - share)) / known + z2 / (4 * known * known))
  return { low: Math.max(0, Math.min(share, middle - reach)), high: Math.min(1, Math.max(share, middle + reach)) }
}
