import { useState } from 'react'
import { useApi, useCommand } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Link } from '#web/ui/Link.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ELEMENTS, STAGES } from '../course.schema.ts'
import { CourseCard } from './CourseCard.tsx'
import './courses.css'
import type { Catalogue } from './words.ts'
import { showsCourses } from './words.ts'

/** What the law asks that no course gives, and the way to take it in. */
function TakeIn({ catalogue }: { catalogue: Catalogue }) {
  const t = useText('courses')
  const [ids] = useState(() => new Map(ELEMENTS.map((element) => [element, newId()])))
  const take = useCommand('programme.takeInCourses', { refreshes: showsCourses, success: ({ added }) => t('takeIn.done', { count: added }) })
  const lacking = ELEMENTS.filter((element) => catalogue.toTakeIn.includes(element))
  const run = (): void => { void take.run({ courses: lacking.map((key) => ({ key, id: ids.get(key) ?? newId() })) }) }
  const line = (element: (typeof ELEMENTS)[number]): string => {
    const asked = catalogue.leastToday.find((one) => one.element === element)
    return asked ? t('takeIn.line', { element: t(`element.${element}`), least: asked.least, measure: asked.measure }) : t('takeIn.lineOnly', { element: t(`element.${element}`) })
  }
  const list = <ul>{lacking.map((element) => <li key={element}>{line(element)}</li>)}</ul>
  const button = <Button kind="primary" icon="plus" pending={take.pending} onClick={run}>{t('takeIn.button', { count: lacking.length })}</Button>
  if (catalogue.courses.length === 0) return <EmptyState title={t('list.empty')} action={button}><p>{t('list.emptyHelp')}</p>{list}</EmptyState>
  return <Notice tone="warning" title={t('takeIn.title')} action={button}>{list}</Notice>
}

function Column({ stage, catalogue }: { stage: (typeof STAGES)[number]; catalogue: Catalogue }) {
  const t = useText('courses')
  const courses = catalogue.courses.filter((one) => one.stage === stage && one.retiredOn === null)
  return (
    <section className="course-column" aria-labelledby={`stage-${stage}`}>
      <h2 id={`stage-${stage}`}>{t(`stage.${stage}`)}<span className="count">{courses.length}</span></h2>
      {courses.length === 0 ? <p className="unknown">{t('stage.empty')}</p>
        : <ol className="course-cards">{courses.map((course, at) => <CourseCard key={course.id} course={course} mayMove={catalogue.actions.includes('write')} isFirst={at === 0} isLast={at === courses.length - 1} />)}</ol>}
    </section>
  )
}

function Retired({ courses }: { courses: Catalogue['courses'] }) {
  const t = useText('courses')
  const retired = courses.filter(({ retiredOn }) => retiredOn !== null)
  if (retired.length === 0) return null
  return <details className="courses-retired"><summary>{t('retired.title', { count: retired.length })}</summary><ul>{retired.map(({ id, name }) => <li key={id}><Link to={`/courses/${id}`}>{name}</Link></li>)}</ul></details>
}

function Road({ catalogue }: { catalogue: Catalogue }) {
  const t = useText('courses')
  const mayWrite = catalogue.actions.includes('write')
  return (
    <div className="stack">
      {mayWrite && catalogue.toTakeIn.length > 0 && <TakeIn catalogue={catalogue} />}
      {!mayWrite && catalogue.courses.length === 0 && <EmptyState title={t('list.empty')}>{t('list.ask')}</EmptyState>}
      {catalogue.courses.length > 0 && <div className="course-road">{STAGES.map((stage) => <Column key={stage} stage={stage} catalogue={catalogue} />)}</div>}
      <Retired courses={catalogue.courses} />
    </div>
  )
}

/** The catalogue as the road it is: early, midway and late, in the order of the municipality. */
export function CoursesPage() {
  const t = useText('courses')
  const query = useApi('programme.listCourses', {})
  const actions = query.data?.actions ?? []
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.description')} actions={<>
        {actions.includes('missing') && <LinkButton icon="warning" to="/courses/near-end">{t('list.nearEnd')}</LinkButton>}
        {actions.includes('write') && <LinkButton kind="primary" icon="plus" to="/courses/new">{t('list.new')}</LinkButton>}</>} />
      <Loaded query={query} rows={8}>{(catalogue) => <Road catalogue={catalogue} />}</Loaded>
    </>
  )
}
