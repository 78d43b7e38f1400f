import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** How much an occupation is asked for here, as far as it is known. Not known is not the same as little. */
export const LocalLevel = z.enum(['much', 'some', 'little', 'unknown'])
export type LocalLevel = z.infer<typeof LocalLevel>

/** A count that is not shown because it is of 1 to 4 people is `few`. */
export const SmallCount = z.union([z.int(), z.literal('few')])

export const NeedRow = z.object({
  code: z.string(), name: z.string(), level: LocalLevel,
  /** Employers who named the occupation in a talk of the last two years, of how many who named any; null where none was asked so. `isShared`: the numbers are for several occupations together. */
  employers: z.object({ count: z.int(), asked: z.int(), now: z.int().nullable(), coming: z.int().nullable(), isShared: z.boolean() }).nullable(),
  practicePlaces: z.int(), /** Null where no vacancy at all is known here: none were brought in. */ vacancies: z.int().nullable(),
  /** Of those that are open: whether she gets there by a way she has. */
  reach: z.object({ yes: z.int(), no: z.int(), unknown: z.int() }),
  forecast: z.object({ level: z.enum(['much', 'some', 'little']), people: z.int().nullable(), horizonYear: z.int(), source: z.string(), sourceYear: z.int(), isOld: z.boolean(), /** Of a whole group, not of the occupation itself. */ ofGroup: z.boolean() }).nullable(),
  /** Placements in the occupation that have ended, and those that led to a job. `ended` is null where it would give away a few that did not. */
  results: z.object({ ended: SmallCount.nullable(), hired: SmallCount }),
})
export type NeedRow = z.infer<typeof NeedRow>

/** What was known of local need on a day: of the plan's occupation, of her wishes, and of near occupations that are asked for more. */
export const LocalNeed = z.object({ on: PlainDate, goal: NeedRow.nullable(), wishes: z.array(NeedRow), near: z.array(NeedRow), /** Wishes without an occupation's code: nothing can be said of them. */ wishesInWords: z.array(z.string()) })
export type LocalNeed = z.infer<typeof LocalNeed>
