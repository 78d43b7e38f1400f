import { planRemindersJob, remindInTheMorning } from '#domains/notifications/reminders.jobs.ts'
import { sendMessage } from '#domains/notifications/send-message.jobs.ts'
import type { Worker } from '#platform/jobs.ts'
import { startWorker } from '#platform/jobs.ts'
import type { Mailer } from '#platform/mail.ts'
import type { Installation } from './installation.ts'

/** Every job there is, and what is done each hour. */
export const makeWorker = ({ db, ownerUrl, secret }: Installation, mailer: Mailer, origin: string): Worker =>
  startWorker({ db, ownerUrl, secret, jobs: [sendMessage(mailer, origin), planRemindersJob], hourly: remindInTheMorning })
