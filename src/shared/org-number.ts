const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** Whether `text` is nine digits whose last is the right control digit (modulus 11), as the company register makes them. */
export function isOrgNumber(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text)) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return (11 - (sum % 11)) % 11 === Number(text[8])
}
