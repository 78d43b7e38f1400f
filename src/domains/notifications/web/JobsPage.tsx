import { useApi, useCommand, type Output } from '#web/api.ts'
import { useFindText, useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Tag } from '#web/ui/Tag.tsx'

type Answer = Output<'notifications.listJobs'>

function useRetry() {
  const t = useText('notifications')
  return useCommand('notifications.retryJob', { refreshes: ['notifications.listJobs'], success: t('jobs.retried') })
}

/** Mail that will not be tried again by itself. */
function FailedMessages({ messages }: Pick<Answer, 'messages'>) {
  const t = useText('notifications')
  const find = useFindText()
  const { formatMoment } = useFormat()
  const retry = useRetry()
  if (messages.length === 0) return <EmptyState title={t('messages.none')} />
  return (
    <Table caption={t('messages.title')} hideCaption rows={messages} rowKey={({ id }) => id} columns={[
      { key: 'template', header: t('messages.template'), names: true, cell: ({ template }) => find(`messages.template.${template}`, 'notifications') ?? template },
      { key: 'failedAt', header: t('messages.failedAt'), cell: ({ failedAt }) => formatMoment(failedAt) },
      { key: 'failure', header: t('messages.failure'), cell: ({ failure }) => failure },
      { key: 'retry', header: t('jobs.retry'), cell: ({ id, actions }) => actions.includes('retry') && <Button pending={retry.pending} onClick={() => { void retry.run({ messageId: id }) }}>{t('jobs.retry')}</Button> },
    ]} />
  )
}

function Waiting({ jobs }: Pick<Answer, 'jobs'>) {
  const t = useText('notifications')
  const find = useFindText()
  const { formatMoment } = useFormat()
  const retry = useRetry()
  if (jobs.length === 0) return <EmptyState title={t('jobs.none')} />
  return (
    <Table caption={t('jobs.waiting')} hideCaption rows={jobs} rowKey={({ id }) => String(id)} columns={[
      { key: 'task', header: t('jobs.task'), names: true, cell: ({ task }) => find(`jobs.task.${task}`, 'notifications') ?? task },
      { key: 'runAt', header: t('jobs.runAt'), cell: ({ runAt, isRunning }) => isRunning ? <Tag tone="info">{t('jobs.running')}</Tag> : formatMoment(runAt) },
      { key: 'attempts', header: t('jobs.attempts'), align: 'end', cell: ({ attempts, maxAttempts }) => t('jobs.attemptsOf', { attempts, most: maxAttempts }) },
      { key: 'error', header: t('jobs.error'), cell: ({ lastError }) => lastError },
      { key: 'retry', header: t('jobs.retry'), cell: ({ id, actions }) => actions.includes('retry') && <Button pending={retry.pending} onClick={() => { void retry.run({ jobId: id }) }}>{t('jobs.retry')}</Button> },
    ]} />
  )
}

/** What waits to be done, and what could not be done. */
export function JobsPage() {
  const t = useText('notifications')
  return (
    <>
      <PageHeader title={t('jobs.title')} description={t('jobs.lead')} />
      <Loaded query={useApi('notifications.listJobs', {})} rows={6}>{({ jobs, messages }) => <>
        <Section title={t('messages.title')} count={messages.length}><FailedMessages messages={messages} /></Section>
        <Section title={t('jobs.waiting')} count={jobs.length}><Waiting jobs={jobs} /></Section>
      </>}</Loaded>
    </>
  )
}
