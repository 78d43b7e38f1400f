import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Initiative } from './initiative.schema.ts'
import { Need } from './need.schema.ts'
import { Pressure, Request } from './request.schema.ts'

export const EmployerKind = z.enum(['enhet', 'underenhet'])
export const EmployerStatus = z.enum(['active', 'bankrupt', 'winding_up', 'deleted'])
export type EmployerStatus = z.infer<typeof EmployerStatus>

/** Text that may be missing: an emptied field and a field never filled are both null. */
export const text = (most: number) => z.string().trim().max(most).transform((value) => value || null).nullable().default(null)
const Day = PlainDate.nullable().default(null)

/** What a list of employers can be narrowed to. */
export const EmployerFilter = z.object({
  text: z.string().trim().max(120).optional(),
  kind: EmployerKind.optional(),
  status: z.array(EmployerStatus).optional(),
  /** With practice places or vacancies that are open, or without. */
  places: z.enum(['with', 'without']).optional(),
  contact: z.enum(['mine', 'with', 'without']).optional(),
  /** Nobody has asked for this many months, or ever (EMP-15). */
  notAskedForMonths: z.int().min(1).max(60).optional(),
  municipality: z.enum(['own', 'other']).optional(),
})
export type EmployerFilter = z.infer<typeof EmployerFilter>

export const EmployerSort = z.enum(['name', 'lastAsked', 'places', 'nearness'])
export const ListEmployersInput = EmployerFilter.extend({
  sort: EmployerSort.default('name'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
  page: z.int().min(0).max(4000).default(0),
})

export const EmployerRow = z.object({
  id: Id, orgNumber: z.string(), kind: EmployerKind, name: z.string(), parentName: z.string().nullable(), place: z.string().nullable(),
  status: EmployerStatus, contactName: z.string().nullable(),
  openings: z.int(), openRequests: z.int(), lastAskedOn: PlainDate.nullable(), fullUntil: PlainDate.nullable(), needConfirmedOn: PlainDate.nullable(),
})
export type EmployerRow = z.infer<typeof EmployerRow>

/** `total` counts up to 1,000; beyond that the list says "more than". */
export const EmployerList = z.object({ rows: z.array(EmployerRow), total: z.int(), pageSize: z.int() })

/** What the municipality and the employer have agreed about how they work together (EMP-03, EMP-08). */
export const Relation = z.object({
  seatsAtOnce: z.int().min(0).max(1000).nullable().default(null),
  staffAskedOn: Day,
  notWhen: text(500),
  requestCap: z.int().min(0).max(100).nullable().default(null),
  fullUntil: Day,
  note: text(4000),
})
export type Relation = z.infer<typeof Relation>
export const SaveEmployerRelationInput = Relation.extend({ id: Id, version: z.int() })

export const ContactDetails = z.object({
  name: z.string().trim().min(1).max(120), title: text(120), phone: text(40),
  email: z.email().max(200).nullable().default(null),
  isSupervisor: z.boolean().default(false),
  supervisesAtOnce: z.int().min(1).max(50).nullable().default(null),
  isActive: z.boolean().default(true),
})
export const Contact = ContactDetails.extend({ id: Id, version: z.int() })
export type Contact = z.infer<typeof Contact>
export const SaveContactInput = ContactDetails.extend({ id: Id, employerId: Id, /** Absent for a new one. */ version: z.int().optional() })

/** From one contact person to another (EMP-02). The one who hands over is the one there is. */
export const HandOverInput = z.object({
  id: Id, employerId: Id, version: z.int(),
  toAccountId: Id.nullable().default(null), substituteAccountId: Id.nullable().default(null), note: text(2000),
})
export const Handover = z.object({ id: Id, onDate: PlainDate, from: z.string().nullable(), to: z.string().nullable(), substitute: z.string().nullable(), note: z.string().nullable() })

/** Why a unit may not be party to an agreement. */
export const AgreementRefusal = z.object({ code: z.string() })

export const EmployerAction = z.enum(['changeRelation', 'handOver', 'changeContacts', 'writeNeed', 'noteRequest', 'receiveInitiative', 'makeOpening'])

export const Employer = z.object({
  id: Id, version: z.int(), orgNumber: z.string(), kind: EmployerKind, name: z.string(), orgForm: z.string().nullable(),
  industryCode: z.string().nullable(), industryText: z.string().nullable(), employees: z.int().nullable(),
  street: z.string().nullable(), postcode: z.string().nullable(), place: z.string().nullable(), municipalityNumber: z.string().nullable(),
  status: EmployerStatus, registeredOn: PlainDate.nullable(), deletedOn: PlainDate.nullable(), checkedAt: z.string(),
  parentOrgNumber: z.string().nullable(),
  parent: z.object({ id: Id, name: z.string(), orgNumber: z.string() }).nullable(),
  units: z.array(z.object({ id: Id, name: z.string(), orgNumber: z.string(), place: z.string().nullable(), status: EmployerStatus, openings: z.int() })),
  contactAccountId: Id.nullable(), contactName: z.string().nullable(), substituteAccountId: Id.nullable(), substituteName: z.string().nullable(),
  ...Relation.shape,
  handovers: z.array(Handover), contacts: z.array(Contact), needs: z.array(Need), requests: z.array(Request), initiatives: z.array(Initiative),
  /** What one more request would mean today. */
  pressure: Pressure,
  /** Nothing when the unit may enter an agreement. */
  agreementRefusals: z.array(AgreementRefusal),
  actions: z.array(EmployerAction),
})
export type Employer = z.infer<typeof Employer>

export const Saved = z.object({ id: Id, version: z.int() })
