import { useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { useNames } from '#web/names.ts'
import type { Tone } from '#web/ui/Tag.tsx'
import type { Case, CaseState, Result, Standing } from '../recognition.schema.ts'

export const stateTones: Record<CaseState, Tone> = { gathering: 'warning', ready: 'accent', waiting: 'info', asked: 'warning', answered: 'neutral', complaint: 'info', withdrawn: 'neutral' }
export const resultTones: Record<Result, Tone> = { full: 'success', part: 'warning', refused: 'danger' }

/** Everything that shows a case, fetched again after each change. */
export const showsRecognition = ['competence.getRecognitions', 'competence.listRecognitions', 'competence.getCompetence', 'competence.getProof'] as const

type Waited = Pick<Standing, 'daysWaited' | 'expectedOn' | 'state'>
/** Short lines about an education and about waiting. */
export function useCaseWords() {
  const t = useText('recognition')
  const { formatDate } = useFormat()
  const { countryName } = useNames()
  const { today } = useMe()
  const waitingParts = ({ daysWaited, expectedOn, state }: Waited): string[] => {
    if (daysWaited === null) return [t('waiting.notSent')]
    const waited = t(state === 'answered' || state === 'complaint' ? 'waiting.took' : 'waiting.days', { days: daysWaited })
    if (state !== 'waiting' && state !== 'asked') return [waited]
    return [waited, expectedOn === null ? t('waiting.notEntered') : t(expectedOn < today ? 'waiting.wasExpected' : 'waiting.expected', { date: formatDate(expectedOn) })]
  }
  return {
    educationName: ({ level, field, country, toYear }: Case['education']): string => [field ?? t('education.level', { level }), country && countryName(country), toYear].filter(Boolean).join(', '),
    /** How long it has waited, and when an answer is expected where it waits. */
    waitingParts,
    waitingText: (standing: Waited): string => waitingParts(standing).join(' · '),
  }
}
