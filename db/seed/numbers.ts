import type { PlainDate } from '#shared/date.ts'
import type { Random } from './random.ts'

const digitsOf = (text: string): number[] => Array.from(text, Number)
const weightedSum = (digits: number[], weights: number[]): number => weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0)
const control = (digits: number[], weights: number[]): number => (11 - (weightedSum(digits, weights) % 11)) % 11

/**
 * A synthetic fødselsnummer as the Norwegian Tax Administration makes them for testing: 80 added to the month, so that it can belong to nobody.
 * `isDNumber` also adds 40 to the day.
 */
export function syntheticNumber(random: Random, birth: PlainDate, gender: 'female' | 'male', isDNumber: boolean): string {
  const [year = '', month = '', day = ''] = birth.split('-')
  const start = `${String(Number(day) + (isDNumber ? 40 : 0)).padStart(2, '0')}${Number(month) + 80}${year.slice(2)}`
  for (;;) {
    // 000-499 for those born 1900-1999, 500-999 for 2000-2039; the last digit is even for women
    const individual = random.int(Number(year) < 2000 ? 0 : 250, Number(year) < 2000 ? 249 : 499) * 2 + (gender === 'female' ? 0 : 1)
    const nine = digitsOf(start + String(individual).padStart(3, '0'))
    const first = control(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])
    const second = control([...nine, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
    if (first < 10 && second < 10) return [...nine, first, second].join('')
  }
}

/** An organisation number with a right control digit, in the series used for test data: real ones begin with 8 or 9. */
export function syntheticOrgNumber(random: Random): string {
  for (;;) {
    const eight = digitsOf(`2${String(random.int(0, 9_999_999)).padStart(7, '0')}`)
    const last = control(eight, [3, 2, 7, 6, 5, 4, 3, 2])
    if (last < 10) return [...eight, last].join('')
  }
}
