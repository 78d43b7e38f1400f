import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { WAYS } from '../facts.schema.ts'

const Postcode = z.string().regex(/^\d{4}$/)
const Source = z.string().trim().min(1).max(200)

/** One line of the table: how long it takes from one postcode to another by one way. */
export const TravelTimeRow = z.object({ fromPostcode: Postcode, toPostcode: Postcode, way: z.enum(WAYS), minutes: z.int().min(0).max(600), source: Source, measuredOn: PlainDate })
export type TravelTimeRow = z.output<typeof TravelTimeRow>

/** Where a postcode lies: degrees of WGS 84, in Norway. */
export const PostcodeRow = z.object({ postcode: Postcode, place: z.string().trim().max(100).nullable(), latitude: z.number().min(57).max(81), longitude: z.number().min(4).max(32), source: Source, measuredOn: PlainDate })
export type PostcodeRow = z.output<typeof PostcodeRow>

/** How a straight line becomes minutes: road length over straight length, km an hour, minutes at least. */
const Straight = z.object({ factor: z.number().min(1).max(5), walkSpeed: z.int().min(1).max(15), bicycleSpeed: z.int().min(1).max(50), publicSpeed: z.int().min(1).max(120), carSpeed: z.int().min(1).max(120), leastMinutes: z.int().min(0).max(60), source: Source })
export const SaveStraightLineInput = Straight.extend({ /** Absent where none is set. */ version: z.int().optional() })

const Part = z.object({ source: z.string(), measuredOn: PlainDate, count: z.int() })
export const TravelPage = z.object({
  times: z.array(Part), spots: z.array(Part),
  /** Pairs of a postcode somebody lives at and one a place is at, by what is known of the way. Protected addresses are not among them. */
  pairs: z.object({ table: z.int(), straight: z.int(), unknown: z.int() }),
  /** People and places without a postcode: the way is unknown. */
  without: z.object({ people: z.int(), places: z.int() }),
  straight: Straight.extend({ source: z.string() }), /** Null where what Fotfeste assumes counts. */ set: z.object({ version: z.int(), by: z.string(), at: Instant }).nullable(),
  actions: z.array(z.enum(['import', 'change'])),
})
export const RemoveTravelInput = z.object({ what: z.enum(['times', 'spots']), source: z.string().max(200), measuredOn: PlainDate })
