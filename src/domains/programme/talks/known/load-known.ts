import type { Context } from '#platform/operation.ts'
import { loadFacts as loadLegalFacts } from '../../decision/load-facts.ts'
import { ruleText } from '#domains/rules/index.ts'
import type { Belongs, Point } from '../template/template.schema.ts'
import type { HomeFacts } from './facts.schema.ts'
import { hiddenPoint, knownPoint, lastConfirmed } from './known.core.ts'
import type { KnownLine, KnownPoint } from './known.schema.ts'
import { loadHomeFacts, loadPersonFacts } from './load-facts.ts'
import type { KnownLocale, KnownWords } from './words.ts'
import { knownWords } from './words.ts'
import { writeFacts } from './write-facts.ts'

/** Her family in words. */
const familyLines = ({ family }: HomeFacts, { t }: KnownWords): KnownLine[] => family.map(({ relation, name, birthYear }) => ({ text: [`${t(`relation.${relation}`)}: ${name}`, birthYear].filter(Boolean).join(', '), on: null, how: null }))

/** What to take into account, for colleagues: consequences, never reasons. */
const considerLines = ({ careDuties, cannot, note }: HomeFacts, { t }: KnownWords): KnownLine[] =>
  [careDuties, cannot.length > 0 && t('cannot', { what: cannot.map((one) => t(`cannot.${one}`)).join(', ') }), note].flatMap((text) => (text ? [{ text, on: null, how: null }] : []))

/** The facts of the act that are kept, in words. The ground `case` opens them. */
async function legalLines({ tx, today }: Pick<Context, 'tx' | 'today'>, personId: string, locale: KnownLocale): Promise<KnownLine[]> {
  const { legal, dates } = await loadLegalFacts(tx, personId, today)
  const value = (name: string, one: unknown): string => (typeof one === 'boolean' ? knownWords(locale).t(one ? 'yes' : 'no') : typeof one === 'number' ? String(one) : /^\d{4}-/.test(String(one)) ? knownWords(locale).day(String(one)) : ruleText(locale, `fact.${name}.${String(one)}`))
  return Object.entries({ settledOn: dates.settledOn, ...legal }).flatMap(([name, one]) => (one === null ? [] : [{ text: `${ruleText(locale, `fact.${name}`)}: ${value(name, one)}`, on: null, how: null }]))
}

type Held = Parameters<typeof lastConfirmed>[1]

/** What is known to the points of a talk, each place once, and whether it must be asked; in the reader's language. */
export async function loadKnown(context: Pick<Context, 'tx' | 'today' | 'actor'>, personId: string, points: readonly Point[], held: Held, locale: KnownLocale): Promise<KnownPoint[]> {
  const words = knownWords(locale)
  const written = writeFacts(await loadPersonFacts(context.tx, personId), words)
  const home = await loadHomeFacts(context.tx, personId)
  const mayKnowCase = context.actor.permissions.includes('programme.decide')
  const lines: Record<Exclude<Belongs, 'note'>, KnownLine[]> = { ...written, family: familyLines(home, words), frame: [...written.frame, ...considerLines(home, words)], legal: mayKnowCase ? await legalLines(context, personId, locale) : [] }
  const places = [...new Set(points.map(({ belongs }) => belongs))]
  return places.flatMap((place) => (place === 'note' ? [] : [place === 'legal' && !mayKnowCase ? hiddenPoint(place) : knownPoint(place, lines[place], lastConfirmed(place, held), context.today)]))
}
