import { useFormat, useText } from '#web/i18n.tsx'
import type { Share } from '../calibration.schema.ts'

/** Whole per cents, as people read them. */
export const percentOf = (share: number): number => Math.round(share * 100)

/** A share and its interval in words; a dash where nobody knows. */
export function useShareText(): { share: (one: Pick<Share, 'share'>) => string; interval: (one: Pick<Share, 'low' | 'high'>) => string } {
  const t = useText('calibration')
  const { formatNumber } = useFormat()
  const whole = (value: number): string => formatNumber(percentOf(value))
  return {
    share: ({ share }) => (share === null ? t('noAnswers') : t('percent', { percent: whole(share) })),
    interval: ({ low, high }) => (low === null || high === null ? '–' : t('interval', { low: whole(low), high: whole(high) })),
  }
}
