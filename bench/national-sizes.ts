/** How many people a municipality of the bench has, and how many places it offers. */
export type Size = { number: string; people: number; employers: number; places: number }

const MUNICIPALITIES = 357
/** Those the bars look at: the largest, and an ordinary one. Both offer 2,000 places. */
export const LARGE = '1001'
export const ORDINARY = '1008'
const ORDINARY_PEOPLE = 2_800
const PLACES_MATCHED = 2_000

/** Like Norway's: one of a tenth of all people, six large towns, and a long tail of small ones (500 to 3,000 where all are 1,000,000). */
export function nationalSizes(people: number, employers: number): Size[] {
  const towns = [0.1, 0.04, 0.035, 0.03, 0.026, 0.023, 0.02].map((share) => Math.round(people * share))
  const left = people - ORDINARY_PEOPLE - towns.reduce((sum, one) => sum + one, 0)
  const tail = Array.from({ length: MUNICIPALITIES - towns.length - 1 }, (_, rank) => 0.12 + 20 / (rank + 8))
  const weight = tail.reduce((sum, one) => sum + one, 0)
  const all = [...towns, ORDINARY_PEOPLE, ...tail.map((one) => Math.max(1, Math.round(one / weight * left)))]
  return all.map((size, index) => {
    const number = String(1001 + index)
    const places = number === LARGE || number === ORDINARY ? PLACES_MATCHED : Math.ceil(size / 50)
    return { number, people: size, employers: Math.max(5, Math.round(size / people * employers)), places }
  })
}
