import { useState } from 'react'
import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { LeaveGuard } from '#web/LeaveGuard.tsx'
import { useFilters, usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorSummary } from '#web/ui/ErrorSummary.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useUnsaved } from '#web/unsaved.ts'
import { ClassLineRow, type Marked } from './ClassLineRow.tsx'
import { showsAbsence } from './words.ts'
import './attendance.css'

type Day = Output<'programme.getClassDay'>
type Marks = ReadonlyMap<string, Marked>

const Shown = z.object({ day: PlainDate.optional() })
const isPart = (state: Marked['state'] | undefined): boolean => state === 'late' || state === 'left_early'

const standing = (day: Day): Marks => new Map(day.lines.flatMap(({ personId, state, presentMinutes }) => (state === null ? [] : [[personId, { state, minutesAway: isPart(state) ? day.plannedMinutes - (presentMinutes ?? 0) : null }] as const])))
/** After the teacher has said that everybody is there: those who are reported away are not. */
const everybody = (day: Day): Marks => new Map(day.lines.map(({ personId, isReportedAway }) => [personId, { state: isReportedAway ? 'absent' : 'present', minutesAway: null } as const]))

function WindowNotice({ day }: { day: Day }) {
  const t = useText('attendance')
  const { formatDate } = useFormat()
  const until = formatDate(day.openUntil)
  if (day.window === 'future') return <Notice>{t('class.future')}</Notice>
  if (day.window === 'closed') return <Notice tone="warning">{t('class.closed', { until })}</Notice>
  if (day.window === 'late') return <Notice tone="warning">{t('class.late', { until })}</Notice>
  return <p className="class-day__until">{t('class.openUntil', { until })}</p>
}

/** The list with its own state: what is marked and not yet saved. */
function Register({ day }: { day: Day }) {
  const t = useText('attendance')
  const [marks, setMarks] = useState<Marks>(() => standing(day))
  const [reason, setReason] = useState<string>()
  const unsaved = useUnsaved(false)
  const register = useCommand('programme.registerClass', { refreshes: [...showsAbsence, 'programme.listActivities'], success: ({ changed }) => t('class.saved', { count: changed }), onDone: () => { unsaved.settle(); setReason(undefined) } })
  const mayChange = day.window === 'open' || day.window === 'late'
  const set = (next: Marks): void => { unsaved.mark(); setMarks(next) }
  const states = day.lines.map(({ personId }) => marks.get(personId)?.state)
  const absent = states.filter((state) => state === 'absent').length
  const open = states.filter((state) => state === undefined).length
  const save = (): void => {
    const lines = [...marks].map(([personId, { state, minutesAway }]) => ({ personId, state, presentMinutes: isPart(state) && minutesAway !== null ? Math.max(0, day.plannedMinutes - minutesAway) : null }))
    void register.run({ activityId: day.activityId, day: day.day, version: day.version, reason: reason?.trim() || null, lines })
  }
  const needsReason = day.window === 'late' || register.refusals.some(({ code }) => code === 'attendance.reasonNeeded')
  return (
    <div className="class-day">
      <LeaveGuard unsaved={unsaved} />
      {mayChange && <div className="class-day__all"><Button icon="check" onClick={() => set(everybody(day))}>{t('class.allPresent')}</Button><p>{t('class.allPresentHelp')}</p></div>}
      <ErrorSummary refusals={register.refusals} />
      <ul className="class-day__lines">{day.lines.map((line) => <ClassLineRow key={line.personId} line={line} planned={day.plannedMinutes} marked={marks.get(line.personId)} disabled={!mayChange} onMark={(marked) => set(new Map([...marks, [line.personId, marked]]))} />)}</ul>
      {mayChange && <div className="class-day__save">
        {needsReason && <TextField id="reason" name="reason" label={t('class.reason')} description={t('class.reasonHelp')} value={reason} onChange={setReason} />}
        <p role="status">{t('class.sum', { present: day.lines.length - absent - open, absent, open })}</p>
        <Button kind="primary" pending={register.pending} disabled={marks.size === 0} onClick={save}>{t('class.save')}</Button>
      </div>}
    </div>
  )
}

function DayView({ day, onDay }: { day: Day; onDay: (day: PlainDate) => void }) {
  const t = useText('attendance')
  const { formatDate } = useFormat()
  const [previous, next] = [day.previousDay, day.nextDay]
  return (
    <>
      <PageHeader title={t('class.of', { title: day.title, day: formatDate(day.day, 'day') })} crumbs={[{ label: day.title, to: `/week/${day.activityId}` }]}
        description={day.from && day.to && [t('class.hours', { from: day.from, to: day.to, minutes: day.plannedMinutes }), day.place].filter(Boolean).join(' · ')}
        actions={<><Button disabled={previous === null} onClick={() => { if (previous) onDay(previous) }}>{t('class.previous')}</Button><Button disabled={next === null} onClick={() => { if (next) onDay(next) }}>{t('class.next')}</Button></>} />
      {day.plannedMinutes === 0 ? <EmptyState title={t('class.none')} action={<LinkButton to={`/week/${day.activityId}`}>{t('class.toClass')}</LinkButton>}>{t('class.noneHelp')}</EmptyState>
        : <><WindowNotice day={day} />{day.lines.length === 0 ? <EmptyState title={t('class.nobody')} action={<LinkButton to={`/week/${day.activityId}`}>{t('class.toClass')}</LinkButton>} />
          // what was saved since, or fetched anew after a refusal, begins the list again
          : <Register key={`${day.day} ${String(day.version)}`} day={day} />}</>}
    </>
  )
}

/** A class on one day: everybody on one page, saved in one. */
export function ClassDayPage() {
  const activityId = usePathParam('id')
  const [{ day }, change] = useFilters(Shown)
  return <Loaded query={useApi('programme.getClassDay', { activityId, ...(day && { day }) }, { keep: true })} rows={12}>{(shown) => <DayView key={shown.day} day={shown} onDay={(next) => change({ day: next })} />}</Loaded>
}
