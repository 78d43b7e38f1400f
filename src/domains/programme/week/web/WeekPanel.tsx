import { useState } from 'react'
import { z } from 'zod'
import { PlainDate, addDays } from '#shared/date.ts'
import { fileAddress, useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { isolate } from '#web/texts.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { mondayOf } from '../slots.core.ts'
import { ActivityForm } from './ActivityForm.tsx'
import { FamilyTimesDialog } from './FamilyTimes.tsx'
import { HoursSection } from './HoursSection.tsx'
import { WeekGrid } from './WeekGrid.tsx'
import { useKind } from './words.ts'
import './week.css'

type Week = Output<'programme.getWeek'>
const Shown = z.object({ week: PlainDate.optional() })

/** Every clash in words, before the drawing: nobody has to find them by colour. */
function Clashes({ week }: { week: Week }) {
  const t = useText('week')
  const kindText = useKind()
  const { formatDate } = useFormat()
  if (week.clashes.length === 0) return null
  const titleOf = (key: string): string => { const slot = week.slots.find((one) => one.key === key); return slot ? slot.title ?? kindText(slot.kind) : '' }
  return (
    <Notice tone="warning" title={t('clash.title', { count: week.clashes.length })}>
      <ul>{week.clashes.map(({ first, second, onDay, from, to }) => <li key={`${first}${second}`}>{t('clash.line', { day: formatDate(onDay, 'day'), from, to, first: titleOf(first), second: titleOf(second) })}</li>)}</ul>
    </Notice>
  )
}

function WeekView({ week, day, onDay }: { week: Week; day: PlainDate; onDay: (day: PlainDate | undefined) => void }) {
  const t = useText('week')
  const { formatDate } = useFormat()
  const { today } = useMe()
  const [open, setOpen] = useState<'own' | 'family'>()
  const [fresh, setFresh] = useState(newId)
  const close = (): void => { setOpen(undefined); setFresh(newId()) }
  const mayAdd = week.actions.includes('add')
  const add = mayAdd && <Button icon="plus" onClick={() => setOpen('own')}>{t('week.addOwn')}</Button>
  return (
    <div className="stack">
      <Section title={t('week.of', { monday: formatDate(week.monday, 'long') })} actions={<>{add}{week.actions.includes('family') && <Button icon="family" onClick={() => setOpen('family')}>{t('week.family')}</Button>}
        <a className="ds-button" data-variant="tertiary" href={fileAddress('programme.getCalendar', { personId: week.personId })} download><Icon name="calendar" />{t('week.calendar')}</a>
        <LinkButton kind="quiet" icon="print" to={`/people/${week.personId}/week`} search={{ week: week.monday }}>{t('week.print')}</LinkButton></>}>
        <div className="stack">
        <nav className="cluster no-print" aria-label={t('panel.title')}>
          <Button onClick={() => onDay(addDays(day, -7))}>{t('week.previous')}</Button>
          <Button disabled={week.monday === mondayOf(today)} onClick={() => onDay(undefined)}>{t('week.this')}</Button>
          <Button onClick={() => onDay(addDays(day, 7))}>{t('week.next')}</Button>
        </nav>
        <Clashes week={week} />
        {week.slots.length === 0 && week.cancelled.length === 0 ? <EmptyState title={t('week.empty')} action={add}>{t('week.emptyHelp')}</EmptyState> : <WeekGrid week={week} />}
        </div>
      </Section>
      {week.hours && <HoursSection hours={week.hours} />}
      <Dialog open={open === 'own'} onClose={close} title={t('own.title', { name: isolate(week.personName) })} wide>
        <ActivityForm initial={{ id: fresh, personId: week.personId, fromDate: week.monday > today ? week.monday : today, schedule: [{ weekday: 1, from: '12:00', to: '15:00' }] }} onDone={close} onCancel={close} />
      </Dialog>
      <FamilyTimesDialog week={week} open={open === 'family'} onClose={close} />
    </div>
  )
}

/** A participant's week on her page. */
export function WeekPanel({ id }: { id: string }) {
  const { today } = useMe()
  const [{ week: shown }, change] = useFilters(Shown)
  const query = useApi('programme.getWeek', { personId: id, ...(shown && { day: shown }) }, { keep: true })
  return <Loaded query={query} rows={10}>{(week) => <WeekView week={week} day={shown ?? PlainDate.parse(today)} onDay={(next) => change({ week: next })} />}</Loaded>
}
