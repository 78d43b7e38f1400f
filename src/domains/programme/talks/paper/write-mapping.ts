import { dayText } from '#platform/texts.ts'
import type { PlainDate } from '#shared/date.ts'
import type { MappingContent } from '../guidance/guidance.schema.ts'
import { writeParts } from '../guidance/load-mapping.ts'
import type { TalkPaper } from './paper.schema.ts'
import { inBoth } from './words.ts'

type Facts = { content: MappingContent; number: number; madeOn: PlainDate; informedOn: PlainDate | null; receiver: string | null; adviser: { name: string; email: string } | null; municipality: string }

/** The mapping for career guidance: what is known, what is left out, by which law it is sent, and that she was told. */
export function writeMappingPaper({ content, number, madeOn, informedOn, receiver, adviser, municipality }: Facts, norwegian: 'nb' | 'nn'): TalkPaper {
  const { both, no, same } = inBoth(norwegian, norwegian)
  const fact = (key: Parameters<typeof both>[0], value: string | null) => (value === null || value === '' ? [] : [{ label: both(key), value }])
  const part = { question: null, hint: '', known: [], quote: false, room: 0 }
  const contact = [content.phone, content.email].filter(Boolean).join(', ')
  return {
    locale: norwegian, norwegian, dir: 'ltr', beside: false, title: both('mapping.title'), person: content.name, municipality, madeOn, keywords: [no('mapping.title'), no('mapping.number', { number })], lead: [both('mapping.lead')], knownLabel: both('known'),
    facts: [...fact('mapping.receiver', receiver), ...fact('mapping.birthDate', content.birthDate === null ? null : dayText(norwegian, content.birthDate)), ...fact('mapping.contact', contact), ...fact('mapping.adviser', adviser === null ? null : `${adviser.name}, ${adviser.email}`),
      ...fact('mapping.version', no('mapping.numberOn', { number, day: dayText(norwegian, madeOn) })), ...fact('mapping.told', informedOn === null ? no('mapping.notTold') : dayText(norwegian, informedOn))],
    parts: [
      ...writeParts(content, norwegian).map(({ part: name, lines }) => ({ ...part, quote: name === 'words', label: both(`part.${name}`), lines: lines.map(({ text, on, how }) => { const from = [how, on !== null && dayText(norwegian, on)].filter(Boolean).join(', '); return from === '' ? text : `${text} (${from})` }) })),
      { ...part, label: both('mapping.leftOutLabel'), lines: [content.leftOut.map((one) => no(`leftOut.${one}`)).join(', ')] },
      { ...part, label: both('mapping.basisLabel'), lines: [no('mapping.basis'), no('mapping.answer')] },
    ],
    foot: [same(no('mapping.foot')).no],
  }
}
