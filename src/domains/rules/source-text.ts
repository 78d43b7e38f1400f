import type { Source } from '#rules/source.ts'
import { dayInWords, hasText, ruleText } from './rule-texts.ts'
import type { ExplainedSource, RuleLocale } from './rules.schema.ts'

const NUMBERED = /^(LOV|FOR)-(\d{4}-\d{2}-\d{2})-(\d+)$/

/** The name of an act: its own, or for a rarer one what kind it is, of which day and number; a bill or circular as it is written. */
function actText(locale: RuleLocale, act: string): string {
  if (hasText(locale, `act.${act}`)) return ruleText(locale, `act.${act}`)
  const [, kind, day, number] = NUMBERED.exec(act) ?? []
  return kind === undefined || day === undefined ? act : ruleText(locale, `source.numbered.${kind}`, { day: dayInWords(locale, day), number: String(number) })
}

/** `§ 14`, `§§ 13–14`, `punkt 6.1` of a bill; a chapter or an appendix as it is written. */
function sectionText(locale: RuleLocale, act: string, section: string): string {
  if (!/^\d/.test(section)) return section
  const isAct = hasText(locale, `act.${act}`) || NUMBERED.test(act)
  return ruleText(locale, isAct ? (/[–,]| og /.test(section) ? 'source.sections' : 'source.section') : 'source.point', { section })
}

const written = new Map<string, string>()

/** A place in the law as a lawyer writes it: «integreringsloven § 14 fjerde ledd tredje punktum, bokstav a». */
export function sourceText(locale: RuleLocale, source: Source): string {
  const { act, section, ledd, sentence, letter } = source
  const key = [locale, act, section, ledd, sentence, letter].join('|')
  const known = written.get(key)
  if (known !== undefined) return known
  const parts = [
    [actText(locale, act), ...(section === undefined ? [] : [sectionText(locale, act, section)])].join(' '),
    ...(ledd === undefined ? [] : [ruleText(locale, 'source.ledd', { ledd })]),
    ...(sentence === undefined ? [] : [ruleText(locale, 'source.sentence', { sentence })]),
  ]
  const text = parts.join(locale === 'en' ? ', ' : ' ')
  const whole = letter === undefined ? text : `${text}, ${ruleText(locale, 'source.letter', { letter })}`
  written.set(key, whole)
  return whole
}

/** A source with its text, its mark and its parts. */
export const explainSource = (locale: RuleLocale, source: Source): ExplainedSource =>
  ({ text: sourceText(locale, source), certainty: source.certainty, ...(source.note === undefined ? {} : { note: source.note }), reference: source })
