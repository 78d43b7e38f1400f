import { fold } from './text.ts'
import { unlawfulWords } from './unlawful-words.ts'

/** Letters that are doubled or not as one happens to write: both are the same here. */
const single = (text: string): string => text.replace(/([a-z])\1+/g, '$1')
/** A name as it is looked at: folded, without marks between words. */
const plain = (name: string): string => single(fold(name.replace(/[-_/.,;:!"'«»()]/g, ' ')))

const alternatives = (words: readonly string[]): string =>
  words.map((word) => single(fold(word)).replaceAll('#', '\\d{2}').replace(/(?<!\.)\*/g, '\\p{L}*')).join('|')

const all = Object.values(unlawfulWords)
const whole = new RegExp(`^((a |må |skal |bør |must )?(vare |vaere |vere |be )?(en |ein |ei |et |a |an )?)(${alternatives(all.flatMap((one) => one.whole))})$`.replaceAll('å', 'a').replaceAll('ø', 'o'), 'u')
const within = new RegExp(`(?<![\\p{L}\\d])(${alternatives(all.flatMap((one) => one.within))})(?![\\p{L}\\d])`, 'u')

/** Whether the name of a criterion is, or holds, a ground nobody may be chosen by: a word list, which finds what is obvious and no more. */
export function namesUnlawfulGround(name: string): boolean {
  const text = plain(name)
  return whole.test(text) || within.test(text)
}
