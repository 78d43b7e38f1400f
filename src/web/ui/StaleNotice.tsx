import type { Refusal } from '#shared/decision.ts'
import { useText } from '../i18n.tsx'
import { isolate } from '../texts.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

type Props = { refusal: Refusal; /** Names of fields, comma-separated in `params.fields`, as people know them. */ fieldLabel?: (field: string) => string | undefined; onReload: () => void }

/** Somebody else was first: who, what they changed, and a way to see it. What was typed here is kept until then. */
export function StaleNotice({ refusal, fieldLabel, onReload }: Props) {
  const t = useText('shell')
  const by = String(refusal.params?.by ?? '')
  const fields = String(refusal.params?.fields ?? '').split(',').map((field) => field.trim()).filter(Boolean)
  return (
    <Notice tone="warning" title={by === '' ? t('stale.title') : t('stale.titleBy', { by: isolate(by) })} action={<Button onClick={onReload}>{t('stale.reload')}</Button>}>
      {fields.length > 0 && <p>{t('stale.fields', { fields: fields.map((field) => fieldLabel?.(field) ?? field).join(', ') })}</p>}
      <p>{t('stale.kept')}</p>
    </Notice>
  )
}
