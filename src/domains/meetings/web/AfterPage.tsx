import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { unnotedOf } from '../unnoted.core.ts'
import { PairItem } from './PairItem.tsx'
import { ReportSection } from './ReportSection.tsx'
import { Unnoted } from './Unnoted.tsx'
import { showsDay, type Day, type Pair } from './words.ts'
import './meetings.css'

/** Every pair that was to meet, with what was said; those somebody wants to meet again come first. */
function pairsOf(day: Day): Pair[] {
  const { slots, outcomes, guests, employers } = day
  const left = unnotedOf(day)
  const unnoted = new Set([...left.employers, ...left.guests].map(({ id }) => id))
  const met = new Map(slots.filter(({ state }) => state !== 'moved').map((slot) => [`${slot.guestId} ${slot.employerId}`, slot]))
  return [...met.entries()].flatMap(([key, slot]) => {
    const [guest, employer] = [guests.find(({ id }) => id === slot.guestId), employers.find(({ id }) => id === slot.employerId)]
    return guest && employer ? [{ key, guest, employer, state: slot.state, isUnnoted: slot.isUnnoted && (unnoted.has(guest.id) || unnoted.has(employer.id)), outcome: outcomes.find((one) => one.guestId === guest.id && one.employerId === employer.id) }] : []
  }).toSorted((a, b) => weight(b) - weight(a) || a.guest.number - b.guest.number)
}
const weight = ({ outcome }: Pair): number => (outcome === undefined ? 0 : (outcome.employerAgain ? 4 : 0) + (outcome.guestAgain ? 4 : 0) + (outcome.offer && outcome.offer !== 'none' ? 3 : 0) + (outcome.score ?? 0))
const isWanted = ({ outcome }: Pair): boolean => outcome?.employerAgain === true || outcome?.guestAgain === true || outcome?.score === 3 || (outcome?.offer ?? 'none') !== 'none' || (outcome?.cameOfIt ?? null) !== null

function Pairs({ day }: { day: Day }) {
  const t = useText('meetings')
  const [all, setAll] = useState(false)
  const pairs = pairsOf(day)
  const shown = pairs.filter((one) => all || isWanted(one))
  return (
    <Section title={t('after.pairs')} count={shown.length} description={t('after.pairsHelp')}>
      <Checkbox id="all-pairs" label={t('after.all', { count: pairs.length })} value={all} onChange={(next) => setAll(next ?? false)} />
      {shown.length === 0 ? <EmptyState title={t('after.empty')}>{t('after.emptyHelp')}</EmptyState> : <ul className="meeting-items">{shown.map((pair) => <PairItem key={pair.key} day={day} pair={pair} />)}</ul>}
    </Section>
  )
}

function Thanks({ day }: { day: Day }) {
  const t = useText('meetings')
  const send = useCommand('meetings.sendThanks', { refreshes: showsDay, success: ({ mailed }) => t('thanks.done', { count: mailed }) })
  const [open, setOpen] = useState(false)
  const came = [...day.guests.filter(({ state }) => state === 'came' || state === 'left'), ...day.employers.filter(({ cameAt }) => cameAt !== null)].length
  const { employers, guests } = unnotedOf(day)
  const missing = employers.length + guests.length
  return (
    <>
      <Button icon="mail" onClick={() => setOpen(true)}>{t('thanks.button')}</Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title={t('thanks.title')} confirm={t('thanks.button')} pending={send.pending} refusals={send.refusals}
        consequences={[t('thanks.who', { count: came }), ...(missing > 0 ? [t('thanks.missing', { count: missing })] : [])]} onConfirm={() => { void send.run({ dayId: day.id }).then((done) => { if (done) setOpen(false) }) }} />
    </>
  )
}

/** After the day: what was said of each pair, what comes of it, and the report. */
export function AfterPage() {
  const t = useText('meetings')
  const id = usePathParam('id')
  return <Loaded query={useApi('meetings.getDay', { dayId: id })} rows={8}>{(day) => (
    <>
      <PageHeader title={t('after.title')} crumbs={[{ label: t('list.title'), to: '/meetings' }, { label: day.title, to: `/meetings/${id}` }]} description={t('after.description')} actions={day.actions.includes('thank') && <Thanks day={day} />} />
      <div className="stack">{day.actions.includes('note') && <Unnoted day={day} />}<Pairs day={day} /><ReportSection dayId={id} /></div>
    </>
  )}</Loaded>
}
