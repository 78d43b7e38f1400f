import { dayText, directionOf } from '#platform/texts.ts'
import type { PlainDate } from '#shared/date.ts'
import type { DocumentLocale } from '../../plan/plan-document.schema.ts'
import type { KnownPoint } from '../known/known.schema.ts'
import type { LoadedTalk } from '../load-talk.ts'
import type { Point } from '../template/template.schema.ts'
import type { Both, PaperPart, TalkPaper } from './paper.schema.ts'
import type { Write } from './words.ts'
import { inBoth } from './words.ts'

/** What a talk is set from; known facts are written in the Norwegian of the paper. */
export type TalkFacts = { talk: Pick<LoadedTalk, 'kind' | 'plannedOn' | 'plannedAt' | 'place' | 'takesPart' | 'others' | 'interpreterLanguage' | 'interpreterName' | 'heldOn' | 'points' | 'answers' | 'ownWords' | 'ownWordsLanguage' | 'disagreement' | 'steps'>; known: readonly KnownPoint[]; person: string; municipality: string; madeOn: PlainDate }

const NOTHING = { question: null, hint: '', known: [], lines: [], quote: false, room: 0 }

/** What she is asked, in her language where somebody wrote it there. */
const questionOf = ({ asked }: Point, locale: DocumentLocale): Both | null => (asked.no === null ? null : { no: asked.no, own: (locale === 'nb' || locale === 'nn' ? asked.no : asked[locale]) ?? asked.no })

function headFacts({ talk }: TalkFacts, { both, no }: Write, norwegian: 'nb' | 'nn'): TalkPaper['facts'] {
  const day = talk.heldOn ?? talk.plannedOn
  const when = [day !== null && dayText(norwegian, day), talk.heldOn === null && talk.plannedAt].filter(Boolean).join(', ')
  const who = [...talk.takesPart.map((part) => no(`part.${part}`)), talk.others].filter(Boolean).join(', ')
  const interpreter = [talk.interpreterLanguage, talk.interpreterName].filter(Boolean).join(', ')
  return ([['fact.when', when], ['fact.place', talk.place], ['fact.who', who], ['fact.interpreter', interpreter]] as const).flatMap(([key, value]) => (value ? [{ label: both(key), value }] : []))
}

const knownOf = (known: readonly KnownPoint[], { belongs }: Point, norwegian: 'nb' | 'nn'): string[] =>
  (known.find((one) => one.belongs === belongs)?.lines ?? []).map(({ text, on, how }) => { const from = [how, on !== null && dayText(norwegian, on)].filter(Boolean).join(', '); return from === '' ? text : `${text} (${from})` })

/** The sheet to talk and write on: what is known, what is asked in two languages, and room. */
const blankParts = ({ talk, known }: TalkFacts, write: Write, norwegian: 'nb' | 'nn', locale: DocumentLocale): PaperPart[] => [
  ...talk.points.map((point) => ({ ...NOTHING, label: write.same(point.heading), question: questionOf(point, locale), hint: point.prompt, known: knownOf(known, point, norwegian), room: known.some(({ belongs, need }) => belongs === point.belongs && need === 'known') ? 1 : 3 })),
  { ...NOTHING, label: write.both('section.steps'), room: 4 },
]

/** The minutes: what was said to each point, her own words apart, where they did not agree, and what was agreed. */
function minuteParts({ talk }: TalkFacts, write: Write, norwegian: 'nb' | 'nn'): PaperPart[] {
  const said = talk.points.flatMap((point) => {
    const answer = talk.answers.find(({ pointId }) => pointId === point.id)
    const lines = [answer?.standing ? write.no(`standing.${answer.standing}`) : null, answer?.note ?? null].flatMap((one) => one ?? [])
    return lines.length === 0 ? [] : [{ ...NOTHING, label: write.same(point.heading), lines }]
  })
  const steps = talk.steps.map(({ what, who, dueOn }) => [what, write.no(`owner.${who}`), dueOn !== null && write.no('dueOn', { day: dayText(norwegian, dueOn) })].filter(Boolean).join(' · '))
  return [
    ...said, ...(talk.ownWords === null ? [] : [{ ...NOTHING, label: write.both('section.words'), hint: talk.ownWordsLanguage ?? '', lines: [talk.ownWords], quote: true }]),
    ...(talk.disagreement === null ? [] : [{ ...NOTHING, label: write.both('section.disagreement'), lines: [talk.disagreement] }]),
    ...(steps.length === 0 ? [] : [{ ...NOTHING, label: write.both('section.steps'), lines: steps }]),
  ]
}

/** A talk on paper: before it as a sheet to write on, after it as minutes. */
export function writeTalk(facts: TalkFacts, what: 'blank' | 'minutes', norwegian: 'nb' | 'nn', locale: DocumentLocale): TalkPaper {
  const reader = locale === 'nb' || locale === 'nn' ? norwegian : locale
  const write = inBoth(norwegian, reader)
  const title = write.both(`kind.${facts.talk.kind}`)
  const heading = what === 'blank' ? title : { no: write.no('minutesOf', { kind: title.no }), own: write.both('minutesOf', { kind: title.own }).own }
  return {
    locale: reader, norwegian, dir: directionOf(reader), beside: reader !== norwegian, title: heading, person: facts.person, municipality: facts.municipality, madeOn: facts.madeOn, keywords: [title.no],
    lead: what === 'blank' ? [write.both('lead.blank')] : [], knownLabel: write.both('known'), facts: headFacts(facts, write, norwegian),
    parts: what === 'blank' ? blankParts(facts, write, norwegian, reader) : minuteParts(facts, write, norwegian), foot: what === 'blank' ? [write.no('never')] : [],
  }
}
