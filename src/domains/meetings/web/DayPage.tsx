import { useState } from 'react'
import { z } from 'zod'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { isolate } from '#web/texts.ts'
import { useFilters, useGo, usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Steps } from '#web/ui/Steps.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { DayState } from '../meeting.schema.ts'
import { EmployersTab } from './EmployersTab.tsx'
import { GuestsTab } from './GuestsTab.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { NeedHelp } from './NeedHelp.tsx'
import { NextStep } from './NextStep.tsx'
import { PlacesTab } from './PlacesTab.tsx'
import { PlanTab } from './PlanTab.tsx'
import { RoundsLine } from './RoundsField.tsx'
import { WishesTab } from './WishesTab.tsx'
import { showsDay, standing, stateTones, type Day } from './words.ts'
import './meetings.css'

const Shown = z.object({ tab: z.enum(['employers', 'guests', 'places', 'wishes', 'plan']).default('employers') })

/** Invites everybody who has not been asked, or for another date; who cannot be reached by mail is told of. */
function Invite({ day }: { day: Day }) {
  const t = useText('meetings')
  const [open, setOpen] = useState(false)
  const [byHand, setByHand] = useState<Output<'meetings.sendInvitations'>['byHand']>([])
  const send = useCommand('meetings.sendInvitations', { refreshes: showsDay, success: ({ mailed }) => t('invite.done', { count: mailed }), onDone: (done) => { setOpen(false); setByHand(done.byHand) } })
  const { guests, employers, byHand: others, hidden } = day.toAsk
  const consequences = [t('invite.guests', { count: guests }), t('invite.employers', { count: employers }), ...(others > 0 ? [t('invite.others', { count: others })] : []), ...(hidden > 0 ? [t('invite.hidden', { count: hidden })] : []), t('invite.replies')]
  return (
    <>
      {guests + employers + others > 0 && <Button icon="mail" onClick={() => setOpen(true)}>{t('invite.button')}</Button>}
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={t('invite.title')} confirm={t('invite.confirm')} pending={send.pending} refusals={send.refusals}
        consequences={consequences} onConfirm={() => { void send.run({ dayId: day.id, version: day.version }) }} />
      <Dialog open={byHand.length > 0} onClose={() => setByHand([])} title={t('invite.byHand')} actions={<Button kind="primary" onClick={() => setByHand([])}>{t('invite.understood')}</Button>}>
        <ul>{byHand.map(({ number, name }) => <li key={`${number} ${name}`}>{number === null ? name : t('invite.byNumber', { number, name: isolate(name) })}</li>)}</ul>
        <p>{t('invite.byHandHelp')}</p>
      </Dialog>
    </>
  )
}

/** What may be done with the day as a whole. */
function DayActions({ day }: { day: Day }) {
  const t = useText('meetings')
  const go = useGo()
  const [open, setOpen] = useState<'start' | 'wall'>()
  const start = useCommand('meetings.startDay', { refreshes: showsDay, success: t('start.done'), onDone: () => go(`/meetings/${day.id}/live`) })
  return (
    <>
      {day.actions.includes('change') && <LinkButton icon="edit" to={`/meetings/${day.id}/edit`}>{t('action.change')}</LinkButton>}
      {day.actions.includes('invite') && <Invite day={day} />}
      {day.plan !== null && day.actions.length > 0 && <Button icon="link" onClick={() => setOpen('wall')}>{t('action.wall')}</Button>}
      {day.actions.includes('start') && <Button kind="primary" onClick={() => setOpen('start')}>{t('action.start')}</Button>}
      {day.state === 'live' && day.actions.length > 0 && <LinkButton kind="primary" to={`/meetings/${day.id}/live`}>{t('action.live')}</LinkButton>}
      {(day.state === 'live' || day.state === 'closed') && <LinkButton kind={day.state === 'closed' ? 'primary' : 'secondary'} to={`/meetings/${day.id}/after`}>{t('action.after')}</LinkButton>}
      <ConfirmDialog open={open === 'start'} onClose={() => setOpen(undefined)} title={t('start.title')} confirm={t('action.start')} pending={start.pending} refusals={start.refusals} consequences={[t('start.first'), t('start.second'), t('start.third')]} onConfirm={() => { void start.run({ dayId: day.id, version: day.version }) }} />
      {open === 'wall' && <LinkDialog dayId={day.id} title={t('link.wall')} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** Where the day is on its way, when its rounds are, and for whom it is. */
function About({ day }: { day: Day }) {
  const t = useText('meetings')
  const { formatDate } = useFormat()
  const facts = [day.office, day.runFor.length > 0 && t('day.runFor', { names: day.runFor.join(', ') }), t(`openTo.${day.openTo}`), day.replyBy !== null && t('day.replyBy', { date: formatDate(day.replyBy) })]
  return (
    <div className="meeting-about">
      <Steps label={t('day.steps')} steps={DayState.options.map((one) => t(`step.${one}`))} current={day.state === 'closed' ? DayState.options.length : DayState.options.indexOf(day.state)} />
      <RoundsLine rounds={day.rounds} />
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {day.whoMayCome && <p>{day.whoMayCome}</p>}
    </div>
  )
}

/** Those who have said no and still stand in the plan. */
function Stale({ day }: { day: Day }) {
  const t = useText('meetings')
  const gone = new Set([...day.guests, ...day.employers].filter(({ reply }) => reply === 'no').map(({ id }) => id))
  const count = standing(day).filter(({ guestId, employerId }) => gone.has(guestId) || gone.has(employerId)).length
  return count === 0 ? null : <Notice tone="warning" title={t('plan.stale', { count })}><p>{t('plan.staleHelp')}</p></Notice>
}

/** One day, made step by step: employers, participants, places, wishes, plan. */
export function DayPage() {
  const t = useText('meetings')
  const { formatDate } = useFormat()
  const may = useMay()('meetings.write')
  const [{ tab }, change] = useFilters(Shown)
  return <Loaded query={useApi('meetings.getDay', { dayId: usePathParam('id') })} rows={10}>{(day) => {
    const mayChange = may && day.actions.includes('change')
    return (
      <>
        <PageHeader title={day.title} crumbs={[{ label: t('list.title'), to: '/meetings' }]} description={`${t(`kind.${day.kind}`)} · ${formatDate(day.onDate, 'day')} ${day.rounds[0]?.from ?? ''}–${day.rounds.at(-1)?.to ?? ''} · ${day.place}`}
          facts={<Tag tone={stateTones[day.state]}>{t(`state.${day.state}`)}</Tag>} actions={<DayActions day={day} />} />
        <div className="stack meeting-top"><NextStep day={day} /><NeedHelp day={day} /><About day={day} /><Stale day={day} /></div>
        <Tabs label={t('day.parts')} value={tab} onChange={(value) => change(Shown.partial().parse({ tab: value }))} tabs={[
          { value: 'employers', label: t('tab.employers'), count: day.employers.length, content: <EmployersTab day={day} may={mayChange} /> },
          { value: 'guests', label: t('tab.guests'), count: day.guests.length, content: <GuestsTab day={day} may={mayChange} /> },
          { value: 'places', label: t('tab.places'), content: <PlacesTab day={day} may={mayChange} /> },
          { value: 'wishes', label: t('tab.wishes'), content: <WishesTab day={day} may={mayChange} /> },
          { value: 'plan', label: t('tab.plan'), count: standing(day).length, content: <PlanTab day={day} may={may} /> }]} />
      </>
    )
  }}</Loaded>
}
