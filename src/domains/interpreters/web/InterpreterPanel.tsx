import { useState } from 'react'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { SaveUnwantedInput } from '../interpreters.schema.ts'
import { BookingItem } from './BookingList.tsx'
import { QuestionsSection } from './QuestionsSection.tsx'
import { showsBookings } from './words.ts'
import './interpreters.css'

type Known = Output<'interpreters.listForPerson'>

/** Interpreters she does not want: names, and nothing else is asked. */
function Unwanted({ known }: { known: Known }) {
  const t = useText('interpreters')
  const [id, setId] = useState(newId)
  const [adding, setAdding] = useState(false)
  const save = useCommand('interpreters.saveUnwanted', { refreshes: showsBookings, success: t('unwanted.saved'), onDone: () => { setId(newId()); setAdding(false) } })
  const remove = useCommand('interpreters.removeUnwanted', { refreshes: showsBookings, success: t('unwanted.removed') })
  return (
    <Section title={t('unwanted.title')} count={known.unwanted.length} description={t('unwanted.help')} actions={<Button icon="plus" onClick={() => setAdding(true)}>{t('unwanted.add')}</Button>}>
      {known.unwanted.length === 0 ? <p>{t('unwanted.none')}</p> : <ul className="unwanted">{known.unwanted.map((one) => (
        <li key={one.id}><bdi>{one.name}</bdi><Button kind="quiet" icon="close" iconOnly pending={remove.pending} onClick={() => { void remove.run({ id: one.id }) }}>{t('unwanted.remove', { name: one.name })}</Button></li>))}</ul>}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('unwanted.add')}>
        <Form key={id} schema={SaveUnwantedInput} initial={{ id, personId: known.personId }} submit={t('unwanted.save')} onSubmit={save.run} refusals={save.refusals} pending={save.pending} onCancel={() => setAdding(false)}>
          {({ field }) => <TextField {...field('name', t('field.interpreterName'))} />}
        </Form>
      </Dialog>
    </Section>
  )
}

/** On a participant's page: her coming meetings with an interpreter, the questions that wait, and whom she does not want. */
export function InterpreterPanel({ id }: { id: string }) {
  const t = useText('interpreters')
  const { languageName } = useNames()
  const book = <LinkButton icon="plus" to={`/interpreters/new?person=${id}`}>{t('action.book')}</LinkButton>
  return (
    <Loaded query={useApi('interpreters.listForPerson', { personId: id })} rows={5}>{(known) => (
      <div className="stack">
        <Section title={t('panel.coming')} count={known.coming.length} description={known.language ? t('panel.language', { language: languageName(known.language) }) : t('panel.noLanguage')} actions={known.coming.length > 0 && book}>
          {known.coming.length === 0 ? <EmptyState title={t('panel.none')} action={book}>{t('panel.noneHelp')}</EmptyState> : <ul className="bookings bookings--dated">{known.coming.map((row) => <BookingItem key={row.id} row={row} withDay ofPerson={id} />)}</ul>}
        </Section>
        <QuestionsSection personId={id} questions={known.questions} />
        <Unwanted known={known} />
        {known.past.length > 0 && <Section title={t('panel.past')} count={known.past.length}><ul className="bookings bookings--dated">{known.past.map((row) => <BookingItem key={row.id} row={row} withDay ofPerson={id} />)}</ul></Section>}
      </div>)}</Loaded>
  )
}
