import { Dialog as DsDialog, Heading } from '@digdir/designsystemet-react'
import { useId, type ReactNode } from 'react'
import { useText } from '../i18n.tsx'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; /** Buttons at the foot. */ actions?: ReactNode; wide?: boolean }

/** A question or a short form on top of the page. Its content lives only while it is open. */
export function Dialog({ open, onClose, title, children, actions, wide }: Props) {
  const t = useText('shell')
  const heading = useId()
  return (
    <DsDialog className={wide ? 'dialog dialog--wide' : 'dialog'} open={open} onClose={onClose} closeButton={t('dialog.close')} aria-labelledby={heading}>
      {open && <>
        <DsDialog.Block><Heading id={heading} level={2} data-size="xs">{title}</Heading></DsDialog.Block>
        <DsDialog.Block className="dialog__body">{children}</DsDialog.Block>
        {actions && <DsDialog.Block className="dialog__actions">{actions}</DsDialog.Block>}
      </>}
    </DsDialog>
  )
}
