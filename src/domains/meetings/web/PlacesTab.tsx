import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { Form } from '#web/form.tsx'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useNames } from '#web/names.ts'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { Picture, SaveInterpreterInput, SaveRoomInput } from '../meeting.schema.ts'
import { RemoveButton } from './RemoveButton.tsx'
import { RoomSign } from './RoomSign.tsx'
import { showsDay, type Day } from './words.ts'

type Room = Day['rooms'][number]
type Interpreter = Day['interpreters'][number]

function RoomDialog({ day, room, onClose }: { day: Day; room?: Room; onClose: () => void }) {
  const t = useText('meetings')
  const [id] = useState(room?.id ?? newId())
  const save = useCommand('meetings.saveRoom', { refreshes: showsDay, success: t('room.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t(room ? 'room.edit' : 'room.add')}>
      <Form schema={SaveRoomInput} initial={{ x: 0, y: 0, tables: null, ...room, id, dayId: day.id }} submit={t('form.save')} onSubmit={(values) => save.run(values)} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
        {({ field }) => <>
          <TextField {...field('name', t('room.name'))} />
          <Select {...field('picture', t('room.picture'))} description={t('room.pictureHelp')} options={Picture.options.map((value) => ({ value, label: t(`picture.${value}`) }))} />
          <NumberField {...field('tables', t('room.tables'))} description={t('room.tablesHelp')} />
          <div className="form__row"><NumberField {...field('x', t('room.x'))} unit={t('room.metres')} /><NumberField {...field('y', t('room.y'))} unit={t('room.metres')} /></div>
          <p className="quiet">{t('room.whereHelp')}</p>
        </>}
      </Form>
    </Dialog>
  )
}

function InterpreterDialog({ day, interpreter, onClose }: { day: Day; interpreter?: Interpreter; onClose: () => void }) {
  const t = useText('meetings')
  const { languages, languageName } = useNames()
  const [id] = useState(interpreter?.id ?? newId())
  const save = useCommand('meetings.saveInterpreter', { refreshes: showsDay, success: t('interpreter.saved'), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t(interpreter ? 'interpreter.edit' : 'interpreter.add')}>
      <Form schema={SaveInterpreterInput} initial={{ ...interpreter, id, dayId: day.id }} submit={t('form.save')} onSubmit={(values) => save.run(values)} refusals={save.refusals} pending={save.pending} onCancel={onClose}>
        {({ field }) => <>
          <TextField {...field('name', t('interpreter.name'))} description={t('interpreter.nameHelp')} />
          <MultiCombobox {...field('languages', t('interpreter.languages'))} options={languages} labelOf={languageName} />
          <div className="form__row"><TextField {...field('from', t('field.from'))} width="short" description={t('field.timeHelp')} /><TextField {...field('to', t('field.to'))} width="short" /></div>
        </>}
      </Form>
    </Dialog>
  )
}

function Rooms({ day, may }: { day: Day; may: boolean }) {
  const t = useText('meetings')
  const [open, setOpen] = useState<Room | 'new'>()
  const remove = useCommand('meetings.removeRoom', { refreshes: showsDay, success: t('room.removed') })
  return (
    <Section title={t('room.title')} count={day.rooms.length} description={t('room.help')} actions={may && <Button icon="plus" onClick={() => setOpen('new')}>{t('room.add')}</Button>}>
      {day.rooms.length === 0 ? <EmptyState title={t('room.empty')}>{t('room.emptyHelp')}</EmptyState> : <ul className="meeting-items">{day.rooms.map((room) => (
        <li key={room.id} className="meeting-item"><span className="meeting-number" aria-hidden="true"><RoomSign picture={room.picture} size={30} /></span><div className="meeting-item__what"><strong>{room.name}</strong><p>{[t(`picture.${room.picture}`), room.tables !== null && t('employer.tablesCount', { count: room.tables })].filter(Boolean).join(' · ')}</p></div>
          {may && <div className="cluster"><Button kind="quiet" icon="edit" onClick={() => setOpen(room)}>{t('action.edit')}<span className="ds-sr-only"> {room.name}</span></Button><RemoveButton name={room.name} consequence={t('remove.room')} pending={remove.pending} refusals={remove.refusals} onRemove={() => { void remove.run({ dayId: day.id, id: room.id }) }} /></div>}</li>))}</ul>}
      {open !== undefined && <RoomDialog day={day} room={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

/** Languages somebody wants an interpreter in, and nobody has. */
export function WantedLanguages({ day }: { day: Day }) {
  const t = useText('meetings')
  const { languageName } = useNames()
  const wanted = [...new Set(day.guests.flatMap(({ language, reply }) => (language === null || reply === 'no' ? [] : [language])))].filter((one) => !day.interpreters.some(({ languages }) => languages.includes(one)))
  return wanted.length === 0 ? null : <Notice tone="warning" title={t('interpreter.wanted', { languages: wanted.map(languageName).join(', ') })}><p>{t('interpreter.help')}</p></Notice>
}

function Interpreters({ day, may }: { day: Day; may: boolean }) {
  const t = useText('meetings')
  const { languageName } = useNames()
  const [open, setOpen] = useState<Interpreter | 'new'>()
  const remove = useCommand('meetings.removeInterpreter', { refreshes: showsDay, success: t('interpreter.removed') })
  return (
    <Section title={t('interpreter.title')} count={day.interpreters.length} description={t('interpreter.help')} actions={may && <Button icon="plus" onClick={() => setOpen('new')}>{t('interpreter.add')}</Button>}>
      <WantedLanguages day={day} />
      {day.interpreters.length === 0 ? <EmptyState title={t('interpreter.empty')}>{t('interpreter.emptyHelp')}</EmptyState> : <ul className="meeting-items">{day.interpreters.map((one) => (
        <li key={one.id} className="meeting-item"><div className="meeting-item__what"><strong><bdi>{one.name}</bdi></strong><p>{[one.languages.map(languageName).join(', '), (one.from ?? one.to) && `${one.from ?? ''}–${one.to ?? ''}`].filter(Boolean).join(' · ')}</p></div>
          {may && <div className="cluster"><Button kind="quiet" icon="edit" onClick={() => setOpen(one)}>{t('action.edit')}<span className="ds-sr-only"> {one.name}</span></Button><RemoveButton name={one.name} consequence={t('remove.interpreter')} pending={remove.pending} refusals={remove.refusals} onRemove={() => { void remove.run({ dayId: day.id, id: one.id }) }} /></div>}</li>))}</ul>}
      {open !== undefined && <InterpreterDialog day={day} interpreter={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

/** Rooms and interpreters: what the plan has to share out beside tables and time. */
export function PlacesTab({ day, may }: { day: Day; may: boolean }) {
  return <div className="stack"><Rooms day={day} may={may} /><Interpreters day={day} may={may} /></div>
}
