import type { ServerLocale } from '#platform/texts.ts'
import { textsIn } from '#platform/texts.ts'
import askAr from './messages/ask.ar.json' with { type: 'json' }
import askEn from './messages/ask.en.json' with { type: 'json' }
import askNb from './messages/ask.nb.json' with { type: 'json' }
import askNn from './messages/ask.nn.json' with { type: 'json' }
import askUk from './messages/ask.uk.json' with { type: 'json' }
import en from './messages/en.json' with { type: 'json' }
import nb from './messages/nb.json' with { type: 'json' }
import nn from './messages/nn.json' with { type: 'json' }
import type { Belongs, Point, TalkKind } from './template.schema.ts'

type Named = Extract<keyof typeof nb, `${string}.heading`> extends `${infer N}.heading` ? N : never
type Question = keyof typeof askNb
export type TemplateLocale = 'nb' | 'nn' | 'en'
const texts = { nb, nn, en }
const questions = { nb: askNb, nn: askNn, en: askEn, uk: askUk, ar: askAr }

/** Where the answer to each of our points belongs. */
const places: Record<Named, Belongs> = {
  welcome: 'note', programme: 'note', languages: 'languages', education: 'education', learning: 'note', digital: 'note', work: 'work', skills: 'skills', papers: 'papers', wishes: 'wishes', family: 'family', frame: 'frame', consider: 'frame',
  legal: 'legal', goal: 'goal', readPlan: 'goal', duties: 'note', disagree: 'note', appeal: 'note', guidance: 'note', sendAlong: 'note', askThem: 'words', howIsIt: 'note', sinceLast: 'note', words: 'words', summary: 'note',
}
const kinds: Record<TalkKind, readonly Named[]> = {
  qualification_interview: ['welcome', 'programme', 'languages', 'education', 'work', 'skills', 'papers', 'wishes', 'family', 'frame', 'consider', 'legal', 'words', 'summary'],
  three_part: ['welcome', 'programme', 'languages', 'education', 'learning', 'digital', 'work', 'skills', 'papers', 'wishes', 'frame', 'consider', 'goal', 'words', 'summary'],
  guidance_preparation: ['guidance', 'sendAlong', 'work', 'education', 'wishes', 'goal', 'askThem', 'summary'],
  contract_meeting: ['readPlan', 'frame', 'duties', 'disagree', 'words', 'appeal', 'summary'],
  follow_up: ['sinceLast', 'howIsIt', 'wishes', 'frame', 'consider', 'goal', 'words', 'summary'],
}

const isQuestion = (name: string): name is Question => Object.hasOwn(askNb, name)
const ask = (locale: ServerLocale, name: string): string | null => (isQuestion(name) ? textsIn<Question>(questions, locale)(name) : null)

/** Our own points for one kind of talk, written in one language; what she is asked in all that we have. */
export const ourPoints = (kind: TalkKind, locale: TemplateLocale): Point[] => kinds[kind].map((name) => ({
  id: name, heading: texts[locale][`${name}.heading`], prompt: texts[locale][`${name}.prompt`], belongs: places[name],
  asked: { no: ask(locale === 'nn' ? 'nn' : 'nb', name), en: ask('en', name), uk: ask('uk', name), ar: ask('ar', name) },
}))

/** Points as the reader reads them: words that are still ours are ours in her language, and what the municipality wrote stays. */
export const inLocale = (kind: TalkKind, points: readonly Point[], locale: TemplateLocale): Point[] => points.map((point) => {
  const written = (['nb', 'nn', 'en'] as const).map((one) => ourPoints(kind, one).find(({ id }) => id === point.id))
  const isOurs = written.some((one) => one !== undefined && one.heading === point.heading && one.prompt === point.prompt)
  const shown = isOurs ? ourPoints(kind, locale).find(({ id }) => id === point.id) : undefined
  return shown === undefined ? point : { ...point, heading: shown.heading, prompt: shown.prompt }
})
