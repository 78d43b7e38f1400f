import { z } from 'zod'
import { OpeningContent, Demand } from '#domains/opportunities/opening.schema.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Criterion, Match, PersonCard } from '../match.schema.ts'

/** What an employer would say yes to: the fields of an opening that a person can be compared with. */
export const WishContent = OpeningContent.pick({ title: true, occupationCode: true, tasks: true, schedule: true, hoursPerWeek: true, physicalDemands: true, reachableBy: true })
export const WishDemands = z.array(Demand).max(40)
export const SaveWishInput = WishContent.extend({ id: Id, /** Absent for a new one. */ version: z.int().optional(), employerId: Id, /** The talk it came from. */ needId: Id.nullable().default(null), since: PlainDate, demands: WishDemands.default([]) })
export type SaveWishInput = z.output<typeof SaveWishInput>

export const EndReason = z.enum(['filled', 'opening', 'no_longer', 'mistake'])
export type EndReason = z.infer<typeof EndReason>
export const EndWishInput = z.object({ id: Id, version: z.int(), reason: EndReason })
export const WishSaved = z.object({ id: Id, version: z.int() })

/** A wish rang: who fits now, and what she reached; nothing reached means that she has arrived. */
export const Ring = z.object({ id: Id, version: z.int(), wishId: Id, wishTitle: z.string(), employerId: Id, employerName: z.string(), person: PersonCard, reached: z.array(Criterion), rungOn: PlainDate, /** Whom it rings for. */ contactName: z.string().nullable() })
export type Ring = z.infer<typeof Ring>

export const Wish = WishContent.extend({ id: Id, version: z.int(), employerId: Id, employerName: z.string(), /** Where the employer is: the way there counts. */ postcode: z.string().nullable(), needId: Id.nullable(), occupationName: z.string().nullable(), since: PlainDate, demands: WishDemands,
  contactName: z.string().nullable(), endedOn: PlainDate.nullable(), endReason: EndReason.nullable(), actions: z.array(z.enum(['change', 'end'])) })
export type Wish = z.infer<typeof Wish>
/** How many fit and nearly fit today, and how many rings nobody has looked at. */
export const WishRow = Wish.extend({ fits: z.int(), nearly: z.int(), rings: z.int() })
export type WishRow = z.infer<typeof WishRow>
export const ListWishesInput = z.object({ employerId: Id.optional(), ended: z.boolean().default(false) })
export const WishPage = z.object({ wish: Wish, rows: z.array(z.object({ person: PersonCard, match: Match })), fits: z.int(), nearly: z.int(), rings: z.array(Ring) })
export type WishPage = z.infer<typeof WishPage>
