import { Dialog as DsDialog, Heading } from '@digdir/designsystemet-react'
import { useId, type ReactNode } from 'react'
import { useText } from '../i18n.tsx'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; actions?: ReactNode; side?: 'start' | 'end' }

/** A panel at the side of the page: details of a row, or the menu on a narrow screen. */
export function Drawer({ open, onClose, title, children, actions, side = 'end' }: Props) {
  const t = useText('shell')
  const heading = useId()
  return (
    <DsDialog className={`drawer drawer--${side}`} open={open} onClose={onClose} closedby="any" closeButton={t('dialog.close')} aria-labelledby={heading}>
      {open && <>
        <DsDialog.Block><Heading id={heading} level={2} data-size="xs">{title}</Heading></DsDialog.Block>
        <DsDialog.Block className="drawer__body">{children}</DsDialog.Block>
        {actions && <DsDialog.Block className="dialog__actions">{actions}</DsDialog.Block>}
      </>}
    </DsDialog>
  )
}
