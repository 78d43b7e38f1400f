import { useApi } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Section } from '#web/ui/Section.tsx'
import { OursElsewhere } from './OursElsewhere.tsx'

/** On a person's page, above the places: where in the region she is put forward. Nothing is drawn where she is not. */
export function PersonForwarded({ personId }: { personId: string }) {
  const t = useText('sharing')
  const { data } = useApi('matching.listPutForward', { personId })
  return !data || data.rows.length === 0 ? null : <Section plain title={t('ours.person')} count={data.rows.length}><OursElsewhere rows={data.rows} /></Section>
}
