import { listJobs, retryJob } from './job.operations.ts'

export { queueMessage } from './queue-message.ts'
export type { NewMessage } from './queue-message.ts'

/** The operations of this slice, by name. */
export const notificationsOperations = {
  'notifications.listJobs': listJobs,
  'notifications.retryJob': retryJob,
}
