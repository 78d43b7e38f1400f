import { useState } from 'react'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useGo } from '#web/routing.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { CourseForm } from './CourseForm.tsx'
import './courses.css'

/** A new course of the catalogue. */
export function NewCoursePage() {
  const t = useText('courses')
  const go = useGo()
  const [id] = useState(newId)
  return (
    <>
      <PageHeader title={t('list.new')} crumbs={[{ label: t('list.title'), to: '/courses' }]} />
      <CourseForm initial={{ id, givenBy: 'municipality', stage: 'early' }} onDone={() => go(`/courses/${id}`)} onCancel={() => go('/courses')} />
    </>
  )
}
