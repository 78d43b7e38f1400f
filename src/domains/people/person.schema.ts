import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { AddressProtection, ArrivalCategory } from './arrival.schema.ts'

export const PERSON_STATUSES = ['settled', 'in_programme', 'in_work', 'in_education', 'moved', 'ended'] as const
export const PersonStatus = z.enum(PERSON_STATUSES)
export type PersonStatus = z.infer<typeof PersonStatus>

export const Gender = z.enum(['female', 'male', 'other'])
export const NumberKind = z.enum(['fnr', 'dnr', 'duf'])
const Name = z.string().trim().min(1).max(120)
const Text = z.string().trim().max(4000)
const Country = z.string().regex(/^[A-Z]{2}$/)

/** What a list of people can be narrowed to; also what a saved view keeps. */
export const PeopleFilter = z.object({
  text: z.string().trim().max(120).optional(),
  status: z.array(PersonStatus).optional(),
  arrivalCategory: z.array(ArrivalCategory).optional(),
  adviserId: Id.optional(),
  norwegianAtLeast: CefrLevel.optional(),
  placement: z.enum(['with', 'without']).optional(),
})
export type PeopleFilter = z.infer<typeof PeopleFilter>

export const ListPeopleInput = PeopleFilter.extend({
  sort: z.enum(['name', 'settled', 'nearness']).default('name'),
  page: z.int().min(0).max(1000).default(0),
})

export const PersonRow = z.object({
  id: Id, givenName: z.string(), familyName: z.string(), birthDate: PlainDate.nullable(), country: Country.nullable(),
  status: PersonStatus, arrivalCategory: ArrivalCategory.nullable(), settledOn: PlainDate.nullable(),
  adviserName: z.string().nullable(), addressProtection: AddressProtection,
  /** Norwegian in conversation, the newest assessment. */
  norwegian: z.string().nullable(),
  /** The employer of the placement that runs or is agreed. */
  placedAt: z.string().nullable(),
})
export type PersonRow = z.infer<typeof PersonRow>

/** `total` counts up to 1,000; beyond that the list says "more than". */
export const PeopleList = z.object({ rows: z.array(PersonRow), total: z.int(), pageSize: z.int() })

export const PersonBasics = z.object({
  givenName: Name, familyName: Name,
  birthDate: PlainDate.nullable().default(null), gender: Gender.nullable().default(null), country: Country.nullable().default(null),
  phone: z.string().trim().max(40).nullable().default(null), email: z.email().max(200).nullable().default(null),
  firstLanguage: z.string().max(60).nullable().default(null), otherLanguages: z.array(z.string().max(60)).max(20).optional(), interpreterLanguage: z.string().max(60).nullable().default(null),
  contactLocale: z.string().max(10),
  arrivalCategory: ArrivalCategory.nullable().default(null), settledOn: PlainDate.nullable().default(null), permitUntil: PlainDate.nullable().default(null),
  status: PersonStatus, addressProtection: AddressProtection, adviserId: Id.nullable().default(null), note: Text.nullable().default(null),
})
export type PersonBasics = z.infer<typeof PersonBasics>

export const Address = z.object({ street: z.string().max(200).nullable().default(null), postcode: z.string().regex(/^\d{4}$/).nullable().default(null), place: z.string().max(100).nullable().default(null) })
export const FAMILY_RELATIONS = ['spouse', 'child', 'parent', 'sibling', 'guardian', 'other'] as const
export const FamilyRelation = z.enum(FAMILY_RELATIONS)
export const FamilyTie = z.object({
  id: Id, relation: FamilyRelation,
  relativeId: Id.nullable(), name: z.string(), birthYear: z.int().nullable(),
})

/** Her objection to being matched, or that she took it back: the words, and who noted them. Null where it was never spoken of. */
export const MatchingObjection = z.object({ since: PlainDate.nullable(), words: z.string(), notedBy: z.string().nullable() })
export const MatchingObjectionInput = z.object({ personId: Id, version: z.int(), objects: z.boolean(), /** What she said. */ words: z.string().trim().min(1).max(2000) })

/** A person's page. What the role may not see is absent and named in `hidden`, so that the screen can say so. */
export const Person = PersonBasics.extend({
  id: Id, version: z.int(), adviserName: z.string().nullable(),
  numbers: z.array(z.object({ kind: NumberKind, number: z.string() })),
  address: Address.nullable(), family: z.array(FamilyTie), matchingObjection: MatchingObjection.nullable(),
  hidden: z.array(z.enum(['numbers', 'address', 'health'])),
  actions: z.array(z.enum(['change', 'changeProtection', 'changeCompetence', 'propose', 'agree'])),
})
export type Person = z.infer<typeof Person>

export const SavePersonInput = PersonBasics.extend({
  id: Id,
  /** The version the change was based on; absent for a new person. */
  version: z.int().optional(),
  address: Address.optional(),
})

/** The relative is a person in Fotfeste, or somebody with only a name. */
export const SaveFamilyTieInput = z.object({
  id: Id, personId: Id, relation: FamilyRelation, relativeId: Id.nullable().default(null),
  relativeName: Name.nullable().default(null), relativeBirthYear: z.int().min(1900).max(2100).nullable().default(null),
})

export const SaveNumbersInput = z.object({ personId: Id, numbers: z.array(z.object({ kind: NumberKind, number: z.string().trim().min(1).max(40) })).max(10) })

/** A note in the health compartment. `consequence` is what others need to know, without the reason. */
export const HealthNote = z.object({ id: Id, version: z.int(), notedOn: PlainDate, body: z.string(), consequence: z.string().nullable() })
export const SaveHealthNoteInput = z.object({
  id: Id, personId: Id, version: z.int().optional(), notedOn: PlainDate, body: Text.min(1), consequence: z.string().trim().max(500).nullable().default(null),
  /** Writes the consequence, and nothing else, into the practical frame that colleagues read. */
  tellOthers: z.boolean().default(false),
})
