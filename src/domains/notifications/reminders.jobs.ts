import { sql } from 'kysely'
import { z } from 'zod'
import { dayInNorway } from '#shared/date.ts'
import { asActor } from '#platform/db.ts'
import type { JobTools } from '#platform/jobs.ts'
import { job } from '#platform/jobs.ts'
import { queueMessage } from './queue-message.ts'
import type { OpenFollowUp } from './reminders.core.ts'
import { remindersOf } from './reminders.core.ts'

const FIRST_HOUR = 6
const LAST_HOUR = 17

const hourInNorway = (now: Date): number => Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' }).format(now))

/** In the morning each colleague is told how many visits are planned and which are not noted; names stay in Fotfeste. */
export async function planReminders({ db, actor, now }: JobTools): Promise<void> {
  const today = dayInNorway(now)
  await asActor(db, actor, async (tx) => {
    const { rows } = await sql<OpenFollowUp & { email: string; locale: string }>`
      select a.id as account_id, a.email, a.locale, f.due_on
      from follow_up f join agreement g on g.municipality_id = f.municipality_id and g.id = f.agreement_id
        join person p on p.municipality_id = f.municipality_id and p.id = f.person_id
        join account a on a.municipality_id = f.municipality_id and a.id = coalesce(g.responsible_id, p.adviser_id)
      where f.done_on is null and f.due_on <= ${today}::date and g.cancelled_at is null and g.ended_on is null and a.is_active and a.person_id is null`.execute(tx)
    for (const { accountId, today: planned, late, unnoted } of remindersOf(rows, today)) {
      const to = rows.find((row) => row.accountId === accountId)
      if (!to) continue
      const common = { to: to.email, accountId, locale: to.locale }
      const link = '/today'
      if (planned + late > 0) await queueMessage(tx, { ...common, key: `follow_up_due:${accountId}:${today}`, template: 'follow_up_due', params: { today: planned, late, link } })
      if (unnoted > 0) await queueMessage(tx, { ...common, key: `follow_up_note_missing:${accountId}:${today}`, template: 'follow_up_note_missing', params: { count: unnoted, link } })
    }
  })
}

/** Every hour, from six in the morning: told once a day, also when the server was down at six. */
export async function remindInTheMorning(tools: JobTools): Promise<void> {
  const hour = hourInNorway(tools.now)
  if (hour >= FIRST_HOUR && hour <= LAST_HOUR) await planReminders(tools)
}

/** The same on request, for one municipality. */
export const planRemindersJob = job({ name: 'plan_reminders', payload: z.object({}), handle: (tools) => planReminders(tools) })
