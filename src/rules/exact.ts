/**
 * Sums of money without binary fractions: everything is a whole number over a whole number, and rounded once, where the
 * rule says so. In big integers, because percents of percents of a month's pay grow beyond what `#shared/money.ts` counts.
 */

/** `numerator / denominator` to the nearest whole number, half upwards. The denominator is above 0. For what is not negative this is HALF_UP. */
export function nearestWhole(numerator: bigint, denominator: bigint): bigint {
  const [top, bottom] = [2n * numerator + denominator, 2n * denominator]
  const quotient = top / bottom
  return top < 0n && top % bottom !== 0n ? quotient - 1n : quotient
}

/** The same as a number, for sums that fit in one. */
export const nearest = (numerator: bigint, denominator: bigint): number => Number(nearestWhole(numerator, denominator))

/** Hundredths of a percent: 14.1 is 1410. More decimals than two are no percent of ours (see the facts' shapes). */
export const hundredths = (percent: number): bigint => BigInt(Math.round(percent * 100))

/** 100 %, in hundredths of a percent. */
export const WHOLE = 10_000n
