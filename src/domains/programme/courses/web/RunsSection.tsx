import { useState } from 'react'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { CandidatesDialog } from './CandidatesDialog.tsx'
import type { Course } from './words.ts'

type Run = Course['runs'][number]

/** How long a run is, against how long the course should be. */
function RunHours({ run, course }: { run: Run; course: Course }) {
  const t = useText('courses')
  if (run.hours === null) return null
  return run.hours < (course.hours ?? 0) ? <Tag tone="warning">{t('runs.hoursShort', { hours: run.hours, least: course.hours ?? 0 })}</Tag> : <>{t('runs.hours', { hours: run.hours })}</>
}

/** The groups of a course that run or are to begin, and the way to set one up and to fill it. */
export function RunsSection({ course, mayFill }: { course: Course; mayFill: boolean }) {
  const t = useText('courses')
  const { formatDate } = useFormat()
  const [filling, setFilling] = useState<Run>()
  const add = mayFill && course.retiredOn === null && <LinkButton icon="plus" to="/week/new" search={{ course: course.id }}>{t('runs.new')}</LinkButton>
  return (
    <Section title={t('runs.title')} count={course.runs.length} description={t('runs.help')} actions={course.runs.length > 0 && add}>
      {course.runs.length === 0 ? <EmptyState title={t('runs.empty')} action={add}>{t('runs.emptyHelp')}</EmptyState>
        : <Table caption={t('runs.title')} hideCaption rows={course.runs} rowKey={({ activityId }) => activityId} columns={[
          { key: 'run', header: t('runs.column.run'), names: true, cell: (run) => <><Link to={`/week/${run.activityId}`}>{run.title}</Link>{run.place !== null && <><br /><small>{run.place}</small></>}</> },
          { key: 'when', header: t('runs.column.when'), cell: (run) => <>{run.toDate ? t('runs.fromTo', { from: formatDate(run.fromDate), to: formatDate(run.toDate) }) : t('runs.from', { from: formatDate(run.fromDate) })} <RunHours run={run} course={course} /></> },
          { key: 'seats', header: t('runs.column.seats'), align: 'end', cell: (run) => <>{run.seats === null ? run.participants : t('runs.of', { count: run.participants, seats: run.seats })} {run.free === 0 && <Tag tone="warning">{t('card.free', { free: 0 })}</Tag>}</> },
          ...(mayFill ? [{ key: 'do', header: t('runs.column.do'), cell: (run: Run) => <Button icon="people" disabled={run.free === 0} onClick={() => setFilling(run)}>{t('runs.candidates')}<span className="ds-sr-only"> {run.title}</span></Button> }] : []),
        ]} />}
      {filling && <CandidatesDialog run={filling} onClose={() => setFilling(undefined)} />}
    </Section>
  )
}
