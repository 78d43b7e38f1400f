import { z } from 'zod'
import { SkillLevel } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { AddressProtection, ArrivalCategory } from './arrival.schema.ts'

/** Two letters of ISO 3166-1; `XX` is stateless. */
const CountryCode = z.string().regex(/^[A-Z]{2}$/)

/** A number of the population register. A synthetic one keeps the kind it imitates. */
export const NationalNumber = z.object({ kind: z.enum(['fnr', 'dnr']), number: z.string().regex(/^\d{11}$/), synthetic: z.boolean() })
export type NationalNumber = z.infer<typeof NationalNumber>

/** One person as the participant template gives her, cleaned and checked. Nothing is guessed: what was not there is absent. */
export const ParticipantRow = z.object({
  givenName: z.string().min(1).max(200),
  familyName: z.string().min(1).max(200),
  birthDate: PlainDate.optional(),
  gender: z.enum(['female', 'male', 'other']).optional(),
  nationalNumber: NationalNumber.optional(),
  /** Twelve digits. */
  dufNumber: z.string().regex(/^\d{12}$/).optional(),
  country: CountryCode.optional(),
  /** Languages are BCP 47 codes where the name is known, else the text as it stood. */
  firstLanguage: z.string().optional(),
  otherLanguages: z.array(z.string()),
  /** E.164: `+` and digits. */
  phone: z.string().regex(/^\+\d{7,15}$/).optional(),
  email: z.email().optional(),
  address: z.object({ street: z.string().optional(), postcode: z.string().regex(/^\d{4}$/).optional(), place: z.string().optional() }).optional(),
  arrivalCategory: ArrivalCategory.optional(),
  settledOn: PlainDate.optional(),
  addressProtection: AddressProtection,
  interpreterLanguage: z.string().optional(),
  /** First digit of NUS2000: 0 none, 1 primary … 8 doctorate, 9 not stated. */
  educationLevel: z.int().min(0).max(9).optional(),
  /** `code` is four digits of STYRK-08. */
  occupation: z.object({ code: z.string().regex(/^\d{4}$/).optional(), title: z.string().optional() }).optional(),
  norwegian: z.array(SkillLevel),
  assessedOn: PlainDate.optional(),
  licences: z.array(z.string()),
  wishedOccupation: z.object({ code: z.string().regex(/^\d{4}$/).optional(), title: z.string().optional() }).optional(),
  hoursPerWeek: z.number().positive().max(60).optional(),
  note: z.string().max(4000).optional(),
})
export type ParticipantRow = z.infer<typeof ParticipantRow>
