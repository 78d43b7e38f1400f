import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMay } from '#web/me.tsx'
import { useGo } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { GuestName } from './GuestsTab.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import { showsDay, type Day, type Pair } from './words.ts'

/** What was said, in few words. */
function Said({ pair: { outcome, state, isUnnoted } }: { pair: Pair }) {
  const t = useText('meetings')
  const { formatDate } = useFormat()
  const both = outcome?.employerAgain === true && outcome.guestAgain === true
  return (
    <div className="cluster">
      {state === 'not_held' && <Tag tone="warning">{t(isUnnoted ? 'slot.unnoted' : 'slot.not_held')}</Tag>}
      {outcome?.score !== undefined && outcome.score !== null && <Tag tone={outcome.score === 3 ? 'success' : 'neutral'}>{t(`score.${outcome.score === 3 ? 3 : outcome.score === 2 ? 2 : 1}`)}</Tag>}
      {both ? <Tag tone="success">{t('again.both')}</Tag> : <>{outcome?.employerAgain && <Tag tone="info">{t('again.employer')}</Tag>}{outcome?.guestAgain && <Tag tone="info">{t('again.guest')}</Tag>}</>}
      {outcome?.offer && outcome.offer !== 'none' && <Tag tone="accent">{t(`offer.${outcome.offer}`)}</Tag>}
      {outcome?.secondOn && <Tag tone="info">{t('after.second', { date: formatDate(outcome.secondOn) })}</Tag>}
      {outcome?.cameOfIt && outcome.cameOfIt !== 'second_meeting' && <Tag tone="success">{t(`came.${outcome.cameOfIt}`)}</Tag>}
    </div>
  )
}

/** What may come of a pair, in one press: a place, a job, a presentation. */
function Onward({ day, pair }: { day: Day; pair: Pair }) {
  const t = useText('meetings')
  const go = useGo()
  const of = { dayId: day.id, guestId: pair.guest.id, employerId: pair.employer.id }
  const start = useCommand('meetings.startPlace', { refreshes: showsDay, success: t('after.started'), onDone: ({ id }) => go(`/placements/${id}`) })
  const propose = useCommand('meetings.propose', { refreshes: showsDay, success: t('after.proposed') })
  const { outcome, employer, guest } = pair
  if (outcome?.agreementId) return <LinkButton to={`/placements/${outcome.agreementId}`}>{t('after.toAgreement')}</LinkButton>
  if (guest.personId === null || employer.employerId === null || (pair.state === 'not_held' && !pair.isUnnoted)) return null
  return (
    <>
      <ErrorSummary refusals={[...start.refusals, ...propose.refusals]} />
      <Button kind={outcome?.employerAgain || (outcome?.offer ?? 'none') !== 'none' ? 'primary' : 'secondary'} pending={start.pending} onClick={() => { void start.run({ ...of, id: newId(), kind: 'work_practice' }) }}>{t('after.practice')}</Button>
      <Button pending={start.pending} onClick={() => { void start.run({ ...of, id: newId(), kind: 'ordinary_job' }) }}>{t('after.job')}</Button>
      {!outcome?.presentationId && employer.openings.slice(0, 1).map((opening) => <Button key={opening.id} kind="quiet" pending={propose.pending} onClick={() => { void propose.run({ ...of, id: newId(), openingId: opening.id }) }}>{t('after.propose', { title: opening.title })}</Button>)}
    </>
  )
}

/** One pair: who met whom, what was said, what comes of it. */
export function PairItem({ day, pair }: { day: Day; pair: Pair }) {
  const t = useText('meetings')
  const may = useMay()
  const [open, setOpen] = useState(false)
  return (
    <li className="meeting-item meeting-pair">
      <span className="meeting-number" aria-hidden="true">{pair.guest.number}</span>
      <div className="meeting-item__what"><strong><GuestName guest={pair.guest} link /> – {pair.employer.name}</strong><Said pair={pair} />{pair.outcome?.note && <p>{pair.outcome.note}</p>}</div>
      {may('meetings.write') && <div className="cluster"><Button icon="edit" onClick={() => setOpen(true)}>{t('after.note')}<span className="ds-sr-only"> {t('guest.number', { number: pair.guest.number })}, {pair.employer.name}</span></Button>{may('placements.write') && <Onward day={day} pair={pair} />}</div>}
      {open && <OutcomeDialog day={day} pair={pair} onClose={() => setOpen(false)} />}
    </li>
  )
}
