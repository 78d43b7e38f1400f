import type { PlainDate } from '#shared/date.ts'
import type { Activity, EndReason } from '../exit.schema.ts'
import type { HandOver, HandOverContent } from '../hand-over.schema.ts'
import type { ExitPaper } from './paper.schema.ts'
import { wordsIn } from './words.ts'

type Locale = ExitPaper['locale']

export type CertificateFacts = {
  person: string; birthDate: PlainDate | null; municipality: string; madeOn: PlainDate
  startsOn: PlainDate; endedOn: PlainDate; finalGoal: string; endReason: EndReason; endActivity: Activity | null
  /** What she has taken part in, with hours where they were registered. */
  elements: readonly { kind: string; title: string | null; hours: number | null }[]
  norwegian: readonly { skill: string; level: string }[]
}

const brokenOff: readonly EndReason[] = ['stopped', 'withdrew', 'moved', 'left_norway', 'died', 'other']

/** The certificate of a completed or broken-off programme (IL § 18 a). Why it was broken off is not on it. */
export function writeCertificate(facts: CertificateFacts, locale: Locale): ExitPaper {
  const { t, day } = wordsIn(locale)
  const isCompleted = !brokenOff.includes(facts.endReason)
  const elements = facts.elements.map(({ kind, title, hours }) => [title ?? t(`element.${kind}`), hours !== null && hours > 0 && t('paper.hours', { hours })].filter(Boolean).join(', '))
  return {
    locale, title: t('certificate.title'), person: facts.person, municipality: facts.municipality, madeOn: facts.madeOn, keywords: [t('certificate.title')],
    lead: [t(isCompleted ? 'certificate.completed' : 'certificate.brokenOff', { from: day(facts.startsOn), to: day(facts.endedOn) })],
    facts: [
      ...(facts.birthDate === null ? [] : [{ label: t('note.birthDate'), value: day(facts.birthDate) }]),
      { label: t('fact.finalGoal'), value: t(`goal.${facts.finalGoal}`) },
      ...(facts.endActivity === null || !isCompleted ? [] : [{ label: t('fact.endActivity'), value: t(`activity.${facts.endActivity}`) }]),
    ],
    parts: [
      ...(elements.length === 0 ? [] : [{ label: t('certificate.elements'), lines: elements }]),
      ...(facts.norwegian.length === 0 ? [] : [{ label: t('certificate.norwegian'), lines: facts.norwegian.map(({ skill, level }) => `${t(`skill.${skill}`)}: ${level}`) }]),
      { label: t('certificate.basisLabel'), lines: [t('certificate.basis')] },
    ],
    signature: t('certificate.signature', { municipality: facts.municipality, day: day(facts.madeOn) }),
  }
}

function knownLines(content: HandOverContent, locale: Locale): { label: string; lines: string[] }[] {
  const { t, day } = wordsIn(locale)
  const parts: [string, string[]][] = [
    ['note.languages', content.languages.map(({ language, skill, level }) => `${language}, ${t(`skill.${skill}`)}: ${level === 'native' ? t('note.native') : level}`)],
    ['note.education', content.education.map(({ level, field, country, toYear, isCompleted }) => [t('note.level', { level }), field, country, toYear, t(isCompleted ? 'note.completed' : 'note.notCompleted')].filter(Boolean).join(', '))],
    ['note.work', content.work.map(({ title, employer, country, fromYear, toYear }) => [title, employer, country, [fromYear, toYear].filter(Boolean).join('–')].filter(Boolean).join(', '))],
    ['note.placements', content.placements.map(({ employer, fromDate, toDate, outcome }) => [employer, [fromDate, toDate].map((one) => one && day(one)).filter(Boolean).join('–'), outcome && t(`outcome.${outcome}`)].filter(Boolean).join(', '))],
    ['note.certificates', content.certificates], ['note.skills', content.skills.map(({ name }) => name)], ['note.wishes', content.wishes],
  ]
  return parts.flatMap(([key, lines]) => (lines.length === 0 ? [] : [{ label: t(key), lines }]))
}

/** The hand-over note on paper, for a receiver without an account here. */
export function writeHandOverPaper(handOver: HandOver, municipality: string, locale: Locale): ExitPaper {
  const { t, day } = wordsIn(locale)
  const { content } = handOver
  const programme = content.programme === null ? [] : [{ label: t('note.programme'), value: t('note.programmeText', { from: day(content.programme.startsOn), to: day(content.programme.endedOn ?? content.programme.lastDay ?? content.programme.startsOn), goal: t(`goal.${content.programme.finalGoal}`) }) }]
  return {
    locale, title: t('handOver.paperTitle'), person: content.name, municipality, madeOn: handOver.writtenOn, keywords: [t('handOver.paperTitle')], lead: [t(`basis.${handOver.legalBasis}.help`)],
    facts: [{ label: t('handOver.receiver'), value: `${t(`receiver.${handOver.receiver}`)}, ${handOver.receiverUnit}` }, ...(content.birthDate === null ? [] : [{ label: t('note.birthDate'), value: day(content.birthDate) }]),
      ...(content.interpreterLanguage === null ? [] : [{ label: t('note.interpreter'), value: content.interpreterLanguage }]), ...programme],
    parts: [
      { label: t('handOver.ambitions'), lines: [handOver.ambitions] }, { label: t('handOver.needs'), lines: [handOver.needs] }, { label: t('handOver.recommendation'), lines: [handOver.recommendation] },
      ...(handOver.personComment ? [{ label: t('handOver.comment'), lines: [handOver.personComment] }] : []), ...knownLines(content, locale),
    ],
    signature: '',
  }
}

