import type { PersonFacts } from './facts.schema.ts'
import type { KnownLine } from './known.schema.ts'
import type { KnownWords } from './words.ts'

type Written = Record<'languages' | 'education' | 'work' | 'skills' | 'papers' | 'wishes' | 'frame' | 'goal' | 'words', KnownLine[]>
const joined = (...parts: (string | null | undefined | false | 0)[]): string => parts.filter(Boolean).join(', ')
const years = (from: number | null, to: number | null): string => (from === null && to === null ? '' : from === to || from === null ? String(to) : `${from}–${to ?? ''}`)
const line = (text: string, on: KnownLine['on'] = null, how: string | null = null): KnownLine => ({ text, on, how })

/** One line for each language: its levels, from when the newest is, and how it is known. */
function languageLines({ languages, firstLanguage, interpreterLanguage }: PersonFacts, { t, language }: KnownWords): KnownLine[] {
  const codes = [...new Set(languages.map((one) => one.language))].toSorted((a, b) => Number(b === 'no') - Number(a === 'no') || a.localeCompare(b))
  const spoken = codes.map((code) => {
    const levels = languages.filter((one) => one.language === code)
    const newest = levels.toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? '')).at(-1)
    const text = levels.map(({ skill, level }) => `${t(`skill.${skill}`)} ${level === 'native' ? t('level.native') : level === 'A1-' ? t('level.below') : level}`).join(', ')
    return line(`${language(code)}: ${text}`, newest?.on ?? null, newest === undefined ? null : joined(t(`evidence.${newest.evidence}`), newest.source))
  })
  const first = joined(firstLanguage !== null && t('firstLanguage', { language: language(firstLanguage) }), interpreterLanguage !== null && t('interpreter', { language: language(interpreterLanguage) }))
  return first === '' ? spoken : [...spoken, line(first)]
}

const educationLines = ({ education }: PersonFacts, { t, country }: KnownWords): KnownLine[] => education.map((one) =>
  line(joined(t('nus', { level: String(one.level) }), one.field, one.country !== null && country(one.country), years(one.fromYear, one.toYear), t(one.isCompleted ? 'completed' : 'notCompleted')), null, t(`evidence.${one.evidence}`)))

const workLines = ({ work }: PersonFacts, { t, country }: KnownWords): KnownLine[] => work.map((one) =>
  line(joined(one.title, one.occupationName !== one.title && one.occupationName, one.employer, one.country !== null && country(one.country), years(one.fromYear, one.toYear), one.months !== null && t('months', { count: one.months })), null, t(`evidence.${one.evidence}`)))

const paperLines = ({ certificates, education }: PersonFacts, { t, day }: KnownWords): KnownLine[] => [
  ...certificates.map((one) => line(joined(one.kind === 'driving_licence' ? t('licence', { name: one.name }) : one.name, one.validUntil !== null && t('validUntil', { date: day(one.validUntil) })), null, t(`evidence.${one.evidence}`))),
  ...education.filter(({ recognition }) => recognition !== 'none').map((one) => line(joined(one.field ?? t('nus', { level: String(one.level) }), t(`recognition.${one.recognition}`))))]

/** What the days allow for work and school; not whom she cares for, and not what her body cannot. */
function frameLines({ frame }: PersonFacts, { t }: KnownWords): KnownLine[] {
  if (frame === null) return []
  const clock = frame.earliest !== null || frame.latest !== null ? t('clock', { from: frame.earliest?.slice(0, 5) ?? '…', to: frame.latest?.slice(0, 5) ?? '…' }) : null
  const text = joined(frame.hoursPerWeek !== null && t('hours', { hours: frame.hoursPerWeek }), frame.weekdays.map((one) => t('weekday', { day: String(one) })).join(' '), clock,
    frame.transport.map((one) => t(`transport.${one}`)).join(' / '), frame.travelMinutes !== null && t('travel', { minutes: frame.travelMinutes }))
  return text === '' ? [] : [line(text)]
}

function goalLines({ goal }: PersonFacts, { t }: KnownWords): KnownLine[] {
  if (goal === null) return []
  const { finalGoal, goalIs, occupationName, longTermGoals, on } = goal
  return [...(finalGoal === null ? [] : [line(joined(`${t(`goal.${finalGoal}`)} (${t(`goalIs.${goalIs}`)})`, occupationName), on)]), ...(longTermGoals === null ? [] : [line(longTermGoals, on)])]
}

/** Everything that is kept, in words, by where it belongs. */
export const writeFacts = (facts: PersonFacts, words: KnownWords): Written => ({
  languages: languageLines(facts, words), education: educationLines(facts, words), work: workLines(facts, words), papers: paperLines(facts, words), frame: frameLines(facts, words), goal: goalLines(facts, words),
  skills: facts.skills.map((one) => line(one.name, one.on, joined(words.t(`evidence.${one.evidence}`), one.seenBy))),
  wishes: facts.wishes.map((one) => line(joined(one.wording, one.occupationName !== one.wording && one.occupationName))),
  words: facts.words.map((one) => line(one.words, one.on, one.language)),
})
