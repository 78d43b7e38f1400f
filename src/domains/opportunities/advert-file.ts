import { dayInNorway, PlainDate } from '#shared/date.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { decodeJson } from '#shared/file-text.ts'
import { readRecentDay } from '#shared/norwegian-date.ts'
import { EscoUri } from '#shared/occupation.ts'
import { isOrgNumber } from '#shared/org-number.ts'
import { advertsIn, type FoundAdvert } from './advert-file.forms.ts'
import { AdvertRow, NavAdvert } from './advert-file.schema.ts'
import { cleanAdvertHtml, webAddress } from './advert-html.ts'

/** `today` settles two-digit years in dates written by hand. */
export type AdvertsOptions = { today: PlainDate }

type Note = (field: string, code: string, params?: RowRemark['params']) => void

/** The longest text that is read, in characters; real ones are under 20,000. */
const MAX_TEXT = 200_000
const MAX_POSITIONS = 10_000

const tidy = (text: string | null | undefined): string | undefined => text?.replace(/\s+/g, ' ').trim() || undefined

/** The first field that says anything, on the advertisement itself or in its `properties`. */
const pick = (...texts: (string | null | undefined)[]): string | undefined => texts.map(tidy).find((text) => text !== undefined)

/** Moments with a time zone are turned into Norwegian days; those without are Norwegian already. */
function dayOf(text: string | null | undefined): PlainDate | undefined {
  if (!text) return undefined
  const moment = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? new Date(text) : undefined
  return moment && !Number.isNaN(moment.getTime()) ? dayInNorway(moment) : PlainDate.safeParse(text.slice(0, 10)).data
}

