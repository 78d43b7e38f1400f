import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import type { Competence } from '../competence.schema.ts'
import type { Entry } from './EntryList.tsx'

const some = (...parts: (string | null | undefined | false)[]): string[] => parts.filter((part): part is string => typeof part === 'string' && part !== '')

/** Every kind of entry but languages, as lines to show. */
export function useEntries({ work, education, skills, certificates, wishes }: Competence): Record<'work' | 'education' | 'skill' | 'certificate' | 'wish', Entry[]> {
  const t = useText('competence')
  const { formatDate } = useFormat()
  const { countryName } = useNames()
  const years = (from: number | null, to: number | null): string | null => (from === null ? (to === null ? null : String(to)) : `${from}–${to ?? ''}`)
  return {
    work: work.map((one) => ({ id: one.id, title: one.title, evidence: one.evidence, value: one,
      facts: some(one.escoName !== one.title && one.escoName, one.occupationName && `${one.occupationCode} ${one.occupationName}`, one.employerName, one.country && countryName(one.country), years(one.fromYear, one.toYear), one.months !== null && t('months', { count: one.months })) })),
    education: education.map((one) => ({ id: one.id, title: some(t('nus', { level: String(one.level) }), one.field).join(', '), evidence: one.evidence, value: one,
      facts: some(one.country && countryName(one.country), years(one.fromYear, one.toYear), t(one.isCompleted ? 'completed' : 'notCompleted'), one.recognition !== 'none' && t(`recognition.${one.recognition}`)) })),
    skill: skills.map((one) => ({ id: one.id, title: one.name, evidence: one.evidence, value: one, fixed: one.agreementId !== null, answer: one.personAnswer,
      facts: some(one.knownOn && formatDate(one.knownOn), one.seenBy && t('seenBy', { who: one.seenBy })) })),
    certificate: certificates.map((one) => ({ id: one.id, title: one.kind === 'driving_licence' ? t('licence', { name: one.name }) : one.name, evidence: one.evidence, value: one,
      facts: some(t(`certificate.${one.kind}`), one.validUntil && t('validUntil', { date: formatDate(one.validUntil) })) })),
    wish: wishes.map((one) => ({ id: one.id, title: one.wording, value: one, facts: some(one.escoName !== one.wording && one.escoName, one.occupationName && `${one.occupationCode} ${one.occupationName}`) })),
  }
}
