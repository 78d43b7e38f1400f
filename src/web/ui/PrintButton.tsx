import { useText } from '../i18n.tsx'
import { Button } from './Button.tsx'

/** Prints the page without the frame around it. */
export function PrintButton() {
  const t = useText('shell')
  return <Button kind="quiet" icon="print" onClick={() => window.print()}>{t('print')}</Button>
}