function momentOf(text: string | null | undefined): string | undefined {
  const moment = new Date(text && /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : Number.NaN)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

function dueOf(ad: NavAdvert, today: PlainDate): AdvertRow['applicationDue'] {
  const text = pick(ad.applicationDue, ad.applicationdue, ad.properties?.applicationdue)
  if (text === undefined) return undefined
  const day = readRecentDay(text, today)
  return day.ok ? day.value : { text: text.slice(0, 500) }
}

function extentOf(ad: NavAdvert): AdvertRow['extent'] {
  const text = pick(ad.extent, ad.properties?.extent)?.toLowerCase() ?? ''
  const [full, part] = [text.includes('heltid'), text.includes('deltid')]
  if (full && part) return 'both'
  return full ? 'full_time' : part ? 'part_time' : undefined
}

function positionsOf(ad: NavAdvert, note: Note): number {
  const text = pick(ad.positioncount, ad.properties?.positioncount)
  const count = Number(text)
  if (Number.isInteger(count) && count > 0 && count <= MAX_POSITIONS) return count
  if (text !== undefined) note('positions', 'advert.positions', { value: text.slice(0, 100) })
  return 1
}

/** `7411.01` and `7411` become `7411`; codes too short to name an occupation are left out with a note. */
function occupationsOf(ad: NavAdvert, note: Note): string[] {
  const codes = (ad.categoryList ?? []).flatMap((category) => {
    if (!category || (category.categoryType && !/^STYRK/i.test(category.categoryType))) return []
    const code = /^(\d{4})(?:\.\d{1,2})?$/.exec(category.code ?? '')?.[1]
    if (code && category.categoryType) return [code]
    note('occupationCodes', 'advert.occupationCode', { value: (category.code ?? '–').slice(0, 100) })
    return []
  })
  return [...new Set(codes)]
}

/** The finer occupations of ESCO, by their addresses. */
const escoOf = (ad: NavAdvert): string[] => [...new Set((ad.categoryList ?? []).flatMap((category) => (/^ESCO$/i.test(category?.categoryType ?? '') ? EscoUri.safeParse(category?.code).data ?? [] : [])))]

function employerOf(ad: NavAdvert, note: Note): Pick<AdvertRow, 'employerName' | 'employerOrgNumber'> {
  const name = pick(ad.businessName, ad.employer?.name, ad.properties?.employer)
  const number = pick(ad.employer?.orgnr)?.replace(/\s/g, '')
  if (number !== undefined && !isOrgNumber(number)) note('employerOrgNumber', 'advert.orgNumber', { value: number.slice(0, 100) })
  return { ...(name && { employerName: name }), ...(number && isOrgNumber(number) && { employerOrgNumber: number }) }
}

function placeOf(ad: NavAdvert, note: Note): Pick<AdvertRow, 'municipalityNumber' | 'municipalityName' | 'postcode' | 'place'> {
  const locations = (ad.workLocations ?? ad.locationList ?? []).filter((location) => location !== null && location !== undefined)
  if (locations.length > 1) note('place', 'advert.morePlaces', { count: locations.length })
  const location = locations[0] ?? ad.location
  const [number, name, postcode, place] = [tidy(location?.municipalCode), pick(location?.municipal, ad.municipal), tidy(location?.postalCode), tidy(location?.city)]
  return {
    ...(number && /^\d{4}$/.test(number) && { municipalityNumber: number }), ...(name && { municipalityName: name }),
    ...(postcode && /^\d{4}$/.test(postcode) && { postcode }), ...(place && { place }),
  }
}

function textOf(ad: NavAdvert, note: Note): string | undefined {
  const html = ad.description ?? ad.adtext ?? ad.properties?.adtext ?? ''
  if (html.length <= MAX_TEXT) return cleanAdvertHtml(html) || undefined
  note('descriptionHtml', 'advert.textTooLong', { most: MAX_TEXT })
  return undefined
}

const linkOf = (ad: NavAdvert): string | undefined =>
  [ad.link, ad.sourceurl, ad.properties?.sourceurl, ad.applicationUrl, ad.properties?.applicationurl].map(webAddress).find((link) => link !== undefined)

/** Without a status (the search engine gives none) an advertisement is active; every other word than ACTIVE is not. */
const statusOf = (ad: NavAdvert): AdvertRow['status'] => (tidy(ad.status) ?? 'ACTIVE').toUpperCase() === 'ACTIVE' ? 'active' : 'inactive'

function toRow(ad: NavAdvert, listingOnly: boolean, today: PlainDate, note: Note): AdvertRow {
  const optional = {
    jobTitle: pick(ad.jobtitle, ad.properties?.jobtitle), published: dayOf(ad.published), expires: dayOf(ad.expires), changedAt: momentOf(ad.sistEndret ?? ad.updated),
    applicationDue: dueOf(ad, today), extent: extentOf(ad), engagement: pick(ad.engagementtype, ad.properties?.engagementtype), descriptionHtml: textOf(ad, note), link: linkOf(ad),
  }
  return {
    externalId: tidy(ad.uuid)?.toLowerCase() ?? '', listingOnly, title: tidy(ad.title) ?? '', status: statusOf(ad),
    ...employerOf(ad, note), ...placeOf(ad, note), occupationCodes: occupationsOf(ad, note), escoUris: escoOf(ad), positions: positionsOf(ad, note),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  }
}

function readAdvert(row: number, { advert, listingOnly }: FoundAdvert, today: PlainDate, reading: FileReading<AdvertRow>): void {
  const shape = NavAdvert.safeParse(advert)
  if (!shape.success) {
    reading.refused.push({ row, code: 'advert.shape' })
    return
  }
  const notes: RowRemark[] = []
  const value = toRow(shape.data, listingOnly, today, (field, code, params) => notes.push({ row, field, code, ...(params && { params }) }))
  // An advertisement that was taken down has lost its title, and must still be known as inactive.
  const noTitle = value.title === '' && value.status === 'active'
  const checked = AdvertRow.safeParse(value)
  if (noTitle) reading.refused.push({ row, field: 'title', code: 'advert.noTitle' })
  if (!checked.success) reading.refused.push({ row, field: 'externalId', code: 'advert.noId' })
  if (noTitle || !checked.success) return
  reading.rows.push({ row, value: checked.data })
  reading.notes.push(...notes)
}

/**
 * Reads vacancies from the JSON of Nav: pages and entries of the public feed and the older forms (docs/import.md).
 * Texts are made safe to show. Row numbers are the place in the list, from 1.
 */
export function readAdverts(bytes: Uint8Array, { today }: AdvertsOptions): FileReading<AdvertRow> {
  const content = decodeJson(bytes)
  if (!content.ok) return refusedFile(content.code, content.params)
  const adverts = advertsIn(content.value)
  if (!adverts) return refusedFile('advert.unknownFormat')
  const reading: FileReading<AdvertRow> = { rows: [], refused: [], notes: [] }
  for (const [at, advert] of adverts.entries()) readAdvert(at + 1, advert, today, reading)
  return reading
}
