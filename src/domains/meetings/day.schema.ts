import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Answer, CameOfIt, DayEmployer, DayGuest, DayInterpreter, DayKind, DayState, DayWish, Offer, Outcome, Room, Round, SaveDayInput, Score, Slot, Time } from './meeting.schema.ts'

export const OfDay = z.object({ dayId: Id })
export const Saved = z.object({ id: Id, version: z.int() })
export const Removed = z.object({ id: Id })
export const RemoveInput = z.object({ dayId: Id, id: Id })

export const DayAction = z.enum(['change', 'invite', 'plan', 'start', 'close', 'note', 'thank'])
export type DayAction = z.infer<typeof DayAction>
export const LackReason = z.enum(['fewWishes', 'fewSlots', 'noInterpreter', 'seatsTaken'])
export const Lack = z.object({ guestId: Id, lacks: z.int(), why: LackReason })

export const DayRow = z.object({ id: Id, kind: DayKind, title: z.string(), onDate: PlainDate, from: Time, to: Time, place: z.string(), state: DayState, employers: z.int(), guests: z.int(), meetings: z.int() })
export const Days = z.object({ coming: z.array(DayRow), past: z.array(DayRow) })

/** Everything of a day for those who run it. `value` of the plan against `bound`, which no plan exceeds. */
export const DayPage = SaveDayInput.omit({ version: true, rounds: true, runFor: true, openTo: true, address: true, whoMayCome: true, replyBy: true }).extend({
  version: z.int(), rounds: z.array(Round), runFor: z.array(z.string()), openTo: z.enum(['own', 'all_jobseekers']), address: z.string().nullable(), whoMayCome: z.string().nullable(), replyBy: PlainDate.nullable(),
  state: DayState, plan: z.object({ value: z.int(), bound: z.int(), seed: z.int(), at: z.string(), idle: z.int(), walk: z.int(), lacks: z.array(Lack) }).nullable(),
  toAsk: z.object({ guests: z.int(), employers: z.int(), byHand: z.int(), hidden: z.int() }), actions: z.array(DayAction), rooms: z.array(Room.extend({ version: z.int() })), employers: z.array(DayEmployer), guests: z.array(DayGuest), interpreters: z.array(DayInterpreter),
  wishes: z.array(DayWish), slots: z.array(Slot), outcomes: z.array(Outcome), clock: Time, isToday: z.boolean(), personIds: z.array(Id),
})
export type DayPage = z.infer<typeof DayPage>

export const EmployerChoices = z.object({ employers: z.array(z.object({ id: Id, name: z.string(), place: z.string().nullable(), contactName: z.string().nullable(), contactEmail: z.string().nullable(), contactPhone: z.string().nullable(), openings: z.array(z.object({ id: Id, title: z.string() })) })) })

/** Why somebody fits: an opening that an employer of the day brings, and what speaks for it. No number ranks a person. */
export const Fit = z.object({ employerId: Id, employerName: z.string(), openingId: Id, title: z.string(), verdict: z.enum(['fits', 'nearly']), met: z.array(z.string()) })
export const Candidates = z.object({ rows: z.array(z.object({ personId: Id, personName: z.string(), adviserName: z.string().nullable(), language: z.string().nullable(), hasMail: z.boolean(), fits: z.array(Fit) })) })

/** Whom to invite; without a list everybody who has not been asked. */
export const InviteInput = z.object({ dayId: Id, version: z.int(), guestIds: z.array(Id).max(1000).optional(), employerIds: z.array(Id).max(500).optional() })
/** `byHand`: those without an address, to be told in another way; a guest has her number. */
export const Invited = z.object({ version: z.int(), mailed: z.int(), byHand: z.array(z.object({ number: z.int().nullable(), name: z.string() })), personIds: z.array(Id) })
export const RecordReplyInput = z.object({ dayId: Id, who: z.enum(['guest', 'employer']), id: Id, reply: Answer, channel: z.enum(['phone', 'mail', 'in_person']) })
export const MakeLinkInput = z.object({ dayId: Id, guestId: Id.optional(), employerId: Id.optional() })
export const MadeLink = z.object({ path: z.string(), personIds: z.array(Id) })

