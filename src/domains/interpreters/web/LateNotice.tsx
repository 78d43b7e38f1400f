import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { LeadTime, Modality } from '../booking.schema.ts'

/** That it is asked for late: the earliest likely day, and what may be had by then. It may be ordered all the same. */
export function LateNotice({ lead, onChoose }: { lead: LeadTime; onChoose?: (modality: Modality) => void }) {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  return (
    <Notice tone="warning" title={t('late.title', { days: lead.days, date: formatDate(lead.earliest, 'day') })}
      action={onChoose && lead.instead.length > 0 && <span className="cluster">{lead.instead.map((one) => <Button key={one} onClick={() => onChoose(one)}>{t(`late.choose.${one === 'video' ? 'video' : 'phone'}`)}</Button>)}</span>}>
      <p>{lead.instead.length > 0 ? t('late.instead', { ways: lead.instead.map((one) => t(`modality.${one}`).toLocaleLowerCase()).join(', ') }) : t('late.none')} {t('late.may')}</p>
    </Notice>
  )
}
