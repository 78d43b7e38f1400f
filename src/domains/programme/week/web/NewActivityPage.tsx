import { useState } from 'react'
import { useText } from '#web/i18n.tsx'
import { newId } from '#web/ids.ts'
import { useMe } from '#web/me.tsx'
import { useGo } from '#web/routing.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ActivityForm } from './ActivityForm.tsx'

/** A new class: the teacher is whoever makes it, until somebody else is chosen. */
export function NewActivityPage() {
  const t = useText('week')
  const { today, account } = useMe()
  const go = useGo()
  const [id] = useState(newId)
  return (
    <>
      <PageHeader title={t('activity.new')} crumbs={[{ label: t('list.title'), to: '/week' }]} description={t('list.emptyHelp')} />
      <ActivityForm initial={{ id, fromDate: today, teacherId: account.id, schedule: [{ weekday: 1, from: '08:30', to: '11:30' }] }} onDone={() => go(`/week/${id}`)} onCancel={() => go('/week')} />
    </>
  )
}
