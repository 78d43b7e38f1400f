import { z } from 'zod'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One small change of what is known of a person: something she gets, or something somebody asks about. */
export const Change = z.discriminatedUnion('is', [
  z.object({ is: z.literal('level'), language: z.string(), skill: z.string(), to: z.string() }),
  z.object({ is: z.literal('mapLevel'), language: z.string(), skill: z.string().nullable() }),
  z.object({ is: z.literal('licence'), name: z.string(), how: z.enum(['get', 'ask', 'renew', 'see']) }),
  z.object({ is: z.literal('certificate'), name: z.string(), how: z.enum(['get', 'ask', 'renew', 'see']) }),
  z.object({ is: z.literal('skill'), name: z.string() }),
  z.object({ is: z.literal('mapWork'), name: z.string() }),
  z.object({ is: z.literal('mapFrame') }),
  z.object({ is: z.literal('until'), time: Time }),
  z.object({ is: z.literal('from'), time: Time }),
  z.object({ is: z.literal('travel'), way: z.string() }),
  z.object({ is: z.literal('hours'), hours: z.number() }),
])
export type Change = z.infer<typeof Change>
