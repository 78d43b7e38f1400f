import { z } from 'zod'
import type { Schedule } from '#shared/schedule.ts'
import { ScheduleSlot } from '#shared/schedule.ts'

const Slots = z.array(z.unknown()).transform((rows) => rows.flatMap((row) => ScheduleSlot.safeParse(row).data ?? [])).catch([])

/** The slots of a week as the database keeps them; what is no slot is left out. */
export const slotsOf = (json: unknown): Schedule => Slots.parse(json)
