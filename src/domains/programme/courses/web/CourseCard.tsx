import { useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { STAGES } from '../course.schema.ts'
import type { Course } from './words.ts'
import { showsCourses, useTiming } from './words.ts'

/** When the next group begins, and whether there is room in it. */
function NextRun({ course }: { course: Course }) {
  const t = useText('courses')
  const { formatDate } = useFormat()
  const run = course.runs.find(({ hasBegun }) => !hasBegun) ?? course.runs.find(({ toDate }) => toDate === null)
  if (!run) return <p className="unknown">{t('card.noRun')}</p>
  return <p>{run.hasBegun ? t('card.running') : t('card.next', { date: formatDate(run.fromDate) })}{run.free !== null && <> · {run.free === 0 ? <Tag tone="warning">{t('card.free', { free: 0 })}</Tag> : t('card.free', { free: run.free })}</>}</p>
}

function MoveMenu({ course, isFirst, isLast }: { course: Course; isFirst: boolean; isLast: boolean }) {
  const t = useText('courses')
  const move = useCommand('programme.moveCourse', { refreshes: showsCourses, success: t('card.moved') })
  const to = (where: 'up' | 'down' | Course['stage']) => () => { void move.run({ id: course.id, version: course.version, to: where }) }
  const steps = [...(isFirst ? [] : [{ key: 'up', label: t('card.up'), onSelect: to('up') }]), ...(isLast ? [] : [{ key: 'down', label: t('card.down'), onSelect: to('down') }])]
  const stages = STAGES.filter((stage) => stage !== course.stage).map((stage) => ({ key: stage, label: t('card.to', { stage: t(`stage.${stage}`) }), onSelect: to(stage) }))
  return <Menu label={t('card.move', { name: course.name })} groups={[...(steps.length > 0 ? [{ items: steps }] : []), { items: stages }]} />
}

/** One course in its part of the road: § where the law asks for it, how long it is, when it belongs, and the next group. */
export function CourseCard({ course, mayMove, isFirst, isLast }: { course: Course; mayMove: boolean; isFirst: boolean; isLast: boolean }) {
  const t = useText('courses')
  const timingText = useTiming()
  const { fulfils, hours, meetings, shortOfLaw } = course
  return (
    <li className="course-card" data-statutory={fulfils !== null}>
      <div className="course-card__head">
        {fulfils !== null && <span className="course-card__law"><span aria-hidden="true" title={t('card.statutory', { element: t(`element.${fulfils}`) })}>§</span><span className="ds-sr-only">{t('card.statutory', { element: t(`element.${fulfils}`) })}</span></span>}
        <h3><Link to={`/courses/${course.id}`}>{course.name}</Link></h3>
        {mayMove && <MoveMenu course={course} isFirst={isFirst} isLast={isLast} />}
      </div>
      <p className="course-card__quiet">{[hours === null ? '' : t('card.hours', { hours }), meetings === null ? '' : t('card.meetings', { meetings }), timingText(course), course.languages.join(', ')].filter(Boolean).join(' · ')}</p>
      <NextRun course={course} />
      {shortOfLaw !== null && <p><Tag tone="warning">{t('card.short', { least: shortOfLaw.least, measure: shortOfLaw.measure })}</Tag></p>}
    </li>
  )
}
