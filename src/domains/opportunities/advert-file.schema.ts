import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { EscoUri } from '#shared/occupation.ts'

/** A vacancy from Nav's feed or an older export, in one shape. */
export const AdvertRow = z.object({
  /** Nav's uuid for the advertisement. */
  externalId: z.uuid(),
  /** True for a line of a feed page, which only tells that something changed: the rest must be fetched or left as it is. */
  listingOnly: z.boolean(),
  title: z.string(),
  status: z.enum(['active', 'inactive']),
  employerName: z.string().optional(),
  employerOrgNumber: z.string().regex(/^\d{9}$/).optional(),
  /** The number of its year: old advertisements have numbers of municipalities that no longer exist. */
  municipalityNumber: z.string().regex(/^\d{4}$/).optional(),
  municipalityName: z.string().optional(),
  postcode: z.string().regex(/^\d{4}$/).optional(),
  place: z.string().optional(),
  /** Four digits of STYRK-08, each once. */
  occupationCodes: z.array(z.string().regex(/^\d{4}$/)),
  /** Addresses of ESCO occupations, each once. */
  escoUris: z.array(EscoUri),
  jobTitle: z.string().optional(),
  published: PlainDate.optional(),
  expires: PlainDate.optional(),
  /** When Nav last changed it, as a moment in UTC. */
  changedAt: z.iso.datetime().optional(),
  /** A day, or the employer's own words (`Snarest`). */
  applicationDue: z.union([PlainDate, z.object({ text: z.string() })]).optional(),
  extent: z.enum(['full_time', 'part_time', 'both']).optional(),
  /** `Fast`, `Vikariat`, `Engasjement` …, as the employer chose it. */
  engagement: z.string().optional(),
  positions: z.int().positive(),
  /** Safe to show; absent when there is no text. */
  descriptionHtml: z.string().optional(),
  link: z.url().optional(),
})
export type AdvertRow = z.infer<typeof AdvertRow>

// Nav's feeds are many hands' work: a field of an unexpected kind is taken as missing, never as a reason to lose the vacancy.
const text = z.union([z.string(), z.number().transform(String)]).nullish().catch(undefined)
const Location = z.object({ postalCode: text, city: text, municipal: text, municipalCode: text }).nullish().catch(undefined)
const Locations = z.array(Location).nullish().catch(undefined)
const Category = z.object({ categoryType: text, code: text, name: text }).nullish().catch(undefined)
const Employer = z.object({ name: text, orgnr: text }).nullish().catch(undefined)

/** The fields of an advertisement, whether they stand on it (public feed) or in its `properties` (internal form). */
const Details = {
  applicationdue: text, applicationDue: text, extent: text, engagementtype: text, positioncount: text, jobtitle: text,
  adtext: text, description: text, sourceurl: text, applicationurl: text, applicationUrl: text, link: text, employer: text,
}
export const NavAdvert = z.object({
  ...Details, uuid: text, title: text, status: text, businessName: text, published: text, expires: text, updated: text, sistEndret: text,
  location: Location, locationList: Locations, workLocations: Locations, municipal: text,
  categoryList: z.array(Category).nullish().catch(undefined), employer: Employer,
  properties: z.object(Details).nullish().catch(undefined),
})
export type NavAdvert = z.infer<typeof NavAdvert>
