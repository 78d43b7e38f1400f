import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'

/** A link to give by hand: made when it is asked for, shown once. */
export function LinkDialog({ dayId, guestId, employerId, title, onClose }: { dayId: string; guestId?: string; employerId?: string; title: string; onClose: () => void }) {
  const t = useText('meetings')
  const [address, setAddress] = useState<string>()
  const [copied, setCopied] = useState(false)
  const make = useCommand('meetings.makeLink', { onDone: ({ path }) => setAddress(new URL(path, location.origin).href) })
  const close = useCommand('meetings.closeLinks', { success: ({ closed }) => t('link.closed', { count: closed }), onDone: onClose })
  const copy = (text: string): void => { void navigator.clipboard.writeText(text).then(() => setCopied(true)) }
  return (
    <Dialog open onClose={onClose} title={t('link.title', { name: title })} actions={address === undefined
      ? <Button kind="primary" icon="link" pending={make.pending} onClick={() => { void make.run({ dayId, guestId, employerId }) }}>{t('link.make')}</Button>
      : <><Button kind="primary" icon="link" onClick={() => copy(address)}>{t(copied ? 'link.copied' : 'link.copy')}</Button><a className="ds-button" data-variant="secondary" href={address} target="_blank" rel="noreferrer">{t('link.open')}</a></>}>
      <ErrorSummary refusals={make.refusals} />
      <ErrorSummary refusals={close.refusals} />
      <p>{t('link.help')}</p>
      {address !== undefined && <p className="meeting-link"><code>{address}</code></p>}
      {address === undefined && <><p>{t('link.closeHelp')}</p><Button kind="secondary" pending={close.pending} onClick={() => { void close.run({ dayId, guestId, employerId }) }}>{t('link.close')}</Button></>}
    </Dialog>
  )
}
