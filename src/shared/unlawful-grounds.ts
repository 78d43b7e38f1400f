import { fold } from './text.ts'
import { aboutOthers, aboutPerson, unlawfulWords } from './unlawful-words.ts'

/** Letters that are doubled or not as one happens to write: both are the same here, but in `mann` and `menn`, which are not `man` and `men`. */
const single = (text: string): string => text.replace(/(?!(?<=\bm[ae])nn\b)([a-z])\1+/g, '$1')
/** Marks between words; a clock (16:30) and a fraction are no two numbers. */
const MARKS = /[-\u2010-\u2015\u2212_,;!?"'’«»()[\]]|(?<!\d)[/.:]|[/.:](?!\d)/g
/** A name as it is looked at: folded, without marks between words. */
const plain = (name: string): string => single(fold(name.replace(MARKS, ' ')))

/** An age somebody may be hired at, in figures or letters: below 15 it is of children or of experience (arbeidsmiljøloven § 11-1, –: not looked up). */
const AGE = '(1[5-9]|[2-8]\\d|atten|(tyve|tjue|tretti|tredve|førti|femti|seksti|twenty|thirty|forty|fifty|sixty)*|eighteen)'
const pattern = (word: string): string => single(fold(word.replaceAll('#', AGE))).replace(/(?<!\.)\*/g, '\\p{L}*')
const alternatives = (words: readonly string[]): string => words.map(pattern).join('|')

const all = Object.values(unlawfulWords)
const whole = new RegExp(`^((a |ma |skal |bor |must )?(vare |vaere |vere |be )?(en |ein |ei |et |a |an )?)(${alternatives(all.flatMap((one) => one.whole))})$`, 'u')
const person = new RegExp(`^${pattern(aboutPerson.before)}(${alternatives(all.flatMap((one) => one.person ?? []))})${pattern(aboutPerson.after)}$`, 'u')
const within = new RegExp(`(?<![\\p{L}\\d])(${alternatives(all.flatMap((one) => one.within))})(?![\\p{L}\\d])`, 'u')
const others = new RegExp(`(?<!\\p{L})(${alternatives(aboutOthers)})(?!\\p{L})`, 'u')

/** The name, and what stands between commas in it where nobody else is spoken of. */
const partsOf = (name: string, text: string): string[] =>
  others.test(text) ? [text] : [text, ...name.split(/[,;]|\s(?:og|and|&)\s(?!\d)/i).map(plain)]

/** Whether the name of a criterion is, or holds, a ground nobody may be chosen by: a word list, which finds what is obvious and no more. */
export function namesUnlawfulGround(name: string): boolean {
  const text = plain(name)
  return whole.test(text) || within.test(text) || partsOf(name, text).some((part) => person.test(part))
}
