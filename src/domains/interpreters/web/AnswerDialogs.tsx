import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Category, ConfirmInput, NextStep, NotHadInput } from '../booking.schema.ts'
import { showsBookings, type Booking } from './words.ts'

type Props = { booking: Booking; onClose: () => void }

/** Who comes, as the service answered. */
export function AnswerDialog({ booking, onClose }: Props) {
  const t = useText('interpreters')
  const confirm = useCommand('interpreters.confirmInterpreter', { refreshes: showsBookings, success: t('confirm.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('confirm.title')}>
      <Form schema={ConfirmInput} initial={{ id: booking.id, version: booking.version, interpreterName: null, interpreterNumber: null, category: null }} submit={t('confirm.save')} onSubmit={confirm.run} refusals={confirm.refusals} pending={confirm.pending} onCancel={onClose} onReload={() => { void confirm.refresh() }}>
        {({ field }) => <>
          <TextField {...field('interpreterName', t('field.interpreterName'))} description={t('confirm.nameHelp')} />
          <TextField {...field('interpreterNumber', t('field.interpreterNumber'))} width="short" />
          <Select {...field('category', t('field.category'))} empty={t('category.unknown')} description={t('confirm.categoryHelp')} options={Category.options.map((value) => ({ value, label: t(`category.${value}`) }))} />
        </>}
      </Form>
    </Dialog>
  )
}

/** None could be had, and what is done about it. */
export function NotHadDialog({ booking, onClose }: Props) {
  const t = useText('interpreters')
  const note = useCommand('interpreters.noteNotHad', { refreshes: showsBookings, success: t('notHad.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t('notHad.title')}>
      <p>{t('duty.text')}</p>
      <Form schema={NotHadInput} initial={{ id: booking.id, version: booking.version }} submit={t('notHad.save')} onSubmit={note.run} refusals={note.refusals} pending={note.pending} onCancel={onClose} onReload={() => { void note.refresh() }}>
        {({ field }) => <RadioGroup {...field('nextStep', t('notHad.next'))} options={NextStep.options.map((value) => ({ value, label: t(`next.${value}`) }))} />}
      </Form>
    </Dialog>
  )
}
