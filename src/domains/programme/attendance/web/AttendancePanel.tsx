import { useState } from 'react'
import { z } from 'zod'
import { addMonths, plainDate } from '#shared/date.ts'
import { useApi, type Output } from '#web/api.ts'
import { useFormat, useLocale, useText } from '#web/i18n.tsx'
import { useMe } from '#web/me.tsx'
import { useFilters } from '#web/routing.ts'
import { Button } from '#web/ui/Button.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { AbsenceDialog, type Asked } from './AbsenceDialog.tsx'
import { AbsenceSection } from './AbsenceSection.tsx'
import { CountersSection } from './CountersSection.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'
import { RegistrationsSection } from './RegistrationsSection.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { ReportList } from './ReportList.tsx'
import { TimeSection } from './TimeSection.tsx'
import { usePatternText, useSelfText } from './words.ts'
import './attendance.css'

type Month = Output<'programme.getAttendance'>
const Shown = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/).optional() })

function MonthSection({ month, onMonth, onReport, onAbsence }: { month: Month; onMonth: (by: number) => void; onReport: () => void; onAbsence: () => void }) {
  const t = useText('attendance')
  const { locale } = useLocale()
  const { today } = useMe()
  const { formatNumber } = useFormat()
  const name = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month.month}-01T00:00:00Z`))
  const past = month.days.filter(({ onDay }) => onDay <= today)
  const hours = (of: 'planned' | 'present'): string => formatNumber(past.reduce((sum, day) => sum + day[of], 0) / 60, { maximumFractionDigits: 1 })
  return (
    <Section title={t('month.of', { month: name })} actions={<>
      {month.actions.includes('absence') && <Button icon="plus" onClick={onAbsence}>{t('absence.new')}</Button>}
      {month.actions.includes('report') && <Button icon="phone" onClick={onReport}>{t('report.note')}</Button>}</>}>
      <div className="cluster no-print"><Button onClick={() => onMonth(-1)}>{t('month.previous')}</Button><Button onClick={() => onMonth(1)}>{t('month.next')}</Button></div>
      <MonthCalendar days={month.days} caption={t('month.calendar')} />
      <p>{t('month.sum', { present: hours('present'), planned: hours('planned') })}</p>
    </Section>
  )
}

/** What is worth a talk, in counts and without conclusions. */
function Patterns({ month }: { month: Month }) {
  const t = useText('attendance')
  const patternText = usePatternText()
  if (!month.patterns || month.patterns.length === 0) return null
  return <Notice title={t('pattern.title')}>{month.patterns.map((one) => <p key={one.kind}>{patternText(one)}</p>)}<p><small>{t('desk.patternsHelp')}</small></p></Notice>
}

function MonthView({ month, onMonth }: { month: Month; onMonth: (by: number) => void }) {
  const t = useText('attendance')
  const { today } = useMe()
  const selfText = useSelfText()
  const [asked, setAsked] = useState<Asked>()
  const [reporting, setReporting] = useState(false)
  const who = { personId: month.personId, personName: month.personName }
  return (
    <div className="stack">
      <Patterns month={month} />
      <MonthSection month={month} onMonth={onMonth} onReport={() => setReporting(true)} onAbsence={() => setAsked({ ...who, on: month.month === today.slice(0, 7) ? today : `${month.month}-01` })} />
      {month.reports && month.reports.length > 0 && <Section title={t('desk.reports')} count={month.reports.length}><ReportList isOfOne reports={month.reports} onCode={(report) => setAsked({ ...who, report })} /></Section>}
      {month.absences && <AbsenceSection absences={month.absences} selfText={month.selfCertification ? selfText(month.selfCertification) : undefined} onChange={(absence) => setAsked({ ...who, absence })} />}
      <RegistrationsSection month={month} />
      {month.pauses && <TimeSection month={month} />}
      {month.absences && <CountersSection personId={month.personId} />}
      <AbsenceDialog asked={asked} onClose={() => setAsked(undefined)} />
      <ReportDialog {...who} open={reporting} onClose={() => setReporting(false)} />
    </div>
  )
}

/** A participant's attendance on her page: the month as a picture, what was registered, and, with the ground, absence and counters. */
export function AttendancePanel({ id }: { id: string }) {
  const { today } = useMe()
  const [{ month = today.slice(0, 7) }, change] = useFilters(Shown)
  const query = useApi('programme.getAttendance', { personId: id, month }, { keep: true })
  return <Loaded query={query} rows={8}>{(shown) => <MonthView month={shown} onMonth={(by) => change({ month: addMonths(plainDate(`${month}-01`), by).slice(0, 7) })} />}</Loaded>
}
