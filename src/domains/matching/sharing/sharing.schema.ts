import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Schedule } from '#shared/schedule.ts'
import { PersonCard } from '../match.schema.ts'
import { EmployerProfile, GivenHow, ProfilePart } from '../presentation.schema.ts'

const Words = z.string().trim().min(1).max(2000)

export const SharingAction = z.enum(['accept', 'decline', 'withdraw', 'end'])
export type SharingAction = z.infer<typeof SharingAction>
export const SharingState = z.enum(['proposed', 'in_force', 'ended'])
export type SharingState = z.infer<typeof SharingState>

/** An agreement as both its parties see it. */
export const SharingAgreement = z.object({
  id: Id, version: z.int(), state: SharingState, /** Whether it was proposed here. */ isOurs: z.boolean(), otherId: Id, otherName: z.string(),
  proposedOn: PlainDate, proposedByName: z.string().nullable(), note: z.string().nullable(), acceptedOn: PlainDate.nullable(), acceptedByName: z.string().nullable(),
  endedOn: PlainDate.nullable(), endedByUs: z.boolean().nullable(), endedByName: z.string().nullable(), endReason: z.string().nullable(), actions: z.array(SharingAction),
})
export type SharingAgreement = z.infer<typeof SharingAgreement>
export const Neighbour = z.object({ id: Id, name: z.string(), number: z.string(), sameRegion: z.boolean() })
export const Sharing = z.object({ rows: z.array(SharingAgreement), /** With whom an agreement may be proposed. */ neighbours: z.array(Neighbour) })
export const ProposeSharingInput = z.object({ id: Id, neighbourId: Id, note: Words.optional() })
export const AcceptSharingInput = z.object({ id: Id, version: z.int() })
export const EndSharingInput = z.object({ id: Id, version: z.int(), reason: Words })
export const Settled = z.object({ id: Id, version: z.int() })

export const PutForwardState = z.enum(['waiting', 'meet', 'not_now', 'seat', 'ended', 'withdrawn'])
export type PutForwardState = z.infer<typeof PutForwardState>

export const AnswerAction = z.enum(['meet', 'notNow', 'confirm', 'end'])
export type AnswerAction = z.infer<typeof AnswerAction>

/** Somebody a neighbour has put forward for a place of ours, before anything of her is read. */
export const FromNeighbour = z.object({
  id: Id, openingId: Id, openingTitle: z.string(), fromName: z.string(), putForwardOn: PlainDate, consentOn: PlainDate, state: PutForwardState,
  /** Her profile may be read: both still share, and her yes stands. */
  isShown: z.boolean(),
  answer: z.object({ id: Id, version: z.int(), answer: z.enum(['meet', 'not_now']), reason: z.string().nullable(), answeredOn: PlainDate, confirmedOn: PlainDate.nullable(), endedOn: PlainDate.nullable() }).nullable(), actions: z.array(AnswerAction),
})
export type FromNeighbour = z.infer<typeof FromNeighbour>

/** With whom a place of ours is shared, and whom neighbours have put forward there. */
export const OpeningSharing = z.object({
  canBeShared: z.boolean(), neighbours: z.array(z.object({ id: Id, name: z.string(), sharedOn: PlainDate.nullable() })), putForward: z.array(FromNeighbour), actions: z.array(z.literal('share')),
})
export type OpeningSharing = z.infer<typeof OpeningSharing>
export const OpeningIdInput = z.object({ openingId: Id })
export const ShareOpeningInput = z.object({ openingId: Id, neighbourIds: z.array(Id).max(50) })

const Demand = z.object({ kind: z.string(), isRequired: z.boolean(), skill: z.string().nullable(), level: z.string().nullable(), name: z.string().nullable(), sentence: z.string().nullable(), statutoryBasis: z.string().nullable() })
/** A neighbour's place, as much of it as we need. */
export const SharedPlace = z.object({
  id: Id, ownerName: z.string(), title: z.string(), employerName: z.string().nullable(), place: z.string().nullable(), occupationCode: z.string().nullable(), tasks: z.string().nullable(),
  fromDate: PlainDate.nullable(), toDate: PlainDate.nullable(), hoursPerWeek: z.number().nullable(), schedule: Schedule.catch([]), transportNote: z.string().nullable(),
  seats: z.int(), freeSeats: z.int(), isOpen: z.boolean(), contactName: z.string().nullable(), contactEmail: z.string().nullable(), demands: z.array(Demand), putForward: z.int(),
})
export type SharedPlace = z.infer<typeof SharedPlace>

export const PutForwardAction = z.enum(['takeBack'])
/** One of ours, put forward for a neighbour's place. */
export const PutForward = z.object({
  id: Id, version: z.int(), person: PersonCard, openingId: Id, openingTitle: z.string(), employerName: z.string().nullable(), ownerName: z.string(), putForwardOn: PlainDate,
  consentOn: PlainDate, consentHow: GivenHow, consentText: z.string(), consentParts: z.array(ProfilePart), consentBy: z.string().nullable(), profile: EmployerProfile,
  withdrawnOn: PlainDate.nullable(), withdrawnBy: z.enum(['person', 'staff', 'merged']).nullable(), withdrawnReason: z.string().nullable(), note: z.string().nullable(),
  answer: z.enum(['meet', 'not_now']).nullable(), reason: z.string().nullable(), answeredOn: PlainDate.nullable(), answeredByName: z.string().nullable(), confirmedOn: PlainDate.nullable(), endedOn: PlainDate.nullable(),
  state: PutForwardState, actions: z.array(PutForwardAction),
})
export type PutForward = z.infer<typeof PutForward>

const Pair = { personId: Id, openingId: Id }
export const PreviewPutForwardInput = z.object({ ...Pair, parts: z.array(ProfilePart) })
export const PutForwardPreview = z.object({ personId: Id, person: PersonCard, place: SharedPlace, profile: EmployerProfile, obstacles: z.array(z.string()), /** Something of hers leads there (PLA-03). */ hasGround: z.boolean() })
export const PutForwardInput = z.object({ id: Id, ...Pair, parts: z.array(ProfilePart).min(1), /** What the preview showed. */ profile: EmployerProfile, how: GivenHow, on: PlainDate, /** The very words she said yes to. */ text: Words,
  /** Why, where nothing of hers leads there. */ note: Words.optional() })
export const ListPutForwardInput = z.object({ personId: Id.optional(), openingId: Id.optional() })
export const TakeBackInput = z.object({ id: Id, version: z.int(), /** Whose wish it was. */ by: z.enum(['person', 'staff']), reason: Words.optional() })

export const ReadFromNeighbourInput = z.object({ id: Id })
export const NeighbourProfile = FromNeighbour.extend({ profile: EmployerProfile, contactName: z.string().nullable(), contactEmail: z.string().nullable() })
export type NeighbourProfile = z.infer<typeof NeighbourProfile>
export const AnswerNeighbourInput = z.object({ id: Id, /** Absent for the first answer. */ version: z.int().optional(), putForwardId: Id, answer: z.enum(['meet', 'not_now']), reason: Words.optional() })
export const SeatInput = z.object({ id: Id, version: z.int() })

/** What she herself reads of it. */
export const MyYes = z.object({ id: Id, ownerName: z.string(), openingTitle: z.string(), employerName: z.string().nullable(), consentOn: PlainDate, consentText: z.string(), /** What the neighbour is shown, to the letter. */ profile: EmployerProfile, withdrawnOn: PlainDate.nullable() })
export type MyYes = z.infer<typeof MyYes>
