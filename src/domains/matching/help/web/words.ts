import type { Output } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import type { Change } from '../../market/change.schema.ts'

export type Helps = Output<'matching.whatHelps'>
export type ShutOut = Output<'matching.shutOuts'>['demands'][number]

/** A small change in words: what she gets, or what somebody asks about. */
export function useChangeText(): (change: Change) => string {
  const t = useText('help')
  const find = useFindText()
  const { languageName } = useNames()
  const { formatNumber } = useFormat()
  const word = (key: string): string => find(key, 'matching') ?? key
  return (change) => {
    switch (change.is) {
      case 'level': return t('change.level', { language: languageName(change.language), skill: word(`skill.${change.skill}`), to: change.to })
      case 'mapLevel': return t('change.mapLevel', { language: languageName(change.language), skill: word(`skill.${change.skill ?? 'any'}`) })
      case 'licence': return t(`change.licence.${change.how}`, { name: change.name })
      case 'certificate': return t(`change.certificate.${change.how}`, { name: change.name })
      case 'skill': return t('change.skill', { name: change.name })
      case 'mapWork': return t('change.mapWork', { name: change.name })
      case 'mapFrame': return t('change.mapFrame')
      case 'until': return t('change.until', { time: change.time })
      case 'from': return t('change.from', { time: change.time })
      case 'travel': return t('change.travel', { way: word(`transport.${change.way}`) })
      case 'hours': return t('change.hours', { hours: formatNumber(change.hours) })
    }
  }
}

/** A count where people are groups: those of fewer than five are not told. */
export function useFew(): (count: number | null) => string {
  const t = useText('help')
  const { formatNumber } = useFormat()
  return (count) => (count === null ? t('few') : formatNumber(count))
}
