import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { OpeningCard, PersonCard, PresentationState } from './match.schema.ts'

export const ConsentHow = z.enum(['spoken', 'spoken_with_interpreter', 'written', 'own_application'])
export type ConsentHow = z.infer<typeof ConsentHow>
/** How she may say yes to an employer seeing her; her own application is something else. */
export const GivenHow = ConsentHow.exclude(['own_application'])

export const Outcome = z.enum(['open', 'agreed', 'declined_by_employer', 'declined_by_person', 'withdrawn'])
export type Outcome = z.infer<typeof Outcome>
export const WaitsFor = z.enum(['adviser', 'person', 'contact', 'employer', 'nobody'])
export type WaitsFor = z.infer<typeof WaitsFor>
export const PresentationAction = z.enum(['askForYes', 'recordConsent', 'present', 'recordMeeting', 'agree', 'declineByEmployer', 'declineByPerson', 'withdraw'])
export type PresentationAction = z.infer<typeof PresentationAction>

/** What an employer may be shown, each only with her yes. */
export const PROFILE_PARTS = ['given_name', 'languages', 'experience', 'skills', 'certificates', 'work_permit'] as const
export const ProfilePart = z.enum(PROFILE_PARTS)
export type ProfilePart = z.infer<typeof ProfilePart>

const Text = z.string().trim().max(4000)

/** What the employer sees: no family name, contact, country, age, background or number has a place here. */
export const EmployerProfile = z.object({
  givenName: z.string().optional(),
  languages: z.array(z.object({ language: z.string(), skill: z.string(), level: z.string(), asked: z.string().nullable() })).optional(),
  experience: z.array(z.object({ title: z.string(), years: z.number().nullable(), toYear: z.int().nullable() })).optional(),
  skills: z.array(z.object({ name: z.string(), seenAtWork: z.boolean() })).optional(),
  certificates: z.array(z.object({ kind: z.enum(['driving_licence', 'trade_certificate', 'authorisation', 'course']), name: z.string(), validUntil: PlainDate.nullable() })).optional(),
  mayWorkUntil: PlainDate.optional(),
})
export type EmployerProfile = z.infer<typeof EmployerProfile>

export const Presentation = z.object({
  id: Id, version: z.int(), state: PresentationState, waitsFor: WaitsFor, person: PersonCard, opening: OpeningCard.omit({ freeSeats: true }),
  startedBy: z.enum(['staff', 'participant']), createdAt: Instant, note: z.string().nullable(), application: z.string().nullable(), askedOn: PlainDate.nullable(),
  consentOn: PlainDate.nullable(), consentHow: ConsentHow.nullable(), consentText: z.string().nullable(), consentBy: z.string().nullable(), consentParts: z.array(ProfilePart),
  decidedOn: PlainDate.nullable(), decidedBy: z.string().nullable(), metOn: PlainDate.nullable(), meetingNote: z.string().nullable(),
  outcome: Outcome, outcomeReason: z.string().nullable(), contactName: z.string().nullable(),
  /** For her adviser, in time (PLA-19). */
  permitEnds: PlainDate.nullable(), actions: z.array(PresentationAction),
})
export type Presentation = z.infer<typeof Presentation>

export const GetPresentationInput = z.object({ presentationId: Id })
export const ListPresentationsInput = z.object({
  personId: Id.optional(), openingId: Id.optional(), employerId: Id.optional(),
  /** Only what waits for the one who asks. */
  mine: z.boolean().default(false),
  state: PresentationState.optional(), page: z.int().min(0).max(1000).default(0),
})
export const Presentations = z.object({ rows: z.array(Presentation), total: z.int(), pageSize: z.int(), counts: z.record(PresentationState, z.int()) })
export type Presentations = z.infer<typeof Presentations>

const Versioned = { presentationId: Id, version: z.int() }
export const ProposeInput = z.object({ id: Id, personId: Id, openingId: Id, note: Text.min(1).optional() })
export const AskForYesInput = z.object({ ...Versioned })
export const PreviewProfileInput = z.object({ presentationId: Id, parts: z.array(ProfilePart) })
export const RecordConsentInput = z.object({ ...Versioned, parts: z.array(ProfilePart).min(1), /** What the preview showed. */ profile: EmployerProfile, how: GivenHow, on: PlainDate, /** The very words she said yes to. */ text: Text.min(1) })
export const PresentInput = z.object({ ...Versioned })
export const RecordMeetingInput = z.object({ ...Versioned, on: PlainDate, note: Text.min(1).optional() })
export const DecideInput = z.object({ ...Versioned, outcome: Outcome.exclude(['open']), reason: Text.min(1).optional() })
export const Done = z.object({ id: Id, version: z.int(), personId: Id, state: PresentationState })

export const ProfileForEmployerInput = z.object({ presentationId: Id })
/** As it would be shown; nothing of it is out before she has said yes. */
export const ProfilePreview = z.object({ personId: Id, profile: EmployerProfile, openingTitle: z.string(), employerName: z.string().nullable(), municipalityName: z.string(), contactName: z.string().nullable() })
export type ProfilePreview = z.infer<typeof ProfilePreview>
export const ProfileForEmployer = ProfilePreview.extend({ consentOn: PlainDate })
export type ProfileForEmployer = z.infer<typeof ProfileForEmployer>

export const OpenPlace = z.object({ id: Id, title: z.string(), employerName: z.string().nullable(), place: z.string().nullable(), tasks: z.string().nullable(),
  fromDate: PlainDate.nullable(), toDate: PlainDate.nullable(), hoursPerWeek: z.number().nullable(), schedule: z.array(z.object({ weekday: z.int(), from: z.string(), to: z.string() })),
  transportNote: z.string().nullable(), applyUntil: PlainDate.nullable(),
  demands: z.array(z.object({ kind: z.string(), isRequired: z.boolean(), skill: z.string().nullable(), level: z.string().nullable(), name: z.string().nullable(), sentence: z.string().nullable() })),
  /** She has applied, or has been asked about it. */
  hasApplied: z.boolean() })
export type OpenPlace = z.infer<typeof OpenPlace>
export const OpenPlaces = z.object({ rows: z.array(OpenPlace), total: z.int(), pageSize: z.int() })
export const ListOpenPlacesInput = z.object({ openingId: Id.optional(), page: z.int().min(0).max(1000).default(0) })
/** `text`: why she wants it. `consentText`: what she was told the application is. */
export const ApplyInput = z.object({ id: Id, openingId: Id, text: Text.min(1).max(2000), consentText: Text.min(1) })
export const MyApplication = z.object({ id: Id, openingId: Id, title: z.string(), employerName: z.string().nullable(), appliedAt: Instant.nullable(), application: z.string().nullable(), state: PresentationState, outcome: Outcome,
  consentText: z.string().nullable() })
export const MyApplications = z.object({ rows: z.array(MyApplication) })
export const Applied = z.object({ id: Id, personId: Id })
