import { useState } from 'react'
import { fileAddress, useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { useMay } from '#web/me.tsx'
import { usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Icon } from '#web/ui/Icon.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { PrintButton } from '#web/ui/PrintButton.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { ActivityForm } from './ActivityForm.tsx'
import { ExceptionsSection } from './ExceptionsSection.tsx'
import { ParticipantsSection } from './ParticipantsSection.tsx'
import { useKind, useScheduleText } from './words.ts'
import './week.css'

type Activity = Output<'programme.getActivity'>

function Facts({ activity }: { activity: Activity }) {
  const t = useText('week')
  const scheduleText = useScheduleText()
  const { formatDate, formatNumber } = useFormat()
  const from = formatDate(activity.fromDate)
  const hours = formatNumber(activity.hoursAWeek)
  return (
    <Section title={t('activity.facts')}>
      <DefinitionList columns={2} facts={[
        { term: t('column.when'), value: scheduleText(activity.schedule) },
        { term: t('column.hours'), value: activity.ownWorkHours > 0 ? t('activity.hoursWithOwn', { hours, own: formatNumber(activity.ownWorkHours) }) : t('activity.hoursAWeek', { hours }) },
        ...(activity.courseId ? [{ term: t('activity.course'), value: <Link to={`/courses/${activity.courseId}`}>{activity.courseName}</Link> }] : []),
        { term: t('activity.place'), value: activity.place }, { term: t('activity.teacher'), value: activity.teacherName && <bdi>{activity.teacherName}</bdi> },
        { term: t('activity.period'), value: activity.toDate ? t('activity.fromTo', { from, to: formatDate(activity.toDate) }) : t('activity.openEnd', { from }) },
        ...(activity.personId ? [{ term: t('participants.title'), value: <Link to={`/people/${activity.personId}`}><bdi>{activity.personName}</bdi></Link> }] : []),
      ]} />
    </Section>
  )
}

function ActivityView({ activity }: { activity: Activity }) {
  const t = useText('week')
  const kindText = useKind()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const title = activity.title ?? kindText(activity.kind)
  const { id, version, personId, kind, title: name, place, teacherId, schedule, fromDate, toDate, isWorkOriented, ownWorkHours, courseId } = activity
  return (
    <>
      <PageHeader title={title} crumbs={[{ label: t('list.title'), to: '/week' }]} facts={<><span>{kindText(activity.kind)}</span>{activity.isWorkOriented && <Tag tone="accent">{t('activity.workOriented')}</Tag>}</>} actions={<>
        <a className="ds-button" data-variant="tertiary" href={fileAddress('programme.getClassCalendar', { activityId: id })} download><Icon name="calendar" />{t('activity.calendar')}</a><PrintButton />
        {activity.actions.includes('change') && <Button icon="edit" onClick={() => setChanging(true)}>{t('activity.change')}</Button>}
        {personId === null && may('programme.teach') && <LinkButton kind="primary" icon="check" to={`/attendance/class/${id}`}>{t('activity.registerOther')}</LinkButton>}</>} />
      <div className="stack">
        <Facts activity={activity} />
        {personId === null && <ParticipantsSection activity={activity} />}
        <ExceptionsSection activity={activity} />
      </div>
      <Dialog open={changing} onClose={() => setChanging(false)} title={t('activity.change')} wide>
        <ActivityForm initial={{ id, version, personId, kind, title: name, place, teacherId, schedule, fromDate, toDate, isWorkOriented, ownWorkHours, courseId }} onDone={() => setChanging(false)} onCancel={() => setChanging(false)} />
      </Dialog>
    </>
  )
}

/** One class, or one own activity: when and where, who takes part, and the days that differ. */
export function ActivityPage() {
  const activityId = usePathParam('id')
  return <Loaded query={useApi('programme.getActivity', { activityId })} rows={10}>{(activity) => <ActivityView key={activityId} activity={activity} />}</Loaded>
}
