import { useCommand, type Input } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { CheckboxGroup } from '#web/ui/CheckboxGroup.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { RadioGroup } from '#web/ui/RadioGroup.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { expectedBy } from '../booking.core.ts'
import { InterpretedBy, Outcome, RecordInput } from '../booking.schema.ts'
import { groundsFor, needsGround } from '../record.core.ts'
import { showsBookings, type Booking } from './words.ts'

type Recorded = Input<'interpreters.recordMeeting'>

/** Why it was held without a qualified interpreter; of a child also who decided. */
function GroundFields({ field, values, booking }: Pick<FormTools<Recorded>, 'field' | 'values'> & { booking: Booking }) {
  const t = useText('interpreters')
  const by = values.interpretedBy
  if (!by || !needsGround(by, { kind: booking.kind, purpose: booking.purpose ?? 'other' })) return null
  return (
    <>
      <Notice tone="warning" title={t(by === 'child' ? 'child.title' : 'record.lawTitle')}><p>{t(by === 'child' ? 'child.text' : by === 'nobody' ? 'duty.text' : 'duty.qualified')}</p></Notice>
      <RadioGroup {...field('ground', t('record.ground'))} optional={false} options={groundsFor[by].map((value) => ({ value, label: t(`ground.${value}`) }))} />
      <TextArea {...field('groundNote', t('record.groundNote'))} description={t('record.noteHelp')} rows={2} />
      {by === 'child' && <Combobox {...field('decidedBy', t('record.decidedBy'))} optional={false} options={booking.colleagues.map(({ id, name }) => ({ value: id, label: name }))} />}
    </>
  )
}

/** What is kept of the answers: only what belongs to what was chosen. */
function kept(values: Recorded, booking: Booking): Recorded {
  const held = values.outcome === 'carried_out'
  const by = held ? values.interpretedBy ?? null : null
  const asks = by !== null && needsGround(by, { kind: booking.kind, purpose: booking.purpose ?? 'other' })
  return { ...values, interpretedBy: by, ground: asks ? values.ground : null, groundNote: asks ? values.groundNote : null, decidedBy: by === 'child' ? values.decidedBy : null, answered: held ? values.answered ?? [] : [] }
}

/** How the meeting went, and which questions were answered. */
export function RecordDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useText('interpreters')
  const record = useCommand('interpreters.recordMeeting', { refreshes: showsBookings, success: t('record.saved'), onDone: onClose })
  const open = booking.questions.filter(({ answeredOn }) => answeredOn === null)
  return (
    <Dialog open onClose={onClose} title={t('record.title')} wide>
      <Form schema={RecordInput} initial={{ id: booking.id, version: booking.version, outcome: 'carried_out', interpretedBy: expectedBy(booking), ground: null, groundNote: null, decidedBy: null, answered: [] }} submit={t('record.save')}
        onSubmit={(values) => record.run(kept(values, booking))} refusals={record.refusals} pending={record.pending} onCancel={onClose} onReload={() => { void record.refresh() }}>
        {({ field, values }) => <>
          <RadioGroup {...field('outcome', t('record.outcome'))} options={Outcome.options.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
          {values.outcome === 'carried_out' && <>
            <RadioGroup {...field('interpretedBy', t('record.by'))} optional={false} options={InterpretedBy.options.map((value) => ({ value, label: t(`by.${value}`) }))} />
            <GroundFields field={field} values={values} booking={booking} />
            {open.length > 0 && <CheckboxGroup {...field('answered', t('record.answered'))} description={t('record.answeredHelp')} options={open.map(({ id, body }) => ({ value: id, label: body }))} />}
          </>}
        </>}
      </Form>
    </Dialog>
  )
}
