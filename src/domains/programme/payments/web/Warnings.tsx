import { useFormat, useText } from '#web/i18n.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { PaymentCalendar, Warning } from '../payments.schema.ts'

function useWords(): (warning: Warning) => { title: string; text: string } {
  const t = useText('payments')
  const { formatDate } = useFormat()
  const long = (day: string): string => formatDate(day, 'long')
  return ({ kind, from, to, days, meanwhile }) => {
    const kinds = meanwhile.map((one) => t(`kind.${one}`).toLocaleLowerCase()).join(', ')
    const only = t('warning.gapHelpWith', { kinds })
    if (to === null || days === null) return { title: t('warning.gapOpen', { from: long(from) }), text: meanwhile.length === 0 ? t('warning.gapOpenHelp') : `${t('warning.gapOpenHelp')} ${only}` }
    const params = { days, from: long(from), to: long(to) }
    if (kind === 'overlap') return { title: t('warning.overlap', params), text: t('warning.overlapHelp') }
    return meanwhile.length === 0 ? { title: t('warning.gap', params), text: t('warning.gapHelp') } : { title: t('warning.gapWith', params), text: only }
  }
}

/** Where start-up support and the benefit do not meet, with the days: what the calendar is for. */
export function Warnings({ calendar: { warnings, firstBenefit } }: { calendar: PaymentCalendar }) {
  const t = useText('payments')
  const { formatDate } = useFormat()
  const words = useWords()
  const first = firstBenefit && t(firstBenefit.isPartOfMonth ? 'first.part' : 'first.whole', { starts: formatDate(firstBenefit.startsOn, 'long'), day: formatDate(firstBenefit.payOn, 'long') })
  return warnings.map((one) => {
    const { title, text } = words(one)
    return <Notice key={one.kind} tone="warning" title={title}><p>{text} {first}</p></Notice>
  })
}
