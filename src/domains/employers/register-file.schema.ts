import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** A unit of the company register as far as we need it. Missing is absent, never zero or empty. */
export const RegisterUnit = z.object({
  orgNumber: z.string().regex(/^\d{9}$/),
  name: z.string().min(1),
  /** `enhet` is the legal person, `underenhet` the workplace. */
  kind: z.enum(['enhet', 'underenhet']),
  parentOrgNumber: z.string().regex(/^\d{9}$/).optional(),
  /** AS, ENK, KOMM, BEDR … */
  orgForm: z.string().optional(),
  industryCodes: z.array(z.object({ code: z.string(), text: z.string() })),
  /** Registered employees; absent when the register does not say. */
  employees: z.int().nonnegative().optional(),
  address: z.object({
    lines: z.array(z.string()), postcode: z.string().optional(), place: z.string().optional(), municipalityNumber: z.string().regex(/^\d{4}$/).optional(),
  }).optional(),
  status: z.enum(['active', 'bankrupt', 'winding_up', 'deleted']),
  deletedOn: PlainDate.optional(),
  registeredOn: PlainDate.optional(),
})
export type RegisterUnit = z.infer<typeof RegisterUnit>

const text = z.string().nullish()
const flag = z.boolean().nullish()
const Coded = z.object({ kode: text, beskrivelse: text }).nullish()
const Address = z.object({ adresse: z.array(text).nullish(), postnummer: text, poststed: text, kommunenummer: text }).nullish()

/** A unit as data.brreg.no writes it. Fields we do not use are dropped. */
export const BrregUnit = z.object({
  organisasjonsnummer: z.union([z.string(), z.number()]).transform(String),
  navn: z.string(), organisasjonsform: Coded, naeringskode1: Coded, naeringskode2: Coded, naeringskode3: Coded,
  antallAnsatte: z.int().nonnegative().nullish(), forretningsadresse: Address, beliggenhetsadresse: Address, overordnetEnhet: text,
  konkurs: flag, underAvvikling: flag, underTvangsavviklingEllerTvangsopplosning: flag,
  slettedato: text, nedleggelsesdato: text, registreringsdatoEnhetsregisteret: text, respons_klasse: text,
  _links: z.object({ self: z.object({ href: text }).nullish() }).nullish(),
})
export type BrregUnit = z.infer<typeof BrregUnit>
