import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Section } from '#web/ui/Section.tsx'
import { worthNow } from '../event.core.ts'
import { GuestName } from './GuestsTab.tsx'
import { Papers } from './Papers.tsx'
import { WantedLanguages } from './PlacesTab.tsx'
import { Timetable } from './Timetable.tsx'
import { showsDay, standing, type Day } from './words.ts'

/** How good the plan is: its worth against what no plan can exceed, and what it costs in waiting and walking. */
function Figures({ day }: { day: Day }) {
  const t = useText('meetings')
  const { formatNumber, formatMoment } = useFormat()
  if (day.plan === null) return null
  const { value, bound, idle, walk, at } = day.plan
  const now = worthNow(day)
  const share = bound === 0 ? 100 : Math.floor((value / bound) * 1000) / 10
  return (
    <DefinitionList columns={2} facts={[
      { term: t('plan.meetings'), value: formatNumber(standing(day).length) }, { term: t('plan.value'), value: now !== value ? t('plan.changed', { now, value, bound }) : value >= bound ? t('plan.best', { value }) : t('plan.ofBound', { value, bound, share: formatNumber(share) }) },
      { term: t('plan.idle'), value: t('plan.idleCount', { count: idle }) }, { term: t('plan.walk'), value: t('plan.walkMetres', { metres: walk }) }, { term: t('plan.made'), value: formatMoment(at) }]} />
  )
}

/** Who has fewer meetings than she was promised, or none, and why. */
function Lacks({ day }: { day: Day }) {
  const t = useText('meetings')
  const has = new Set(standing(day).map(({ guestId }) => guestId))
  const lacking = day.plan?.lacks ?? []
  const spoken = new Set(day.interpreters.flatMap(({ languages }) => languages))
  const none = day.guests.filter(({ id, reply }) => reply === 'yes' && !has.has(id) && !lacking.some(({ guestId }) => guestId === id))
  if (lacking.length + none.length === 0) return <p>{t('plan.noLacks')}</p>
  return (
    <ul className="meeting-lacks">
      {lacking.map(({ guestId, lacks, why }) => { const guest = day.guests.find(({ id }) => id === guestId); return guest && <li key={guestId}><span className="meeting-grid__number">{guest.number}</span> <GuestName guest={guest} />: {t('plan.lacks', { count: lacks })} {t(`why.${why}`)}</li> })}
      {none.map((guest) => <li key={guest.id}><span className="meeting-grid__number">{guest.number}</span> <GuestName guest={guest} />: {t('plan.noMeetings')} {guest.language !== null && !spoken.has(guest.language) && t('why.noInterpreter')}</li>)}
    </ul>
  )
}

/** Plans the day, shows how good it is and who meets whom when; a meeting that is pinned stays when it is planned again. */
export function PlanTab({ day, may }: { day: Day; may: boolean }) {
  const t = useText('meetings')
  const [all, setAll] = useState(false)
  const plan = useCommand('meetings.makePlan', { refreshes: showsDay, success: ({ meetings }) => t('plan.done', { count: meetings }) })
  const yes = day.guests.filter(({ reply }) => reply === 'yes').length
  const make = may && day.actions.includes('plan') && (
    <Button kind={day.plan === null ? 'primary' : 'secondary'} pending={plan.pending} onClick={() => { void plan.run({ dayId: day.id, version: day.version, who: all ? 'all' : 'yes', seed: (day.plan?.seed ?? 0) + 1 }) }}>{t(day.plan === null ? 'plan.make' : 'plan.again')}</Button>)
  return (
    <div className="stack">
      <Section title={t('plan.title')} description={`${t('plan.help')} ${t(`plan.how.${day.kind}`)}`} actions={make}>
        <div className="stack">
        <ErrorSummary refusals={plan.refusals} />
        <WantedLanguages day={day} />
        {make && <Checkbox id="plan-all" label={t('plan.all')} description={t('plan.allHelp', { yes, all: day.guests.filter(({ reply }) => reply !== 'no').length })} value={all} onChange={(next) => setAll(next ?? false)} />}
        {day.plan === null ? <EmptyState title={t('plan.empty')}>{t('plan.emptyHelp')}</EmptyState> : <><Figures day={day} /><h3>{t('plan.lacking')}</h3><Lacks day={day} /></>}
        </div>
      </Section>
      {day.plan !== null && <Section title={t('plan.table')} description={t('plan.tableHelp')}><Timetable day={day} may={may && day.actions.includes('plan')} /></Section>}
      {day.plan !== null && <Papers dayId={day.id} />}
    </div>
  )
}
