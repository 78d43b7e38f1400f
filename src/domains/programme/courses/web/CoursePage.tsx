import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { usePathParam } from '#web/routing.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { useKind } from '../../week/web/words.ts'
import { CourseForm } from './CourseForm.tsx'
import './courses.css'
import { RunsSection } from './RunsSection.tsx'
import type { Catalogue, Course } from './words.ts'
import { showsCourses, useTiming } from './words.ts'

function Named({ ids, catalogue }: { ids: readonly string[]; catalogue: Catalogue }) {
  const found = catalogue.courses.filter(({ id }) => ids.includes(id))
  return found.length === 0 ? null : <ul className="course-named">{found.map(({ id, name }) => <li key={id}><Link to={`/courses/${id}`}>{name}</Link></li>)}</ul>
}

function About({ course, catalogue }: { course: Course; catalogue: Catalogue }) {
  const t = useText('courses')
  const timingText = useTiming()
  const { leastLevel, mostLevel, hours, meetings, requires, replaces } = course
  const facts = [
    { term: t('course.fulfils'), value: course.fulfils && t(`element.${course.fulfils}`) },
    { term: t('field.hours'), value: hours && t('card.hours', { hours }) }, { term: t('field.meetings'), value: meetings && t('card.meetings', { meetings }) },
    { term: t('field.givenBy'), value: course.giverName ?? t(`giver.${course.givenBy}`) }, { term: t('field.languages'), value: course.languages.join(', ') },
    { term: t('field.stage'), value: t(`stage.${course.stage}`) }, { term: t('field.timing'), value: timingText(course) },
    { term: t('field.leastLevel'), value: leastLevel }, { term: t('field.mostLevel'), value: mostLevel }, { term: t('field.track'), value: course.track }, { term: t('field.seats'), value: course.seats },
    { term: t('form.whom'), value: course.forParents && t('field.forParents') },
    { term: t('field.requires'), value: requires.length > 0 && <Named ids={requires} catalogue={catalogue} /> }, { term: t('field.replaces'), value: replaces.length > 0 && <Named ids={replaces} catalogue={catalogue} /> },
  ]
  return <Section title={t('course.about')} description={course.purpose ?? undefined}><DefinitionList columns={2} facts={facts.filter(({ value }) => Boolean(value))} /></Section>
}

function RetireButton({ course }: { course: Course }) {
  const t = useText('courses')
  const [asking, setAsking] = useState(false)
  const retire = useCommand('programme.retireCourse', { refreshes: showsCourses, success: t('course.restored'), onDone: () => setAsking(false) })
  const set = (isRetired: boolean): void => { void retire.run({ id: course.id, version: course.version, isRetired }) }
  if (course.retiredOn !== null) return <Button onClick={() => set(false)} pending={retire.pending}>{t('course.restore')}</Button>
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>{t('course.retire')}</Button>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} onConfirm={() => set(true)} title={t('course.retireTitle', { name: course.name })} consequences={[t('course.retireConsequence')]} confirm={t('course.retire')} pending={retire.pending} refusals={retire.refusals} />
    </>
  )
}

function CourseView({ course, catalogue }: { course: Course; catalogue: Catalogue }) {
  const t = useText('courses')
  const kindText = useKind()
  const { formatDate } = useFormat()
  const [changing, setChanging] = useState(false)
  const mayWrite = catalogue.actions.includes('write')
  const { fulfils, shortOfLaw, retiredOn, place: _, runs: __, shortOfLaw: ___, retiredOn: ____, ...content } = course
  return (
    <>
      <PageHeader title={course.name} crumbs={[{ label: t('list.title'), to: '/courses' }]} facts={<><span>{kindText(course.kind)}</span>{fulfils !== null && <Tag tone="accent">{t('course.statutory')}</Tag>}{retiredOn !== null && <Tag>{t('course.retired', { date: formatDate(retiredOn) })}</Tag>}</>}
        actions={mayWrite && <><RetireButton course={course} /><Button icon="edit" onClick={() => setChanging(true)}>{t('course.change')}</Button></>} />
      <div className="stack">
        {shortOfLaw !== null && <Notice tone="warning">{t('card.short', { least: shortOfLaw.least, measure: shortOfLaw.measure })}</Notice>}
        <RunsSection course={course} mayFill={catalogue.actions.includes('candidates')} />
        <About course={course} catalogue={catalogue} />
      </div>
      <Dialog open={changing} onClose={() => setChanging(false)} title={t('course.change')} wide>
        <CourseForm initial={{ ...content, fulfils }} onDone={() => setChanging(false)} onCancel={() => setChanging(false)} />
      </Dialog>
    </>
  )
}

/** One course: its groups with free seats first, then what it is. */
export function CoursePage() {
  const t = useText('courses')
  const id = usePathParam('id')
  return (
    <Loaded query={useApi('programme.listCourses', {})} rows={8}>{(catalogue) => {
      const course = catalogue.courses.find((one) => one.id === id)
      return course ? <CourseView key={id} course={course} catalogue={catalogue} /> : <><PageHeader title={t('course.gone')} crumbs={[{ label: t('list.title'), to: '/courses' }]} /><EmptyState title={t('course.gone')} action={<LinkButton to="/courses">{t('list.title')}</LinkButton>} /></>
    }}</Loaded>
  )
}
