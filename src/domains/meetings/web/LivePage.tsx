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
import { Tag } from '#web/ui/Tag.tsx'
import { roundsAt } from '../day.core.ts'
import { LiveGuests } from './LiveGuests.tsx'
import { LiveHosts } from './LiveHosts.tsx'
import { RoundsLine } from './RoundsField.tsx'
import { showsDay, signs, standing, type Change, type Day, type Slot } from './words.ts'
import './meetings.css'

const FRESH_MS = 15_000

/** Whether a meeting of this round came to be: one that did not gives its time to others. */
function MarkMeeting({ day, slot, number, onChange }: { day: Day; slot: Slot; number: number; onChange: (change: Change) => void }) {
  const t = useText('meetings')
  const mark = useCommand('meetings.markMeeting', { refreshes: showsDay, onDone: onChange })
  const of = <span className="ds-sr-only"> {t('guest.number', { number })}</span>
  if (slot.state === 'held') return <Tag tone="success">{t('live.held')}</Tag>
  return <span className="cluster">{([true, false] as const).map((held) => <Button key={String(held)} kind="quiet" pending={mark.pending} onClick={() => { void mark.run({ dayId: day.id, id: slot.id, held }) }}>{t(held ? 'live.held' : 'live.notHeld')}{of}</Button>)}</span>
}

/** What is now, or next: who sits where, by number. */
function Round({ day, index, title, onChange }: { day: Day; index: number | undefined; title: string; onChange?: (change: Change) => void }) {
  const t = useText('meetings')
  const round = index === undefined ? undefined : day.rounds[index]
  if (!round) return <Section title={title}><p>{t('live.nothing')}</p></Section>
  const slots = standing(day).filter((slot) => slot.round === index)
  const rooms = new Map(day.rooms.map((room) => [room.id, `${signs[room.picture]} ${room.name}`]))
  return (
    <Section title={`${title}: ${round.from}–${round.to}`} count={slots.length}>
      <ul className="meeting-now">{slots.map((slot) => { const guest = day.guests.find(({ id }) => id === slot.guestId); const employer = day.employers.find(({ id }) => id === slot.employerId); return (
        <li key={slot.id} data-missing={guest?.state === 'expected' || guest?.state === 'late' || undefined}><strong>{guest?.number}</strong><span>{[employer?.name, t('plan.tableNumber', { number: slot.table }), slot.roomId && rooms.get(slot.roomId)].filter(Boolean).join(' · ')}{(guest?.state === 'expected' || guest?.state === 'late') && <em> {t('live.notHere')}</em>}</span>{onChange && guest && <MarkMeeting day={day} slot={slot} number={guest.number} onChange={onChange} />}</li>) })}</ul>
    </Section>
  )
}

/** What the last change moved: whom to tell. */
function Moves({ change, onClose }: { change: Change; onClose: () => void }) {
  const t = useText('meetings')
  if (change.moved.length === 0) return <Notice tone="success" title={t('live.nobodyMoved')} />
  return (
    <Notice tone="warning" title={t('live.moved', { count: change.moved.length, ms: change.ms })} action={<Button kind="secondary" onClick={onClose}>{t('live.told')}</Button>}>
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
  const planned = new Set(standing(day).map(({ employerId }) => employerId))
  const missing = day.employers.filter(({ id, cameAt }) => cameAt === null && planned.has(id)).length
  const close = useCommand('meetings.closeDay', { refreshes: showsDay, success: ({ held }) => t('close.done', { count: held }), onDone: () => go(`/meetings/${day.id}/after`) })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('action.close')}</Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={t('close.title')} confirm={t('action.close')} pending={close.pending} refusals={close.refusals} consequences={[t('close.first'), ...(missing > 0 ? [t('close.missing', { count: missing })] : []), t('close.second')]} onConfirm={() => { void close.run({ dayId: day.id, version: day.version }) }} />
    </>
  )
}

function Running({ day }: { day: Day }) {
  const t = useText('meetings')
  const [change, setChange] = useState<Change>()
  const [onlyMissing, setOnlyMissing] = useState(false)
  const { now, next } = roundsAt(day.rounds, day.isToday ? day.clock : '00:00')
  return (
    <div className="stack">
      <RoundsLine rounds={day.rounds} />
      <div role="status">{change && <Moves change={change} onClose={() => setChange(undefined)} />}</div>
      <div className="side-by-side"><Round day={day} index={now} title={t('live.now')} onChange={setChange} /><Round day={day} index={next} title={t('live.next')} /></div>
      <Section title={t('tab.guests')} count={day.guests.length} description={t('live.guestsHelp')}>
        <Checkbox id="only-missing" label={t('live.onlyMissing')} value={onlyMissing} onChange={(value) => setOnlyMissing(value ?? false)} />
        <LiveGuests day={day} onlyMissing={onlyMissing} onChange={setChange} />
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
