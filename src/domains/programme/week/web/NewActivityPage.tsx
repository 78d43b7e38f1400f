import { useState } from 'react'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { useApi, type Output } from '#web/api.ts'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { useFilters, useGo } from '#web/routing.ts'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ActivityForm } from './ActivityForm.tsx'

const Asked = z.object({ course: Id.optional() })

/** What a group of a course begins with. */
const ofCourse = (course: Output<'programme.listCourses'>['courses'][number] | undefined) => (course === undefined ? {} : { courseId: course.id, kind: course.kind, title: course.name, isWorkOriented: course.fulfils === 'work_or_education' })

/** A new class: the teacher is whoever makes it, until somebody else is chosen. Asked for from a course, it is a group of that. */
export function NewActivityPage() {
  const t = useText('week')
  const { today, account } = useMe()
  const go = useGo()
  const [id] = useState(newId)
  const [{ course }] = useFilters(Asked)
  const catalogue = useApi('programme.listCourses', {}, { enabled: course !== undefined })
  const back = course === undefined ? '/week' : `/courses/${course}`
  const initial = { id, fromDate: today, teacherId: account.id, schedule: [{ weekday: 1, from: '08:30', to: '11:30' }] }
  return (
    <>
      <PageHeader title={t('activity.new')} crumbs={[{ label: t('list.title'), to: '/week' }]} description={t('list.emptyHelp')} />
      {course === undefined ? <ActivityForm initial={initial} onDone={() => go(`/week/${id}`)} onCancel={() => go(back)} />
        : <Loaded query={catalogue} rows={6}>{({ courses }) => <ActivityForm initial={{ ...initial, ...ofCourse(courses.find((one) => one.id === course)) }} onDone={() => go(back)} onCancel={() => go(back)} />}</Loaded>}
    </>
  )
}
