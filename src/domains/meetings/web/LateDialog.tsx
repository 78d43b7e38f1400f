import { useState } from 'react'
import type { Refusal } from '#shared/decision.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Time } from '../meeting.schema.ts'

/** From when somebody who is late will be there. */
export function LateDialog({ title, pending, refusals, onClose, onLate }: { title: string; pending: boolean; refusals: readonly Refusal[]; onClose: () => void; onLate: (until: string) => void }) {
  const t = useText('meetings')
  const [until, setUntil] = useState<string>()
  const time = Time.safeParse(until)
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button kind="primary" pending={pending} disabled={!time.success} onClick={() => { if (time.success) onLate(time.data) }}>{t('late.note')}</Button>}>
      <ErrorSummary refusals={refusals} />
      <TextField id="late-until" label={t('late.until')} description={t('field.timeHelp')} width="short" value={until} onChange={setUntil} />
    </Dialog>
  )
}
