import { useState } from 'react'
import type { Output } from '#web/api.ts'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import type { SharingAgreement } from '../sharing.schema.ts'
import { EndSharingInput, ProposeSharingInput } from '../sharing.schema.ts'
import { showsSharing } from './words.ts'

type Neighbours = Output<'matching.listSharing'>['neighbours']

/** Proposes to share with a neighbour; those of the same region stand first. */
export function ProposeDialog({ neighbours, onClose }: { neighbours: Neighbours; onClose: () => void }) {
  const t = useText('sharing')
  const [id] = useState(newId)
  const propose = useCommand('matching.proposeSharing', { refreshes: showsSharing, success: t('propose.done'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('propose.title')}>
      <p>{t('propose.help')}</p>
      <Form schema={ProposeSharingInput} initial={{ id }} submit={t('propose.save')} onSubmit={propose.run} refusals={propose.refusals} pending={propose.pending} onCancel={onClose}>
        {({ field }) => <>
          <Select {...field('neighbourId', t('propose.neighbour'))} options={neighbours.map(({ id: value, name }) => ({ value, label: name }))} />
          <TextArea {...field('note', t('propose.note'))} rows={3} />
        </>}
      </Form>
    </Dialog>
  )
}

/** Accepts, after reading what follows. */
export function AcceptDialog({ row, onClose }: { row: SharingAgreement; onClose: () => void }) {
  const t = useText('sharing')
  const accept = useCommand('matching.acceptSharing', { refreshes: showsSharing, success: t('accept.done'), onDone: onClose })
  return (
    <ConfirmDialog open onClose={onClose} title={t('accept.title', { municipality: row.otherName })} confirm={t('action.accept')} pending={accept.pending} refusals={accept.refusals}
      consequences={[t('accept.consequence.see'), t('accept.consequence.person'), t('accept.consequence.end')]} onConfirm={() => { void accept.run({ id: row.id, version: row.version }) }} />
  )
}

/** Ends it, declines it or takes the proposal back, with a reason the other reads. */
export function EndDialog({ row, title, onClose }: { row: SharingAgreement; title: string; onClose: () => void }) {
  const t = useText('sharing')
  const end = useCommand('matching.endSharing', { refreshes: showsSharing, success: t('end.done'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={title}>
      {row.state === 'in_force' && <Notice tone="warning">{t('end.consequence')}</Notice>}
      <Form schema={EndSharingInput} initial={{ id: row.id, version: row.version }} submit={title} onSubmit={end.run} refusals={end.refusals} pending={end.pending} onCancel={onClose} onReload={end.refresh}>
        {({ field }) => <TextArea {...field('reason', t('end.reason'))} optional={false} description={t('end.reasonHelp')} rows={3} />}
      </Form>
    </Dialog>
  )
}
