import { z } from 'zod'

/** Whole øre. Branded, so that it is never mistaken for kroner or hours. Money is never a number of kroner with decimals. */
export const Ore = z.int().brand<'Ore'>()
export type Ore = z.infer<typeof Ore>

/** An amount that is not rounded yet: øre as a fraction in lowest terms. It can be halved, shared and added as often as one likes and loses nothing. */
export type ExactAmount = Readonly<{ numerator: number; denominator: number }>

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b))

/** A fraction of øre in lowest terms; throws when it has grown beyond what is counted without error. */
function exact(numerator: number, denominator: number): ExactAmount {
  const divisor = greatestCommonDivisor(numerator, denominator) || 1
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) throw new RangeError(`${numerator}/${denominator} øre cannot be counted exactly`)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Whole kroner as øre. */
export const kroner = (amount: number): Ore => Ore.parse(amount * 100)

/** Whole øre as an exact amount. */
export const exactly = (amount: Ore): ExactAmount => exact(amount, 1)

/** `numerator`/`denominator` of an amount, nothing rounded: both are whole, the denominator above 0. */
export const shareOf = (amount: ExactAmount, numerator: number, denominator: number): ExactAmount => exact(amount.numerator * numerator, amount.denominator * denominator)

/** Two amounts together. */
export const plus = (a: ExactAmount, b: ExactAmount): ExactAmount => exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

/** The smaller of two amounts. */
export const atMost = (a: ExactAmount, b: ExactAmount): ExactAmount => (a.numerator * b.denominator <= b.numerator * a.denominator ? a : b)

/** To the nearest multiple of `step` øre, half up; the denominator is above 0, so half up is towards more also below 0. */
const nearest = ({ numerator, denominator }: ExactAmount, step: number): Ore => Ore.parse(Math.floor((2 * numerator + denominator * step) / (2 * denominator * step)) * step)

/** To the nearest øre, half an øre up. */
export const toNearestOre = (amount: ExactAmount): Ore => nearest(amount, 1)
/** To the nearest whole krone, fifty øre up. */
export const toNearestKrone = (amount: ExactAmount): Ore => nearest(amount, 100)
/** Down to whole kroner. */
export const downToKrone = ({ numerator, denominator }: ExactAmount): Ore => Ore.parse(Math.floor(numerator / (denominator * 100)) * 100)