/** `who`: those who said yes, or everybody who has not said no. */
export const MakePlanInput = z.object({ dayId: Id, version: z.int(), seed: z.int().min(0).max(1_000_000).default(1), who: z.enum(['yes', 'all']).default('yes') })
export const Planned = z.object({ version: z.int(), value: z.int(), bound: z.int(), meetings: z.int(), lacks: z.array(Lack) })
export const PinInput = z.object({ dayId: Id, slotId: Id, fixed: z.boolean() })

const Change = z.object({ dayId: Id, id: Id })
export const MarkGuestInput = Change.extend({ as: z.enum(['expected', 'came', 'late', 'no_show', 'left']), until: Time.optional() })
export const MarkEmployerInput = Change.extend({ as: z.enum(['expected', 'came', 'late', 'no_show', 'left']), until: Time.optional() })
export const MarkInterpreterInput = Change.extend({ as: z.enum(['expected', 'late', 'left']), until: Time.optional() })
export const MarkMeetingInput = Change.extend({ held: z.boolean() })
/** After the day: whether somebody was there whom nobody noted. `version` is his or hers. */
export const NoteCameInput = z.object({ dayId: Id, who: z.enum(['guest', 'employer']), id: Id, version: z.int(), came: z.boolean() })
/** What a change on the day moved: whom to tell. `to` is null where the meeting is lost. */
export const Moved = z.object({ guestId: Id, number: z.int(), employerId: Id, employerName: z.string(), from: Time.nullable(), to: Time.nullable(), table: z.int().nullable() })
export const Marked = z.object({ moved: z.array(Moved), added: z.int(), lost: z.int(), ms: z.number(), personIds: z.array(Id) })
export type Marked = z.infer<typeof Marked>

const Pair = { dayId: Id, guestId: Id, employerId: Id }
export const SaveOutcomeInput = z.object({ ...Pair, score: Score.nullable().optional(), note: z.string().trim().max(2000).nullable().optional(), employerAgain: z.boolean().nullable().optional(), guestAgain: z.boolean().nullable().optional(),
  offer: Offer.nullable().optional(), cameOfIt: CameOfIt.nullable().optional(), secondOn: PlainDate.nullable().optional() })
export const StartPlaceInput = z.object({ ...Pair, id: Id, kind: z.enum(['language_practice', 'work_practice', 'work_training', 'wage_subsidy', 'ordinary_job']) })
export const ProposeInput = z.object({ ...Pair, id: Id, openingId: Id })
export const Proposed = z.object({ presentationId: Id, state: z.string(), personIds: z.array(Id) })
export const AboutPair = z.object({ id: Id, personIds: z.array(Id) })

/** A share with the interval it lies in with 95 % certainty; null where nobody is counted. */
export const Share = z.object({ of: z.int(), count: z.int(), share: z.number(), low: z.number(), high: z.number(), isSmall: z.boolean() }).nullable()
const Counts = z.object({ invited: z.int(), saidYes: z.int(), came: z.int(), noShow: z.int() })
/** Those of one municipality; `name` is null where nobody has said which. */
const OfMunicipality = Counts.extend({ name: z.string().nullable() })
export const Report = z.object({
  ours: Counts, others: Counts, employers: z.object({ invited: z.int(), came: z.int() }), planned: z.int(), held: z.int(), wanted: z.object({ both: z.int(), employer: z.int(), guest: z.int() }), offers: z.int(), secondMeetings: z.int(), places: z.int(),
  shares: z.object({ came: Share, held: Share, both: Share, offers: Share, places: Share }), byMunicipality: z.array(OfMunicipality),
  unnoted: z.object({ employers: z.int(), guests: z.int(), meetings: z.int() }),
})
export type Report = z.infer<typeof Report>
