import { useRefusalText, useText } from '#web/i18n.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import type { Warning } from '../opening.schema.ts'

/** Words that smell of an unlawful ground. It may be saved all the same. */
export function WarningNotice({ warnings }: { warnings: readonly Warning[] }) {
  const t = useText('opportunities')
  const textOf = useRefusalText()
  if (warnings.length === 0) return null
  return <Notice tone="warning" title={t('page.warnings')}>{warnings.map((warning) => <p key={`${warning.code} ${warning.path}`}>{textOf(warning)}</p>)}</Notice>
}
