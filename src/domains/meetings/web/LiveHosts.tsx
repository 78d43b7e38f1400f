import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { useKeepFocus } from './keep-focus.ts'
import { LateDialog } from './LateDialog.tsx'
import { showsDay, type Change, type Day, type Employer } from './words.ts'

type Props<T> = { day: Day; one: T; onChange: (change: Change) => void }

function EmployerRow({ day, one, onChange }: Props<Employer>) {
  const t = useText('meetings')
  const [late, setLate] = useState(false)
  const mark = useCommand('meetings.markEmployer', { refreshes: showsDay, onDone: onChange })
  const how = one.leftAt !== null ? (one.cameAt === null ? 'no_show' : 'left') : one.cameAt !== null ? 'came' : one.lateUntil !== null ? 'late' : 'expected'
  const { row, pressed } = useKeepFocus(how)
  const as = (state: 'came' | 'left' | 'no_show') => () => { pressed(); void mark.run({ dayId: day.id, id: one.id, as: state }) }
  const name = <span className="ds-sr-only"> {one.name}</span>
  return (
    <li className="meeting-live" ref={row} tabIndex={-1}>
      <div className="meeting-live__what"><strong>{one.name}</strong> <Tag tone={how === 'came' ? 'success' : how === 'late' ? 'warning' : how === 'no_show' ? 'danger' : 'neutral'}>{t(`at.${how}`)}{how === 'late' ? ` ${one.lateUntil}` : ''}</Tag></div>
      <div className="meeting-live__do">
        {how !== 'came' && <Button icon="check" pending={mark.pending} onClick={as('came')}>{t('mark.came')}{name}</Button>}
        {how === 'expected' && <Button kind="quiet" onClick={() => setLate(true)}>{t('mark.late')}{name}</Button>}
        {(how === 'expected' || how === 'late') && <Button kind="quiet" pending={mark.pending} onClick={as('no_show')}>{t('mark.no_show')}{name}</Button>}
        {how === 'came' && <Button kind="quiet" pending={mark.pending} onClick={as('left')}>{t('mark.left')}{name}</Button>}
      </div>
      {late && <LateDialog title={t('late.title', { name: one.name })} pending={mark.pending} refusals={mark.refusals} onClose={() => setLate(false)} onLate={(until) => { void mark.run({ dayId: day.id, id: one.id, as: 'late', until }).then((done) => { if (done) setLate(false) }) }} />}
    </li>
  )
}

function InterpreterRow({ day, one, onChange }: Props<Day['interpreters'][number]>) {
  const t = useText('meetings')
  const mark = useCommand('meetings.markInterpreter', { refreshes: showsDay, onDone: onChange })
  const gone = one.leftAt !== null
  return (
    <li className="meeting-live">
      <div className="meeting-live__what"><strong><bdi>{one.name}</bdi></strong>{gone && <> <Tag tone="danger">{t('at.left')}</Tag></>}</div>
      <div className="meeting-live__do"><Button kind="quiet" pending={mark.pending} onClick={() => { void mark.run({ dayId: day.id, id: one.id, as: gone ? 'expected' : 'left' }) }}>{t(gone ? 'mark.back' : 'mark.interpreterGone')}<span className="ds-sr-only"> {one.name}</span></Button></div>
    </li>
  )
}

/** Employers and interpreters on the day: here, late, gone. */
export function LiveHosts({ day, onChange }: { day: Day; onChange: (change: Change) => void }) {
  const t = useText('meetings')
  return (
    <>
      <Section title={t('tab.employers')} count={day.employers.length}><ul className="meeting-items">{day.employers.filter(({ reply }) => reply !== 'no').map((one) => <EmployerRow key={one.id} day={day} one={one} onChange={onChange} />)}</ul></Section>
      {day.interpreters.length > 0 && <Section title={t('interpreter.title')} count={day.interpreters.length}><ul className="meeting-items">{day.interpreters.map((one) => <InterpreterRow key={one.id} day={day} one={one} onChange={onChange} />)}</ul></Section>}
    </>
  )
}
