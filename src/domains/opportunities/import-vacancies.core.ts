import type { PlainDate } from '#shared/date.ts'
import { PlainDate as Day } from '#shared/date.ts'
import type { FileReading, RowRemark } from '#shared/file-reading.ts'
import type { FieldChange, ImportRow } from '#shared/import-result.ts'
import type { AdvertRow } from './advert-file.schema.ts'

/** What the feed decides of a vacancy; demands, supervisor and whether participants see it are ours. */
export type AdvertFacts = {
  externalId: string; title: string; employerId: string | null; employerName: string | null; occupationCode: string | null; escoUri: string | null
  advertHtml: string | null; link: string | null; seats: number; applyUntil: PlainDate | null; applyUntilText: string | null
  expiresOn: PlainDate | null; extent: AdvertRow['extent'] | null; postcode: string | null; place: string | null; isWithdrawn: boolean
}
export type KnownVacancy = AdvertFacts & { id: string; version: number }
export type AdvertToWrite = { row: number; known: KnownVacancy | undefined; facts: AdvertFacts; fields: string[] }
export type VacancyPlan = { rows: ImportRow[]; toWrite: AdvertToWrite[]; refused: RowRemark[]; notes: RowRemark[] }

/** What a file's vacancies can be tied to here. */
export type Ties = { vacancies: ReadonlyMap<string, KnownVacancy>; employers: ReadonlyMap<string, string>; occupations: ReadonlySet<string>; /** The groups each ESCO occupation belongs to. */ esco: ReadonlyMap<string, readonly string[]> }

/** The occupation an advertisement names: by its code, else by its ESCO occupation; the finer one where it belongs to the group. */
function occupationOf({ occupationCodes, escoUris }: AdvertRow, { occupations, esco }: Ties): Pick<AdvertFacts, 'occupationCode' | 'escoUri'> {
  const groupsOf = (uri: string): string[] => (esco.get(uri) ?? []).filter((code) => occupations.has(code))
  const occupationCode = occupationCodes.find((code) => occupations.has(code)) ?? escoUris.flatMap(groupsOf)[0] ?? null
  return { occupationCode, escoUri: escoUris.find((uri) => groupsOf(uri).some((code) => code === occupationCode)) ?? null }
}

function factsOf(advert: AdvertRow, ties: Ties): AdvertFacts {
  const due = advert.applicationDue
  const day = Day.safeParse(due)
  return {
    externalId: advert.externalId, title: advert.title, employerId: ties.employers.get(advert.employerOrgNumber ?? '') ?? null, employerName: advert.employerName ?? null,
    ...occupationOf(advert, ties), advertHtml: advert.descriptionHtml ?? null, link: advert.link ?? null,
    seats: advert.positions, applyUntil: day.success ? day.data : null, applyUntilText: typeof due === 'object' ? due.text : null,
    expiresOn: advert.expires ?? null, extent: advert.extent ?? null, postcode: advert.postcode ?? null, place: advert.place ?? null, isWithdrawn: advert.status === 'inactive',
  }
}

/** What the municipality has tied by hand stays where the feed says nothing. */
const onTopOf = (known: KnownVacancy, next: AdvertFacts): AdvertFacts =>
  ({ ...next, employerId: next.employerId ?? known.employerId, occupationCode: next.occupationCode ?? known.occupationCode,
    escoUri: next.escoUri ?? (next.occupationCode === null || next.occupationCode === known.occupationCode ? known.escoUri : null) })

const inWords = (value: AdvertFacts[keyof AdvertFacts] | undefined): string | null => (value === null || value === undefined ? null : String(value).slice(0, 200))

function changesBetween(known: AdvertFacts, next: AdvertFacts): FieldChange[] {
  const before = new Map<string, AdvertFacts[keyof AdvertFacts]>(Object.entries(known))
  return Object.entries(next).filter(([field, value]) => before.get(field) !== value).map(([field, value]) => ({ field, from: inWords(before.get(field)), to: inWords(value) }))
}

/** What becomes of one line: its facts, or undefined when it says nothing that can be used. */
function wanted(advert: AdvertRow, ties: Ties, known: KnownVacancy | undefined): AdvertFacts | undefined {
  if (advert.listingOnly || advert.status === 'inactive') return known && advert.status === 'inactive' ? { ...factsOnly(known), isWithdrawn: true } : undefined
  return known ? onTopOf(known, factsOf(advert, ties)) : factsOf(advert, ties)
}

function factsOnly({ id: _id, version: _version, ...facts }: KnownVacancy): AdvertFacts { return facts }

/**
 * Compares a file's vacancies with those that are here. An inactive one withdraws ours and makes none; a line that only
 * tells of an active one changes nothing; of two lines about one vacancy the later counts.
 */
export function planVacancies(reading: FileReading<AdvertRow>, ties: Ties, today: PlainDate): VacancyPlan {
  const plan: VacancyPlan = { rows: [], toWrite: [], refused: [...reading.refused], notes: [...reading.notes] }
  const last = new Map(reading.rows.map(({ row, value }) => [value.externalId, row]))
  for (const { row, value } of reading.rows) {
    const known = ties.vacancies.get(value.externalId)
    const facts = last.get(value.externalId) === row ? wanted(value, ties, known) : undefined
    const changes = known && facts ? changesBetween(known, facts) : []
    const outcome = !facts ? 'unchanged' : !known ? 'created' : changes.length > 0 ? 'changed' : 'unchanged'
    plan.rows.push({ row, outcome, name: value.title || known?.title || value.externalId, ...(changes.length > 0 && { changes }) })
    plan.notes.push(...notesOn(row, value, known, facts, today))
    if (facts && outcome !== 'unchanged') plan.toWrite.push({ row, known, facts, fields: changes.map(({ field }) => field) })
  }
  return plan
}

function notesOn(row: number, advert: AdvertRow, known: KnownVacancy | undefined, facts: AdvertFacts | undefined, today: PlainDate): RowRemark[] {
  const name = advert.title || known?.title || advert.externalId
  const isNew = facts !== undefined && known === undefined
  return [
    ...(advert.listingOnly && advert.status === 'active' ? [{ row, code: 'opportunities.listingOnly', params: { name } }] : []),
    ...(facts && facts.expiresOn !== null && facts.expiresOn < today && !facts.isWithdrawn ? [{ row, code: 'opportunities.alreadyExpired', params: { name, day: facts.expiresOn } }] : []),
    ...(facts === undefined && known === undefined && advert.status === 'inactive' ? [{ row, code: 'opportunities.notRunning', params: { name } }] : []),
    ...(isNew && advert.employerOrgNumber && facts.employerId === null ? [{ row, code: 'opportunities.employerNotHere', params: { name: advert.employerName ?? '–', number: advert.employerOrgNumber } }] : []),
    ...(isNew && advert.occupationCodes.length > 0 && facts.occupationCode === null ? [{ row, code: 'opportunities.occupationNotHere', params: { code: advert.occupationCodes.join(', ') } }] : []),
  ]
}
