import { useText } from '../i18n.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** What the keys do. */
export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText('shell')
  const keys = [['/', t('keys.search')], ['?', t('keys.list')], ['Esc', t('keys.close')]] as const
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')}>
      <dl className="keys">{keys.map(([key, text]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div>)}</dl>
    </Dialog>
  )
}
