import { useRefusalText, useText } from '../i18n.tsx'
import { refusalsOf } from '../problem.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** Something could not be fetched: why, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText('shell')
  const textOf = useRefusalText()
  return (
    <Notice tone="danger" title={t('error.title')} action={onRetry && <Button onClick={onRetry}>{t('error.retry')}</Button>}>
      {refusalsOf(error).map((refusal) => <p key={refusal.code}>{textOf(refusal)}</p>)}
    </Notice>
  )
}
