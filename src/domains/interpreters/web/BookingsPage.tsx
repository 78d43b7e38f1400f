import { useState } from 'react'
import { z } from 'zod'
import { fileAddress, useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useNames } from '#web/names.ts'
import { useFilters } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { BookingState, Language } from '../booking.schema.ts'
import { BookingDays, BookingItem } from './BookingList.tsx'
import { YearFigures } from './YearFigures.tsx'
import './interpreters.css'

type Listed = Output<'interpreters.listBookings'>
const Shown = z.object({ whose: z.enum(['mine', 'all']).default('mine'), language: Language.optional(), state: BookingState.optional(), past: z.boolean().default(false) })

function Filters({ languages, found }: { languages: readonly string[]; found: string | undefined }) {
  const t = useText('interpreters')
  const { languageName } = useNames()
  const [{ whose, language, state, past }, change] = useFilters(Shown)
  return (
    <FilterBar active={[]} onClear={() => change({ language: undefined, state: undefined })} found={found}>
      <Select id="whose" name="whose" label={t('list.whose')} value={whose} onChange={(next) => change({ whose: next ?? 'mine' })} options={(['mine', 'all'] as const).map((value) => ({ value, label: t(`list.${value}`) }))} />
      <Select id="language" name="language" label={t('field.language')} empty={t('list.everyLanguage')} value={language} onChange={(next) => change({ language: next })} options={[...new Set([...languages, ...(language ? [language] : [])])].map((value) => ({ value, label: languageName(value) }))} />
      <Select id="state" name="state" label={t('list.state')} empty={t('list.everyState')} value={state} onChange={(next) => change({ state: next })} options={BookingState.options.map((value) => ({ value, label: t(`state.${value}`) }))} />
      <Checkbox id="past" name="past" label={t('list.past')} value={past} onChange={(next) => change({ past: next ?? false })} />
    </FilterBar>
  )
}

/** So many are shown before the coming weeks; the rest when asked for. */
const FIRST_SHOWN = 4

/** Questions that wait for a slot nobody has booked. */
function Waiting({ waiting }: { waiting: Listed['waiting'] }) {
  const t = useText('interpreters')
  const { formatDate } = useFormat()
  const [all, setAll] = useState(false)
  if (waiting.length === 0) return null
  return (
    <Section title={t('waiting.title')} count={waiting.length} description={t('waiting.help')}>
      <ul className="interpreter-questions">{waiting.slice(0, all ? undefined : FIRST_SHOWN).map((one) => (
        <li key={one.personId}><div className="interpreter-questions__body"><PersonName name={one.personName} to={`/people/${one.personId}?tab=interpreters-interpreters`} /><p>{t('waiting.line', { count: one.count, date: formatDate(one.since) })}</p></div>
          <LinkButton to={`/interpreters/new?person=${one.personId}`}>{t('action.book')}<span className="ds-sr-only"> {one.personName}</span></LinkButton></li>))}</ul>
      {!all && waiting.length > FIRST_SHOWN && <Button kind="quiet" onClick={() => setAll(true)}>{t('waiting.all', { count: waiting.length })}</Button>}
    </Section>
  )
}

function Rows({ rows, waiting }: Listed) {
  const t = useText('interpreters')
  const [{ past }] = useFilters(Shown)
  const risky = past ? [] : rows.filter(({ risk }) => risk !== null)
  return (
    <div className="stack">
      {risky.length > 0 && <Section title={t('list.risky')} count={risky.length} description={t('list.riskyHelp')}><ul className="bookings bookings--dated">{risky.map((row) => <BookingItem key={row.id} row={row} withDay />)}</ul></Section>}
      {!past && <Waiting waiting={waiting} />}
      <Section title={t(past ? 'list.before' : 'list.coming')} count={rows.length}>{rows.length === 0
        ? <EmptyState title={t('list.empty')} action={<LinkButton icon="plus" to="/interpreters/new">{t('action.book')}</LinkButton>}>{t('list.emptyHelp')}</EmptyState> : <BookingDays rows={rows} />}</Section>
      <YearFigures />
    </div>
  )
}

/** Meetings with an interpreter: what is at risk, whose questions wait, the coming weeks, and how often one was had. */
export function BookingsPage() {
  const t = useText('interpreters')
  const [{ whose, language, state, past }] = useFilters(Shown)
  const query = useApi('interpreters.listBookings', { mine: whose === 'mine', language, state, past }, { keep: true })
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} actions={<>
        <a className="ds-button" data-variant="tertiary" href={fileAddress('interpreters.getInterpreterCalendar', {})} download><Icon name="calendar" />{t('action.calendar')}</a>
        <LinkButton kind="primary" icon="plus" to="/interpreters/new">{t('action.book')}</LinkButton></>} />
      <Filters languages={query.data?.languages ?? []} found={query.data && t('list.found', { count: query.data.rows.length })} />
      <Loaded query={query} rows={8}>{(listed) => <Rows {...listed} />}</Loaded>
    </>
  )
}
