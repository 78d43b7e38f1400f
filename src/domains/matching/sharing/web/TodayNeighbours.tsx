import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { FromNeighbours } from './FromNeighbours.tsx'
import '../../web/matching.css'

/** On the day's page: neighbours' participants who wait for our answer. Nothing is drawn when there are none. */
export function TodayNeighbours() {
  const t = useText('sharing')
  const { data } = useApi('matching.listFromNeighbours', {})
  const waiting = data?.rows.filter(({ state }) => state === 'waiting') ?? []
  return waiting.length === 0 ? null : <Section title={t('today.title')} count={waiting.length}><FromNeighbours rows={waiting} /></Section>
}
