import { useRef, useState } from 'react'
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
  const shown = useRef<HTMLElement>(null)
  // over plain http there is no clipboard: the address is marked, to be copied by hand
  const mark = (): void => { if (shown.current) getSelection()?.selectAllChildren(shown.current) }
  const copy = (text: string): void => { if ('clipboard' in navigator) navigator.clipboard.writeText(text).then(() => setCopied(true), mark); else mark() }
  return (
    <Dialog open onClose={onClose} title={t('link.title', { name: title })} actions={address === undefined
      ? <Button kind="primary" icon="link" pending={make.pending} onClick={() => { void make.run({ dayId, guestId, employerId }) }}>{t('link.make')}</Button>
      : <><Button kind="primary" icon="link" onClick={() => copy(address)}>{t(copied ? 'link.copied' : 'link.copy')}</Button><a className="ds-button" data-variant="secondary" href={address} target="_blank" rel="noreferrer">{t('link.open')}</a></>}>
      <div className="stack">
      <ErrorSummary refusals={[...make.refusals, ...close.refusals]} />
      <p>{t('link.help')}</p>
      {address !== undefined && <p className="meeting-link"><code ref={shown}>{address}</code></p>}
      {address === undefined && <><p>{t('link.closeHelp')}</p><div><Button kind="secondary" pending={close.pending} onClick={() => { void close.run({ dayId, guestId, employerId }) }}>{t('link.close')}</Button></div></>}
      </div>
    </Dialog>
  )
}
