import type { Refusal } from '#shared/decision.ts'
import { useText } from '../i18n.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'

type Props = {
  open: boolean
  onClose: () => void
  onConfirm: () => void
  title: string
  /** What will follow, one line each: shown before it is done, not after. */
  consequences: readonly string[]
  /** The act itself in words ("Slett planen"), never "OK". */
  confirm: string
  danger?: boolean
  pending?: boolean
  refusals?: readonly Refusal[]
}

/** Asks before something that cannot be undone, and says what it leads to. */
export function ConfirmDialog({ open, onClose, onConfirm, title, consequences, confirm, danger, pending, refusals = [] }: Props) {
  const t = useText('shell')
  return (
    <Dialog open={open} onClose={onClose} title={title} actions={<>
      <Button kind={danger ? 'danger' : 'primary'} pending={pending} onClick={onConfirm}>{confirm}</Button>
      <Button kind="quiet" onClick={onClose}>{t('dialog.cancel')}</Button>
    </>}>
      <ErrorSummary refusals={refusals} />
      <p>{t('confirm.consequences')}</p>
      <ul className="consequences">{consequences.map((line) => <li key={line}>{line}</li>)}</ul>
    </Dialog>
  )
}
