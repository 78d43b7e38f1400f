import { useState } from 'react'
import type { Refusal } from '#shared/decision.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'

type Props = { name: string; consequence: string; pending: boolean; refusals: readonly Refusal[]; onRemove: () => void }

/** Takes something from a day, once it is said what goes with it. */
export function RemoveButton({ name, consequence, pending, refusals, onRemove }: Props) {
  const t = useText('meetings')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" icon="bin" iconOnly onClick={() => setOpen(true)}>{t('action.removeOf', { name })}</Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={t('remove.title', { name })} confirm={t('action.remove')} danger pending={pending} refusals={refusals} consequences={[consequence]} onConfirm={onRemove} />
    </>
  )
}
