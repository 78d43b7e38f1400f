import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import type { FollowUp } from '../follow-up.schema.ts'
import { AnswerDialog } from './ConcernDialog.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { MoveDialog } from './PlanDialog.tsx'
import { showsContacts } from './words.ts'

type Open = 'note' | 'move' | 'drop' | 'answer' | undefined

/** What may be done with one contact, as the server says: the likeliest as a button, the rest behind three dots. */
export function ContactActions({ contact, about }: { contact: FollowUp; /** Whose contact it is, for those who listen. */ about: string }) {
  const t = useText('follow-up')
  const [open, setOpen] = useState<Open>()
  const close = (): void => setOpen(undefined)
  const finish = useCommand('followUp.finishNextStep', { refreshes: showsContacts, success: t('step.done') })
  const drop = useCommand('followUp.dropContact', { refreshes: showsContacts, success: t('drop.done'), onDone: close })
  const may = (action: FollowUp['actions'][number]): boolean => contact.actions.includes(action)
  const more = (['move', 'drop'] as const).filter(may).map((action) => ({ key: action, label: t(`action.${action}`), danger: action === 'drop', onSelect: () => setOpen(action) }))
  return (
    <span className="cluster no-print">
      {may('note') && <Button kind="primary" icon="edit" onClick={() => setOpen('note')}>{t('action.note')}</Button>}
      {may('answer') && <Button kind="primary" icon="check" onClick={() => setOpen('answer')}>{t('action.answer')}</Button>}
      {may('finishNextStep') && <Button icon="check" pending={finish.pending} onClick={() => { void finish.run({ id: contact.id, version: contact.version }) }}>{t('action.finishNextStep')}</Button>}
      {more.length > 0 && <Menu label={about} groups={[{ items: more }]} />}
      {may('note') && <NoteDialog agreementId={contact.agreementId} planned={contact} open={open === 'note'} onClose={close} />}
      {may('move') && <MoveDialog contact={contact} open={open === 'move'} onClose={close} />}
      {may('answer') && <AnswerDialog concern={contact} open={open === 'answer'} onClose={close} />}
      <ConfirmDialog open={open === 'drop'} onClose={close} onConfirm={() => { void drop.run({ id: contact.id }) }} title={t('drop.title')} consequences={[t('drop.consequence')]}
        confirm={t('action.drop')} danger pending={drop.pending} refusals={drop.refusals} />
    </span>
  )
}
