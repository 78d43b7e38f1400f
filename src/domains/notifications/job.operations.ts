import { sql } from 'kysely'
import { z } from 'zod'
import { withoutAddresses } from '#platform/jobs.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import { Jobs, RetryInput } from './message.schema.ts'
import { addSending } from './send-message.jobs.ts'

const MOST = 200
/** Still with the link it is about: a letter whose link has expired says nothing that can be done. */
const canBeSent = sql<boolean>`params ? 'link' or template not in ('approve_agreement', 'evaluate')`

type JobRow = Omit<z.input<typeof Jobs>['jobs'][number], 'actions'>

export const listJobs = operation({
  permission: 'jobs.manage', reads: true, input: z.object({}), output: Jobs, subjects: () => [],
  async run({ tx }) {
    const { rows } = await sql<JobRow>`select id, task, run_at, attempts, max_attempts, last_error, is_running from app.list_jobs(${MOST})`.execute(tx)
    const failed = await tx.selectFrom('message').select(['id', 'template', 'createdAt', 'failedAt', 'failure', canBeSent.as('canBeSent')]).where('failedAt', 'is not', null).orderBy('failedAt', 'desc').limit(MOST).execute()
    return {
      jobs: rows.map((row) => ({ ...row, lastError: row.lastError === null ? null : firstLine(row.lastError), actions: row.lastError !== null && !row.isRunning ? ['retry' as const] : [] })),
      messages: failed.map(({ canBeSent: may, ...row }) => ({ ...row, failedAt: row.failedAt ?? '', actions: may ? ['retry' as const] : [] })),
    }
  },
})

const firstLine = (error: string): string => withoutAddresses(error.split('\n')[0] ?? '').slice(0, 300)

export const retryJob = operation({
  permission: 'jobs.manage', input: RetryInput, output: z.object({}), subjects: () => [],
  async run({ tx }, input) {
    if ('jobId' in input) {
      const { rows } = await sql<{ retried: boolean }>`select app.retry_job(${input.jobId}) as retried`.execute(tx)
      if (!rows[0]?.retried) throw new NotFound()
      return {}
    }
    const message = found(await tx.selectFrom('message').select('id').where('id', '=', input.messageId).where('failedAt', 'is not', null).where(canBeSent).executeTakeFirst())
    await tx.updateTable('message').set({ failedAt: null, failure: null }).where('id', '=', message.id).execute()
    await addSending(tx, message.id)
    return {}
  },
})
