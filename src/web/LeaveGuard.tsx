import { useBlocker } from '@tanstack/react-router'
import { useText } from './i18n.tsx'
import { Button } from './ui/Button.tsx'
import { Dialog } from './ui/Dialog.tsx'
import type { Unsaved } from './unsaved.ts'

/** Asks before one leaves a page where something is typed and not saved. */
export function LeaveGuard({ unsaved }: { unsaved: Unsaved }) {
  const t = useText('shell')
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.is() && current.pathname !== next.pathname,
    enableBeforeUnload: unsaved.is,
    withResolver: true,
  })
  const stay = (): void => blocker.reset?.()
  return (
    <Dialog open={blocker.status === 'blocked'} onClose={stay} title={t('leave.title')} actions={<>
      <Button kind="primary" onClick={stay}>{t('leave.stay')}</Button>
      <Button kind="quiet" onClick={() => blocker.proceed?.()}>{t('leave.go')}</Button>
    </>}>
      <p>{t('leave.text')}</p>
    </Dialog>
  )
}
