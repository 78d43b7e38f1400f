import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Answer, DayKind, DayState, GuestState, Offer, Reply, Room, Round, Score, SlotState, Time, Wish } from './meeting.schema.ts'

/** What everybody who comes is told of the day. */
export const DayInfo = z.object({
  id: Id, kind: DayKind, title: z.string(), onDate: PlainDate, place: z.string(), address: z.string().nullable(), rounds: z.array(Round), office: z.string(), replyBy: PlainDate.nullable(), state: DayState, rooms: z.array(Room),
})
export type DayInfo = z.infer<typeof DayInfo>

/** A meeting by the clock as a guest sees it. `isMoved`: it was moved on the day, so she is told. `isUnnoted`: whether it was held is not known yet, and nobody is told that it was not. */
export const GuestMeeting = z.object({
  id: Id, employerId: Id, employerName: z.string(), round: z.int(), from: Time, to: Time, table: z.int(), room: Room.nullable(), interpreterName: z.string().nullable(), state: SlotState, isMoved: z.boolean(), isUnnoted: z.boolean(), again: z.boolean().nullable(),
})
/** A guest's own page: her number, her answer, whom she wishes to meet, her schedule. `wish` is hers alone. */
export const GuestPage = z.object({
  personIds: z.array(Id), day: DayInfo,
  guest: z.object({ id: Id, version: z.int(), number: z.int(), shownName: z.string().nullable(), introduction: z.string().nullable(), language: z.string().nullable(), from: Time.nullable(), to: Time.nullable(), reply: Reply, state: GuestState, mayShow: z.boolean() }),
  employers: z.array(z.object({ id: Id, name: z.string(), offers: z.string().nullable(), roomId: Id.nullable(), wish: Wish })),
  meetings: z.array(GuestMeeting), mayAnswer: z.boolean(), mayWish: z.boolean(), mayMeetAgain: z.boolean(),
})
export type GuestPage = z.infer<typeof GuestPage>

/** Her answer. `showName` is her yes to employers seeing her given name (of one without a case: `name`); without it they see her number. */
export const GuestAnswerInput = z.object({
  reply: Answer, showName: z.boolean().default(false), name: z.string().trim().min(1).max(60).nullable().default(null), introduction: z.string().trim().max(500).default(''), language: z.string().min(2).max(20).nullable().default(null),
  from: Time.nullable().default(null), to: Time.nullable().default(null),
})
export const GuestWishInput = z.object({ wishes: z.array(z.object({ employerId: Id, wish: Wish })).min(1).max(100) })
/** Whether she wants to meet an employer again; `at` is the time on her device. */
export const GuestAgainInput = z.object({ id: Id, employerId: Id, again: z.boolean(), at: Instant })

/** The days a signed-in participant is invited to. */
export const MyDays = z.object({ personId: Id, days: z.array(z.object({ id: Id, title: z.string(), kind: DayKind, onDate: PlainDate, from: Time, to: Time, place: z.string(), replyBy: PlainDate.nullable(), state: DayState, reply: Reply, number: z.int(), meetings: z.int() })) })
const ofDay = z.object({ dayId: Id })
export const MyDayInput = ofDay
export const MyAnswerInput = GuestAnswerInput.extend({ dayId: Id })
export const MyWishInput = GuestWishInput.extend({ dayId: Id })
export const MyAgainInput = GuestAgainInput.extend({ dayId: Id })
export const AboutPersons = z.object({ personIds: z.array(Id) })

/** What an employer sees of a guest: a number, and a given name and words of her own where she has said yes. Never more: a language would tell where she comes from. */
export const SeenGuest = z.object({ id: Id, number: z.int(), name: z.string().nullable(), introduction: z.string().nullable() })
export const EmployerOutcome = z.object({ score: Score.nullable(), note: z.string().nullable(), again: z.boolean().nullable(), offer: Offer.nullable() })
export const EmployerMeeting = z.object({ id: Id, guest: SeenGuest, guestState: GuestState, round: z.int(), from: Time, to: Time, table: z.int(), withInterpreter: z.boolean(), state: SlotState, isMoved: z.boolean(), isUnnoted: z.boolean(), outcome: EmployerOutcome })
/** An employer's own page. `isGone`: a colleague has noted that it left, or does not come; its own device does not overrule that. `guests` are those it may wish to meet, `wish` its own alone; `personIds` are for the log and never shown. */
export const EmployerPage = z.object({
  personIds: z.array(Id), day: DayInfo,
  employer: z.object({ id: Id, version: z.int(), name: z.string(), offers: z.string().nullable(), contactName: z.string().nullable(), contactPhone: z.string().nullable(), tables: z.int(), roomId: Id.nullable(), from: Time.nullable(), to: Time.nullable(), reply: Reply, notes: z.string().nullable(), isHere: z.boolean(), isGone: z.boolean() }),
  guests: z.array(SeenGuest.extend({ wish: Wish })), meetings: z.array(EmployerMeeting), mayAnswer: z.boolean(), mayWish: z.boolean(), mayScore: z.boolean(),
})
export type EmployerPage = z.infer<typeof EmployerPage>

const free = (most: number) => z.string().trim().max(most).transform((value) => (value === '' ? null : value)).default(null)
export const EmployerAnswerInput = z.object({
  reply: Answer, contactName: free(120), contactPhone: free(40), tables: z.int().min(1).max(50), from: Time.nullable().default(null), to: Time.nullable().default(null), offers: free(1000), notes: free(4000), note: free(1000),
})
export const EmployerWishInput = z.object({ wishes: z.array(z.object({ guestId: Id, wish: Wish })).min(1).max(500) })

/** One write of an employer's device, perhaps made without a network: its own id and time. Only the fields it sets are given; of two the later time stands. */
export const DeviceWrite = z.object({ id: Id, at: Instant, guestId: Id, score: Score.nullable().optional(), note: z.string().trim().max(2000).nullable().optional(), again: z.boolean().nullable().optional(), offer: Offer.nullable().optional() })
export type DeviceWrite = z.infer<typeof DeviceWrite>
/** `hereAt`: when somebody at the employer pressed "we are here". */
export const SyncInput = z.object({ writes: z.array(DeviceWrite).max(500), hereAt: Instant.optional() })
/** `taken` may be forgotten by the device; `refused` can never be taken, and says why by a code. */
export const Synced = z.object({ personIds: z.array(Id), taken: z.array(Id), refused: z.array(z.object({ id: Id, code: z.string() })) })

/** What a wall shows: numbers, never names. `clock` is the time it was made for. */
const WallMeeting = z.object({ number: z.int(), employerName: z.string(), table: z.int(), room: Room.nullable() })
export const Wall = z.object({
  title: z.string(), place: z.string(), onDate: PlainDate, state: DayState, clock: Time,
  now: z.object({ round: z.int(), from: Time, to: Time, meetings: z.array(WallMeeting) }).nullable(), next: z.object({ round: z.int(), from: Time, to: Time, meetings: z.array(WallMeeting) }).nullable(),
})
export type Wall = z.infer<typeof Wall>
