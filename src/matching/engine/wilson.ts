/** The share of an interval that is 95 % sure: the 97.5th percentile of the normal distribution. */
export const SURE_95 = 1.959964

/** The Wilson score interval (E. B. Wilson, 1927) of a share: between 0 and 1, wide where few are counted, and it always holds the share. Nothing where nobody is counted. */
export function wilson(count: number, of: number, z = SURE_95): { share: number; low: number; high: number } | null {
  if (of === 0) return null
  const [share, spread] = [count / of, z * z / of]
  const middle = (share + spread / 2) / (1 + spread)
  const reach = z * Math.sqrt(share * (1 - share) / of + spread / of / 4) / (1 + spread)
  return { share, low: Math.max(0, Math.min(share, middle - reach)), high: Math.min(1, Math.max(share, middle + reach)) }
}

/** The share of the normal distribution that is above `z` (Abramowitz & Stegun 7.1.26, to seven decimals). */
function above(z: number): number {
  const [t, x] = [1 / (1 + 0.3275911 * z / Math.SQRT2), z / Math.SQRT2]
  return t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x) / 2
}

/** How wide intervals must be so that all of `many` together miss by chance in no more than one of twenty (Bonferroni): the same as of one where there is one. */
export function sureOfAll(many: number): number {
  if (many <= 1) return SURE_95
  let [low, high] = [SURE_95, 8]
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (above(middle) > 0.025 / many) low = middle
    else high = middle
  }
  return high
}
