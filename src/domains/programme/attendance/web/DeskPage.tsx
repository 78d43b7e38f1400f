import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useFilters } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { AbsenceDialog, type Asked } from './AbsenceDialog.tsx'
import { ReportList } from './ReportList.tsx'
import { usePatternText, usePeriod } from './words.ts'
import './attendance.css'

type Desk = Output<'programme.getAbsenceDesk'>
const Scope = z.object({ whose: z.enum(['mine', 'all']).default('mine') })

/** One line about one participant: her name leads to her attendance. */
function Line({ personId, personName, children, action }: { personId: string; personName: string; children: ReactNode; action?: ReactNode }) {
  return <li><div><PersonName name={personName} to={`/people/${personId}?tab=attendance-attendance`} />{children}</div>{action && <div className="cluster">{action}</div>}</li>
}

function Lines({ title, help, count, children }: { title: string; help?: string; count: number; children: ReactNode }) {
  return count === 0 ? null : <Section title={title} count={count} description={help}><ul className="desk-list">{children}</ul></Section>
}

function Waiting({ desk, onAsk }: { desk: Desk; onAsk: (asked: Asked) => void }) {
  const t = useText('attendance')
  const period = usePeriod()
  const { formatDate, formatNumber } = useFormat()
  return <>
    {desk.reports.length > 0 && <Section title={t('desk.reports')} count={desk.reports.length}><ReportList reports={desk.reports} onCode={(report) => onAsk({ personId: report.personId, personName: report.personName, report })} /></Section>}
    <Lines title={t('desk.undecided')} count={desk.undecided.length}>{desk.undecided.map((one) => (
      <Line key={one.id} {...one} action={<Button onClick={() => onAsk({ ...one, absence: one })}>{t('absence.decide')}<span className="ds-sr-only"> {one.personName}</span></Button>}><p>{t(`kind.${one.kind}`)} · {period(one)} · {t(`certification.${one.certification}`)}</p></Line>))}</Lines>
    <Lines title={t('desk.papers')} count={desk.papers.length}>{desk.papers.map((one) => (
      <Line key={one.id} {...one} action={<Button kind="quiet" onClick={() => onAsk({ ...one, absence: one })}>{t('absence.change')}<span className="ds-sr-only"> {one.personName}</span></Button>}>
        <p>{t(`kind.${one.kind}`)} · {period(one)} <Tag tone="warning">{one.doctorsNoteFrom ? t('absence.noteNeeded', { from: formatDate(one.doctorsNoteFrom) }) : t(one.certification === 'doctor' ? 'absence.paperNotCome' : 'absence.paperNone')}</Tag></p></Line>))}</Lines>
    <Lines title={t('desk.unexplained')} count={desk.unexplained.length}>{desk.unexplained.map((one) => <Line key={one.personId} {...one} action={<Button kind="quiet" onClick={() => onAsk({ ...one, on: one.last })}>{t('report.code')}<span className="ds-sr-only"> {one.personName}</span></Button>}><p>{t('unexplained.line', { hours: formatNumber(one.hours), days: one.days, last: formatDate(one.last) })}</p></Line>)}</Lines>
  </>
}

function Watched({ desk }: { desk: Desk }) {
  const t = useText('attendance')
  const patternText = usePatternText()
  const { formatDate, formatNumber } = useFormat()
  return <>
    <Lines title={t('desk.quotas')} count={desk.quotas.length}>{desk.quotas.map((one) => <Line key={`${one.personId}${one.kind}`} {...one}><p>{t('quota.line', { kind: t(`kind.${one.kind}`), used: formatNumber(one.used), limit: formatNumber(one.limit) })}</p></Line>)}</Lines>
    <Lines title={t('desk.selfCertifications')} count={desk.selfCertifications.length}>{desk.selfCertifications.map((one) => (
      <Line key={one.personId} {...one}><p>{t('self.line', { count: one.count })} {one.mayBeTaken && <Tag tone="warning">{t('self.mayBeTaken')}</Tag>} {one.reviewBy && <Tag tone="info">{t('self.review', { date: formatDate(one.reviewBy) })}</Tag>}</p></Line>))}</Lines>
    <Lines title={t('desk.patterns')} help={t('desk.patternsHelp')} count={desk.patterns.length}>{desk.patterns.map((one) => <Line key={one.personId} {...one}>{one.patterns.map((pattern) => <p key={pattern.kind}>{patternText(pattern)}</p>)}</Line>)}</Lines>
    <Lines title={t('desk.classes')} count={desk.classes.length}>{desk.classes.map((one) => (
      <li key={`${one.activityId}${one.day}`}><div><strong>{one.title}</strong><p>{t('classes.line', { day: formatDate(one.day, 'day'), missing: one.missing })}{one.teacherName && <> · <bdi>{one.teacherName}</bdi></>}</p></div>
        <LinkButton kind="quiet" to={`/attendance/class/${one.activityId}`} search={{ day: one.day }}>{t('classes.register')}</LinkButton></li>))}</Lines>
  </>
}

const isEmpty = (desk: Desk): boolean => [desk.reports, desk.undecided, desk.papers, desk.quotas, desk.selfCertifications, desk.patterns, desk.unexplained, desk.classes].every(({ length }) => length === 0)

/** What waits for an adviser about absence, and nothing else. */
export function DeskPage() {
  const t = useText('attendance')
  const [{ whose }, change] = useFilters(Scope)
  const [asked, setAsked] = useState<Asked>()
  const query = useApi('programme.getAbsenceDesk', { mine: whose === 'mine' }, { keep: true })
  return (
    <>
      <PageHeader title={t('desk.title')} description={t('desk.description')} actions={<Select id="whose" name="whose" hideLabel label={t('desk.scope')} value={whose} onChange={(next) => change({ whose: next ?? 'mine' })} options={[{ value: 'mine', label: t('desk.mine') }, { value: 'all', label: t('desk.all') }]} />} />
      <Loaded query={query} rows={8}>{(desk) => isEmpty(desk) ? <EmptyState title={t('desk.empty')}>{t('desk.emptyHelp')}</EmptyState>
        : <div className="desk"><div className="stack"><Waiting desk={desk} onAsk={setAsked} /></div><div className="stack"><Watched desk={desk} /></div></div>}</Loaded>
      <AbsenceDialog asked={asked} onClose={() => setAsked(undefined)} />
    </>
  )
}
