import { pricePlaces } from '#domains/matching/lists/price-places.jobs.ts'
import { ringStandingWishes } from '#domains/matching/standing-wishes/ring.jobs.ts'
import { planRemindersJob, remindInTheMorning } from '#domains/notifications/reminders.jobs.ts'
import { remindOfMeetings } from '#domains/meetings/reminders.jobs.ts'
import { sendMessage } from '#domains/notifications/send-message.jobs.ts'
import { warnOfMissingValues } from '#domains/rules/missing-values.jobs.ts'
import type { JobTools, Worker } from '#platform/jobs.ts'
import { startWorker } from '#platform/jobs.ts'
import type { Mailer } from '#platform/mail.ts'
import type { Installation } from './installation.ts'

async function everyHour(tools: JobTools): Promise<void> {
  await remindInTheMorning(tools)
  await ringStandingWishes(tools)
  await warnOfMissingValues(tools)
  await remindOfMeetings(tools)
  await pricePlaces(tools)
}

/** Every job there is, and what is done each hour. */
export const makeWorker = ({ db, ownerUrl, secret }: Installation, mailer: Mailer, origin: string): Worker =>
  startWorker({ db, ownerUrl, secret, jobs: [sendMessage(mailer, origin), planRemindersJob], hourly: everyHour })
