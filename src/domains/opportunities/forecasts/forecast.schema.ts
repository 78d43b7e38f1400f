import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const NeedLevel = z.enum(['much', 'some', 'little'])
export type NeedLevel = z.infer<typeof NeedLevel>
const Year = z.int().min(2000).max(2100)

/** What is expected to be needed in one occupation, or a whole group, until a year, and who says so. */
export const SaveForecastInput = z.object({
  id: Id, version: z.int().optional(), occupationCode: z.string().regex(/^\d{2,4}$/), level: NeedLevel, people: z.int().min(0).max(100_000).nullable().default(null),
  horizonYear: Year, source: z.string().trim().min(1).max(200), sourceYear: Year, note: z.string().trim().max(1000).nullable().default(null),
})
export type SaveForecastInput = z.output<typeof SaveForecastInput>

export const Forecast = SaveForecastInput.omit({ version: true }).extend({ version: z.int(), occupationName: z.string().nullable(), enteredOn: PlainDate, isOld: z.boolean() })
export type Forecast = z.infer<typeof Forecast>
