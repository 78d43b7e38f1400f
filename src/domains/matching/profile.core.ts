import type { PlainDate } from '#shared/date.ts'
import type { OpeningFacts, PersonFacts } from './facts.schema.ts'
import { isNear, SAME_FIELD } from '#shared/occupation-distance.ts'
import type { EmployerProfile, ProfilePart } from './presentation.schema.ts'

/** What a profile is made of. More about her is not asked for, so it cannot slip in. */
export type ProfileSource = {
  givenName: string
  permitUntil: PlainDate | null
  facts: Pick<PersonFacts, 'languages' | 'papers' | 'skills'>
  work: { occupationCode: string | null; title: string; fromYear: number | null; toYear: number | null; months: number | null }[]
}

type Opening = Pick<OpeningFacts, 'occupationCode' | 'related' | 'demands'>

/** The languages the work asks for, in the skills it asks for; all of her Norwegian when it asks for none. */
function languagesFor(opening: Opening, known: ProfileSource['facts']['languages']): EmployerProfile['languages'] {
  const asked = opening.demands.filter(({ kind }) => kind === 'norwegian' || kind === 'language').map(({ kind, name, skill, level }) => ({ language: kind === 'norwegian' ? 'no' : name, skill, level }))
  const wanted = new Set(['no', ...asked.map(({ language }) => language)])
  const isAsked = (language: string, skill: string): boolean => {
    const here = asked.filter((one) => one.language === language)
    return here.length === 0 || here.some((one) => one.skill === null || one.skill === skill)
  }
  return known.filter(({ language, skill }) => wanted.has(language) && isAsked(language, skill)).map(({ language, skill, level }) =>
    ({ language, skill, level, asked: asked.find((one) => one.language === language && (one.skill === null || one.skill === skill))?.level ?? null }))
    .toSorted((a, b) => Number(a.asked === null) - Number(b.asked === null))
}

/** Work of the opening's field and what is related to it; all of it where the opening has no occupation. Without employer and country. */
function experienceFor(opening: Opening, work: ProfileSource['work']): EmployerProfile['experience'] {
  return work.filter((one) => opening.occupationCode === null || isNear(one, opening, SAME_FIELD))
    .map(({ title, fromYear, toYear, months }) => ({ title, toYear, years: months !== null ? Math.round(months / 12) : fromYear !== null && toYear !== null ? toYear - fromYear : null }))
}

/** What the employer will see, of the parts she says yes to and nothing besides (EMP-05, PLA-19). */
export function buildProfile(source: ProfileSource, opening: Opening, parts: readonly ProfilePart[], today: PlainDate): EmployerProfile {
  const { facts } = source
  const shown = <K extends keyof EmployerProfile>(part: ProfilePart, key: K, value: () => EmployerProfile[K]) => (parts.includes(part) ? { [key]: value() } : {})
  return {
    ...shown('given_name', 'givenName', () => source.givenName),
    ...shown('languages', 'languages', () => languagesFor(opening, facts.languages)),
    ...shown('experience', 'experience', () => experienceFor(opening, source.work)),
    ...shown('skills', 'skills', () => facts.skills.map(({ name, evidence }) => ({ name, seenAtWork: evidence === 'observed' }))),
    ...shown('certificates', 'certificates', () => facts.papers.filter(({ validUntil }) => validUntil === null || validUntil >= today).map(({ kind, name, validUntil }) => ({ kind, name, validUntil }))),
    ...(source.permitUntil !== null && source.permitUntil >= today ? shown('work_permit', 'mayWorkUntil', () => source.permitUntil ?? undefined) : {}),
  }
}
