import { z } from 'zod'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One stretch of work on a weekday, 1 (Monday) to 7. `to` before `from` is a night shift that ends the next day. */
export const ScheduleSlot = z.object({ weekday: z.int().min(1).max(7), from: TimeOfDay, to: TimeOfDay })
export type ScheduleSlot = z.infer<typeof ScheduleSlot>

/** A working week; empty where it is not agreed. */
export const Schedule = z.array(ScheduleSlot).max(21)
export type Schedule = z.infer<typeof Schedule>

/** Minutes after midnight of `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Hours of a week's slots. */
export const weeklyHours = (schedule: Schedule): number =>
  schedule.reduce((sum, { from, to }) => sum + ((minutesOf(to) - minutesOf(from) + 1440) % 1440), 0) / 60
