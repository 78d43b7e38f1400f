import type { PlainDate } from '#shared/date.ts'
import { addDays, weekday } from '#shared/date.ts'

/** A planned visit or call that is not noted as done, and who is to do it. */
export type OpenFollowUp = { accountId: string; dueOn: PlainDate }
export type Reminder = { accountId: string; today: number; late: number; unnoted: number }

/**
 * What each colleague is reminded of this morning; nobody at weekends. `today`: planned for today. `unnoted`: planned for the
 * last working day or the weekend after it. `late`: older, told on Mondays alone, so that nobody gets the same letter every day.
 */
export function remindersOf(open: readonly OpenFollowUp[], today: PlainDate): Reminder[] {
  const day = weekday(today)
  if (day > 5) return []
  const lastWorkingDay = addDays(today, day === 1 ? -3 : -1)
  const made = new Map<string, Reminder>()
  for (const { accountId, dueOn } of open) {
    const reminder = made.get(accountId) ?? { accountId, today: 0, late: 0, unnoted: 0 }
    if (dueOn === today) reminder.today += 1
    else if (dueOn >= lastWorkingDay && dueOn < today) reminder.unnoted += 1
    else if (dueOn < lastWorkingDay && day === 1) reminder.late += 1
    made.set(accountId, reminder)
  }
  return [...made.values()].filter((one) => one.today + one.late + one.unnoted > 0)
}
