import { useEffect, useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { useGo, usePathParam } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { roundsAt } from '../day.core.ts'
import { unnotedOf } from '../unnoted.core.ts'
import { LiveGuests } from './LiveGuests.tsx'
import { LiveHosts } from './LiveHosts.tsx'
import { LiveRound } from './LiveRounds.tsx'
import { RoundsLine } from './RoundsField.tsx'
import { UnnotedHosts } from './UnnotedHosts.tsx'
import { showsDay, standing, type Change, type Day } from './words.ts'
import './meetings.css'

const FRESH_MS = 15_000

/** What the last change moved: whom to tell. */
function Moves({ change, onClose }: { change: Change; onClose: () => void }) {
  const t = useText('meetings')
  if (change.moved.length === 0) return <Notice tone="success" title={t('live.nobodyMoved')} />
  return (
    <Notice tone="warning" title={t('live.moved', { count: change.moved.length })} action={<Button kind="secondary" onClick={onClose}>{t('live.told')}</Button>}>
      <ul className="meeting-moves">{change.moved.map((one) => (
        <li key={`${one.guestId} ${one.employerId}`}><strong>{one.number}</strong> {one.to === null ? t('live.lost', { employer: one.employerName, from: one.from ?? '' }) : one.from === null ? t('live.new', { employer: one.employerName, to: one.to, table: one.table ?? 1 }) : t('live.movedTo', { employer: one.employerName, from: one.from, to: one.to, table: one.table ?? 1 })}</li>))}</ul>
    </Notice>
  )
}

/** Every meeting that stands elsewhere than in the first plan: for whoever comes by later. */
function MovedToday({ day }: { day: Day }) {
  const t = useText('meetings')
  const moved = standing(day).filter(({ isMoved }) => isMoved)
  if (moved.length === 0) return null
  return (
    <Section title={t('live.movedToday')} count={moved.length}>
      <ul className="meeting-now">{moved.map((slot) => <li key={slot.id}><strong>{day.guests.find(({ id }) => id === slot.guestId)?.number}</strong><span>{t('live.new', { employer: day.employers.find(({ id }) => id === slot.employerId)?.name ?? '', to: day.rounds[slot.round]?.from ?? '', table: slot.table })}</span></li>)}</ul>
    </Section>
  )
}

function Close({ day }: { day: Day }) {
  const t = useText('meetings')
  const go = useGo()
  const [open, setOpen] = useState(false)
  const { employers, guests } = unnotedOf(day)
  const ends = day.rounds.at(-1)?.to ?? ''
  const consequences = [...(day.isToday && day.clock < ends ? [t('close.early', { time: ends })] : []), t('close.first'), ...(employers.length > 0 ? [t('close.missing', { names: employers.map(({ name }) => name).join(', ') })] : []), ...(guests.length > 0 ? [t('close.missingGuests', { count: guests.length })] : []), t('close.afterwards'), t('close.second')]
  const close = useCommand('meetings.closeDay', { refreshes: showsDay, success: ({ held }) => t('close.done', { count: held }), onDone: () => go(`/meetings/${day.id}/after`) })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('action.close')}</Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={t('close.title')} confirm={t('action.close')} pending={close.pending} refusals={close.refusals} consequences={consequences} onConfirm={() => { void close.run({ dayId: day.id, version: day.version }) }} />
    </>
  )
}

function Running({ day }: { day: Day }) {
  const t = useText('meetings')
  const [change, setChange] = useState<Change>()
  const [onlyMissing, setOnlyMissing] = useState(false)
  const [sought, setSought] = useState<string>()
  const { now, next } = roundsAt(day.rounds, day.isToday ? day.clock : '00:00')
  return (
    <div className="stack">
      <RoundsLine rounds={day.rounds} />
      <div role="status">{change && <Moves change={change} onClose={() => setChange(undefined)} />}</div>
      <UnnotedHosts day={day} onChange={setChange} />
      <div className="meeting-rounds-now"><LiveRound day={day} index={now} title={t('live.now')} onChange={setChange} /><LiveRound day={day} index={next} title={t('live.next')} /></div>
      <Section title={t('tab.guests')} count={day.guests.length} description={t('live.guestsHelp')}>
        <div className="stack">
          <TextField id="sought" label={t('live.find')} width="medium" value={sought} onChange={setSought} />
          <Checkbox id="only-missing" label={t('live.onlyMissing')} value={onlyMissing} onChange={(value) => setOnlyMissing(value ?? false)} />
          <LiveGuests day={day} onlyMissing={onlyMissing} sought={sought ?? ''} onChange={setChange} />
        </div>
      </Section>
      <LiveHosts day={day} onChange={setChange} />
      <MovedToday day={day} />
    </div>
  )
}

/** The day as it runs, for the one who walks around with a telephone: now, next, who is missing, what was moved. */
export function LivePage() {
  const t = useText('meetings')
  const id = usePathParam('id')
  const query = useApi('meetings.getDay', { dayId: id }, { keep: true })
  const { refetch } = query
  useEffect(() => { const timer = setInterval(() => { void refetch() }, FRESH_MS); return () => clearInterval(timer) }, [refetch])
  return <Loaded query={query} rows={8}>{(day) => (
    <>
      <PageHeader title={t('live.title')} crumbs={[{ label: t('list.title'), to: '/meetings' }, { label: day.title, to: `/meetings/${id}` }]} facts={<span className="meeting-clock">{day.clock}</span>} actions={day.actions.includes('close') && <Close day={day} />} />
      {day.state === 'live' ? <Running day={day} /> : <Notice title={t('live.notLive')}><p>{t('live.notLiveHelp')}</p></Notice>}
    </>
  )}</Loaded>
}
