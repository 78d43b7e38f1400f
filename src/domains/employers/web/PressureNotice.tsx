import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Pressure } from '../request.schema.ts'

/** Whether one more request is too much for the employer, and why. Shown before it is noted; it stops nobody. */
export function PressureNotice({ pressure }: { pressure: Pressure }) {
  const t = useText('employers')
  const textOf = useRefusalText()
  const { formatDate } = useFormat()
  if (!pressure.crosses) return null
  const written = pressure.reasons.map(({ code, params }) => textOf({ code, params: params?.day === undefined ? params : { ...params, day: formatDate(String(params.day)) } }))
  return (
    <Notice tone="warning" title={t('pressure.title')}>
      <ul>{written.map((reason) => <li key={reason}>{reason}</li>)}</ul>
      <p>{t('pressure.note')}</p>
    </Notice>
  )
}
