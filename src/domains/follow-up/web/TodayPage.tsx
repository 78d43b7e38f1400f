import { Suspense } from 'react'
import { z } from 'zod'
import { daysBetween } from '#shared/date.ts'
import { useApi, type Output } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { usePanels } from '#web/panels.ts'
import { useFilters } from '#web/routing.ts'
import { LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import type { DueContact, WaitingItem } from '../follow-up.schema.ts'
import { ContactActions } from './ContactActions.tsx'
import { dueTones, readablePhone } from './words.ts'
import './follow-up.css'

const Scope = z.object({ whose: z.enum(['mine', 'all']).default('mine') })
type Day = Output<'followUp.getToday'>

/** Who, where, and how to ring: the first line of everything on this page. */
function Whose({ row }: { row: Pick<DueContact, 'agreementId' | 'personId' | 'personName' | 'employerName' | 'employerPhone'> }) {
  const t = useText('follow-up')
  return (
    <div className="contact__who">
      <PersonName name={row.personName} to={`/placements/${row.agreementId}`} /> <span className="contact__where">{row.employerName}</span>
      {row.employerPhone && <a className="ds-link contact__phone" href={`tel:${row.employerPhone}`}><Icon name="phone" size={16} /> {t('action.call', { phone: readablePhone(row.employerPhone) })}</a>}
    </div>
  )
}

function Contacts({ title, rows, isStep = false }: { title: string; rows: readonly DueContact[]; isStep?: boolean }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  const { today } = useMe()
  if (rows.length === 0) return null
  return (
    <Section title={title} count={rows.length}>
      <ul className="contacts">{rows.map((row) => (
        <li key={row.id} className="contact">
          <div className="contact__what">
            <Whose row={row} />
            <p>{isStep ? `${row.nextStep ?? ''} · ${row.nextStepDue ? formatDate(row.nextStepDue) : ''}` : `${t(`kind.${row.kind}`)} · ${row.dueOn ? formatDate(row.dueOn, 'day') : ''}`} {!isStep && row.dueOn && row.state === 'late' && <Tag tone={dueTones.late}>{t('today.daysLate', { days: daysBetween(row.dueOn, today) })}</Tag>}</p>
            {row.kind === 'concern' && <p className="contact__note">{row.note}</p>}
          </div>
          <ContactActions contact={row} about={`${row.personName} ${row.employerName}`} />
        </li>))}</ul>
    </Section>
  )
}

function Waiting({ title, rows }: { title: string; rows: readonly WaitingItem[] }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  if (rows.length === 0) return null
  return (
    <Section title={title} count={rows.length}>
      <ul className="contacts">{rows.map((row) => (
        <li key={`${row.agreementId}${row.what}`} className="contact"><div className="contact__what"><Whose row={row} />
          <p>{t(`waiting.${row.what}`)}: {row.who.map((who) => t(`party.${who}`)).join(', ')}{row.since && ` · ${t('today.since', { date: formatDate(row.since) })}`}</p></div></li>))}</ul>
    </Section>
  )
}

function EndingSoon({ rows }: { rows: Day['endingSoon'] }) {
  const t = useText('follow-up')
  const { formatDate } = useFormat()
  if (rows.length === 0) return null
  return (
    <Section title={t('today.endingSoon')} count={rows.length}>
      <ul className="contacts">{rows.map((row) => <li key={row.agreementId} className="contact"><div className="contact__what"><Whose row={row} /><p>{t('today.endsOn', { date: formatDate(row.toDate) })}</p></div></li>)}</ul>
    </Section>
  )
}

function Columns({ day }: { day: Day }) {
  const t = useText('follow-up')
  const at = (...states: DueContact['state'][]): DueContact[] => day.contacts.filter(({ state }) => states.includes(state))
  const isEmpty = [day.contacts, day.nextSteps, day.waitingForMe, day.waitingForOthers, day.endingSoon].every(({ length }) => length === 0)
  if (isEmpty) return <EmptyState title={t('today.empty')} action={<LinkButton to="/placements">{t('today.toPlacements')}</LinkButton>}>{t('today.emptyHelp')}</EmptyState>
  return (
    <div className="today">
      <div className="stack">
        <Contacts title={t('today.late')} rows={at('late')} />
        <Contacts title={t('today.today')} rows={at('today')} />
        <Contacts title={t('today.nextSteps')} rows={day.nextSteps} isStep />
        <Contacts title={t('today.soon')} rows={at('soon')} />
      </div>
      <div className="stack">
        <Waiting title={t('today.waitingForMe')} rows={day.waitingForMe} />
        <Waiting title={t('today.waitingForOthers')} rows={day.waitingForOthers} />
        <EndingSoon rows={day.endingSoon} />
      </div>
    </div>
  )
}

/** What is due and late, what waits for me, what waits for others: where the day begins. */
export function TodayPage() {
  const t = useText('follow-up')
  const titleOf = useFindText()
  const { account } = useMe()
  const [{ whose }, change] = useFilters(Scope)
  const query = useApi('followUp.getToday', { mine: whose === 'mine' }, { keep: true })
  const panels = usePanels('today')
  const late = query.data?.contacts.filter(({ state }) => state === 'late').length ?? 0
  return (
    <>
      <PageHeader title={t('today.title')} description={query.data && t('today.greeting', { name: account.name.split(' ')[0] ?? '', late })}
        actions={<Select id="whose" name="whose" hideLabel label={t('today.scope')} value={whose} onChange={(next) => change({ whose: next })} options={[{ value: 'mine', label: t('today.mine') }, { value: 'all', label: t('today.all') }]} />} />
      <Loaded query={query} rows={6}>{(day) => <Columns day={day} />}</Loaded>
      <div className="today__panels">{panels.map((panel) => <Suspense key={panel.id} fallback={<Loading />}><section aria-label={titleOf(panel.title, panel.slice) ?? panel.id}><panel.component id={account.id} /></section></Suspense>)}</div>
    </>
  )
}
