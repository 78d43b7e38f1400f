import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const text = (most: number) => z.string().trim().min(1).max(most)
const maybe = (most: number) => text(most).nullable().default(null)

export const DayKind = z.enum(['job_fair', 'speed_interviews', 'reversed_speed_date'])
export const DayState = z.enum(['draft', 'invited', 'planned', 'live', 'closed'])
export type DayState = z.infer<typeof DayState>
export const Reply = z.enum(['not_asked', 'invited', 'yes', 'no', 'later'])
export type Reply = z.infer<typeof Reply>
/** What somebody answers to an invitation. */
export const Answer = z.enum(['yes', 'no', 'later'])
export const Picture = z.enum(['sun', 'star', 'tree', 'boat', 'fish', 'flower', 'house', 'mountain', 'key', 'cup'])
export const Offer = z.enum(['none', 'visit', 'practice', 'job'])
export const CameOfIt = z.enum(['second_meeting', 'practice', 'job', 'nothing'])
export const SlotState = z.enum(['planned', 'held', 'not_held', 'moved'])
/** 1 to 3 gladly, the more the gladder; 0 says nothing; -1 is no. */
export const Wish = z.int().min(-1).max(3)
/** One tap: 1 not this time, 2 perhaps, 3 yes. */
export const Score = z.int().min(1).max(3)

/** One round by the clock. */
export const Round = z.object({ from: Time, to: Time })
export type Round = z.infer<typeof Round>

export const Room = z.object({ id: Id, name: z.string(), picture: Picture, x: z.int(), y: z.int(), tables: z.int().nullable() })
export type Room = z.infer<typeof Room>
const Presence = { from: Time.nullable().default(null), to: Time.nullable().default(null) }
const AtDay = { id: Id, dayId: Id, version: z.int().optional() }

export const SaveDayInput = z.object({
  id: Id, version: z.int().optional(), kind: DayKind, title: text(120), onDate: PlainDate, place: text(120), address: maybe(200), rounds: z.array(Round).min(1).max(60),
  office: text(120), runFor: z.array(text(80)).max(30).default([]), openTo: z.enum(['own', 'all_jobseekers']).default('own'), whoMayCome: maybe(500), replyBy: PlainDate.nullable().default(null),
})
export type SaveDayInput = z.infer<typeof SaveDayInput>

export const SaveRoomInput = z.object({ ...AtDay, name: text(80), picture: Picture, x: z.int().min(-2000).max(2000).default(0), y: z.int().min(-2000).max(2000).default(0), tables: z.int().min(1).max(200).nullable().default(null) })
/** An employer of the register by its id, or one known by name alone. */
export const SaveEmployerInput = z.object({
  ...AtDay, ...Presence, employerId: Id.nullable().default(null), name: text(160), offers: maybe(1000), contactName: maybe(120), contactEmail: z.email().max(200).nullable().default(null), contactPhone: maybe(40),
  tables: z.int().min(1).max(50).default(1), roomId: Id.nullable().default(null), most: z.int().min(1).max(500).nullable().default(null), openingIds: z.array(Id).max(50).default([]), notes: maybe(4000),
})
export type SaveEmployerInput = z.infer<typeof SaveEmployerInput>
/** Participants of ours by their ids: each is given a number. `warned` is the yes to inviting somebody whose address is strictly confidential. */
export const AddGuestsInput = z.object({ dayId: Id, guests: z.array(z.object({ id: Id, personId: Id })).min(1).max(300), warned: z.boolean().default(false) })
/** Another jobseeker: counted without a case, a number and, if she wishes, a first name. */
export const SaveGuestInput = z.object({
  ...AtDay, ...Presence, shownName: maybe(60), introduction: maybe(500), comesFrom: maybe(80), language: maybe(20), locale: z.enum(['nb', 'nn', 'en', 'uk', 'ar']).default('nb'),
  least: z.int().min(0).max(60).default(0), most: z.int().min(1).max(60).default(60),
})
export const SaveInterpreterInput = z.object({ ...AtDay, ...Presence, name: text(120), supplierId: Id.nullable().default(null), bookingId: Id.nullable().default(null), languages: z.array(text(20)).min(1).max(20) })
export const SaveWishInput = z.object({ dayId: Id, guestId: Id, employerId: Id, byGuest: Wish.optional(), byEmployer: Wish.optional() })

const Present = { from: Time.nullable(), to: Time.nullable(), lateUntil: Time.nullable(), leftAt: Time.nullable() }
export const DayEmployer = z.object({
  id: Id, version: z.int(), employerId: Id.nullable(), name: z.string(), offers: z.string().nullable(), contactName: z.string().nullable(), contactEmail: z.string().nullable(), contactPhone: z.string().nullable(),
  tables: z.int(), roomId: Id.nullable(), most: z.int().nullable(), ...Present, reply: Reply, repliedAt: Instant.nullable(), replyNote: z.string().nullable(), notes: z.string().nullable(), cameAt: Instant.nullable(), /** A colleague has answered after the day: that may be set right. */ isNotedAfterwards: z.boolean(),
  openings: z.array(z.object({ id: Id, title: z.string() })),
})
export type DayEmployer = z.infer<typeof DayEmployer>
/** How somebody stands on the day itself. */
export const GuestState = z.enum(['expected', 'came', 'late', 'no_show', 'left'])
/** `personName` is null for another jobseeker, and for one whom the reader may not see: then she is a number. */
export const DayGuest = z.object({
  id: Id, version: z.int(), number: z.int(), isOurs: z.boolean(), personId: Id.nullable(), personName: z.string().nullable(), shownName: z.string().nullable(), introduction: z.string().nullable(),
  comesFrom: z.string().nullable(), language: z.string().nullable(), locale: z.string(), ...Present, least: z.int(), most: z.int(), reply: Reply, repliedAt: Instant.nullable(), state: GuestState, isNotedAfterwards: z.boolean(), hasMail: z.boolean(),
})
export type DayGuest = z.infer<typeof DayGuest>
export const DayInterpreter = z.object({ id: Id, version: z.int(), name: z.string(), supplierId: Id.nullable(), bookingId: Id.nullable(), languages: z.array(z.string()), ...Present })
export type DayInterpreter = z.infer<typeof DayInterpreter>
export const DayWish = z.object({ guestId: Id, employerId: Id, byGuest: Wish, byEmployer: Wish })
export type DayWish = z.infer<typeof DayWish>
/** `round` counts from 0, `table` from 1 at each employer. */
export const Slot = z.object({ id: Id, guestId: Id, employerId: Id, round: z.int(), table: z.int(), roomId: Id.nullable(), interpreterId: Id.nullable(), fixed: z.boolean(), state: SlotState, isMoved: z.boolean(), /** When the day was closed it was not noted whether both came. */ isUnnoted: z.boolean() })
export type Slot = z.infer<typeof Slot>
export const Outcome = z.object({
  id: Id, version: z.int(), guestId: Id, employerId: Id, score: Score.nullable(), note: z.string().nullable(), employerAgain: z.boolean().nullable(), guestAgain: z.boolean().nullable(), offer: Offer.nullable(),
  cameOfIt: CameOfIt.nullable(), secondOn: PlainDate.nullable(), agreementId: Id.nullable(), presentationId: Id.nullable(),
})
export type Outcome = z.infer<typeof Outcome>
