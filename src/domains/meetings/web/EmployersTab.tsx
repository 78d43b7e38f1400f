import { useState } from 'react'
import { useApi, useCommand, type Input, type Output } from '#web/api.ts'
import { Form, type FormTools } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button } from '#web/ui/Button.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveEmployerInput } from '../meeting.schema.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { RemoveButton } from './RemoveButton.tsx'
import { ReplyChoice } from './ReplyChoice.tsx'
import { showsDay, type Day, type Employer } from './words.ts'

type Values = Input<'meetings.saveEmployer'>

type Known = Output<'meetings.listEmployerChoices'>['employers'][number]
/** What the register knows of the chosen one, into its fields. */
function fillIn(found: Known | undefined, set: FormTools<Values>['set']): void {
  set('employerId', found?.id ?? null)
  set('openingIds', found?.openings.map((one) => one.id) ?? [])
  if (!found) return
  set('name', found.name)
  set('contactName', found.contactName)
  set('contactEmail', found.contactEmail)
  set('contactPhone', found.contactPhone)
  set('offers', found.openings.map((one) => one.title).join(', ') || null)
}

/** An employer at the day: from the register with all that is known of it, or by name. */
function EmployerDialog({ day, employer, onClose }: { day: Day; employer?: Employer; onClose: () => void }) {
  const t = useText('meetings')
  const choices = useApi('meetings.listEmployerChoices', { dayId: day.id })
  const [id] = useState(employer?.id ?? newId())
  const save = useCommand('meetings.saveEmployer', { refreshes: showsDay, success: t('employer.saved'), onDone: onClose })
  const initial: Partial<Values> = employer ? { ...employer, dayId: day.id, openingIds: employer.openings.map((one) => one.id) } : { id, dayId: day.id, tables: 1, roomId: day.rooms[0]?.id ?? null, openingIds: [] }
  const known = choices.data?.employers ?? []
  return (
    <Dialog open onClose={onClose} title={t(employer ? 'employer.edit' : 'employer.add')} wide>
      <Form schema={SaveEmployerInput} initial={initial} submit={t('form.save')} onSubmit={(values) => save.run(values)} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
        {({ field, values, set }) => {
          const openings = [...(known.find((one) => one.id === values.employerId)?.openings ?? []), ...(employer?.openings ?? [])]
          return <>
            {!employer && <Combobox {...field('employerId', t('employer.register'))} description={t('employer.registerHelp')} options={known.map((one) => ({ value: one.id, label: one.name, description: one.place ?? undefined }))} onChange={(chosen) => fillIn(known.find((one) => one.id === chosen), set)} />}
            <TextField {...field('name', t('employer.name'))} />
            <TextArea {...field('offers', t('employer.offers'))} description={t('employer.offersHelp')} />
            {openings.length > 0 && <MultiCombobox {...field('openingIds', t('employer.openings'))} options={openings.map((one) => ({ value: one.id, label: one.title }))} onChange={(next) => set('openingIds', next ?? [])} />}
            <div className="form__row"><TextField {...field('contactName', t('employer.contactName'))} /><TextField {...field('contactEmail', t('employer.contactEmail'))} type="email" /><TextField {...field('contactPhone', t('employer.contactPhone'))} type="tel" /></div>
            <div className="form__row"><NumberField {...field('tables', t('employer.tables'))} /><Select {...field('roomId', t('employer.room'))} empty={t('employer.noRoom')} options={day.rooms.map((one) => ({ value: one.id, label: one.name }))} onChange={(next) => set('roomId', next ?? null)} /><NumberField {...field('most', t('employer.most'))} /></div>
            <div className="form__row"><TextField {...field('from', t('field.from'))} width="short" description={t('field.timeHelp')} /><TextField {...field('to', t('field.to'))} width="short" /></div>
            <TextArea {...field('notes', t('employer.notes'))} description={t('employer.notesHelp')} />
          </>
        }}
      </Form>
    </Dialog>
  )
}

function EmployerItem({ day, employer, may }: { day: Day; employer: Employer; may: boolean }) {
  const t = useText('meetings')
  const [open, setOpen] = useState<'edit' | 'link'>()
  const remove = useCommand('meetings.removeEmployer', { refreshes: showsDay, success: t('employer.removed') })
  const room = day.rooms.find(({ id }) => id === employer.roomId)
  const when = employer.from || employer.to ? `${employer.from ?? ''}–${employer.to ?? ''}` : undefined
  return (
    <li className="meeting-item">
      <div className="meeting-item__what"><strong>{employer.name}</strong><p>{[t('employer.tablesCount', { count: employer.tables }), room?.name, when, employer.contactName, employer.contactEmail === null && employer.reply === 'invited' && t('guest.tellByHand')].filter(Boolean).join(' · ')}</p>
        {employer.offers && <p>{employer.offers}</p>}{employer.replyNote && <p className="quiet">{employer.replyNote}</p>}</div>
      <ReplyChoice dayId={day.id} who="employer" id={employer.id} reply={employer.reply} name={employer.name} may={may} />
      {may && <div className="cluster"><Button kind="quiet" icon="edit" onClick={() => setOpen('edit')}>{t('action.edit')}<span className="ds-sr-only"> {employer.name}</span></Button><Button kind="quiet" icon="link" onClick={() => setOpen('link')}>{t('action.link')}<span className="ds-sr-only"> {employer.name}</span></Button>
        {employer.reply === 'not_asked' && <RemoveButton name={employer.name} consequence={t('remove.employer')} pending={remove.pending} refusals={remove.refusals} onRemove={() => { void remove.run({ dayId: day.id, id: employer.id }) }} />}</div>}
      {open === 'edit' && <EmployerDialog day={day} employer={employer} onClose={() => setOpen(undefined)} />}
      {open === 'link' && <LinkDialog dayId={day.id} employerId={employer.id} title={employer.name} onClose={() => setOpen(undefined)} />}
    </li>
  )
}

/** The employers of a day, what they look for and whether they come. */
export function EmployersTab({ day, may }: { day: Day; may: boolean }) {
  const t = useText('meetings')
  const [adding, setAdding] = useState(false)
  const add = may && <Button icon="plus" onClick={() => setAdding(true)}>{t('employer.add')}</Button>
  return (
    <Section title={t('tab.employers')} count={day.employers.length} actions={add}>
      {day.employers.length === 0 ? <EmptyState title={t('employer.empty')}>{t('employer.emptyHelp')}</EmptyState> : <ul className="meeting-items">{day.employers.map((one) => <EmployerItem key={one.id} day={day} employer={one} may={may} />)}</ul>}
      {adding && <EmployerDialog day={day} onClose={() => setAdding(false)} />}
    </Section>
  )
}
