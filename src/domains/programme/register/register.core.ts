import type { PlainDate } from '#shared/date.ts'
import { addMonths, yearsBetween } from '#shared/date.ts'
import type { FieldName, RegisterExport, RegisterField, RegisterRow, RegisterSummary, Section } from './register.schema.ts'
import { FIELDS } from './register.schema.ts'

/** What Fotfeste knows of one person that the register will want. Null is not known; a count of 0 is known to be none only where it says so. */
export type RegisterFacts = {
  personId: string; name: string; adviserName: string | null
  gender: string | null; birthDate: PlainDate | null; number: string | null; hasNumber: boolean; address: string | null; contact: string | null; country: string | null; household: string | null
  permit: string | null; permitGrantedOn: PlainDate | null; settledOn: PlainDate | null
  firstLanguage: string | null; interpreterLanguage: string | null; education: string | null; languages: string | null; work: string | null; wishes: string | null
  careerGuidanceOn: PlainDate | null; mappedOn: PlainDate | null
  offeredOn: PlainDate | null; decidedOn: PlainDate | null; startsOn: PlainDate | null; lastDay: PlainDate | null; endedOn: PlainDate | null; endReason: string | null; endActivity: string | null; finalGoal: string | null
  elements: string | null; lifeSkillsHours: number | null; parentalGuidanceMeetings: number | null; hasChildren: boolean; absenceDays: number | null; appeals: number
  norwegianGoal: string | null; norwegianHours: number | null; socialStudiesHours: number | null; norwegianTests: string | null; isCollectiveProtection: boolean; isExempt: boolean
}

/** How long after it happened something must be in the register: IF § 58. */
const MONTHS_TO_REPORT = 2

type Wanted = { section: Section; name: FieldName; value: (facts: RegisterFacts) => string | number | null; since: (facts: RegisterFacts) => PlainDate | null; when?: (facts: RegisterFacts) => boolean }

const settled = ({ settledOn }: RegisterFacts): PlainDate | null => settledOn
const begun = ({ startsOn }: RegisterFacts): PlainDate | null => startsOn
const ended = ({ endedOn, lastDay }: RegisterFacts): PlainDate | null => endedOn ?? lastDay
const isIn = ({ startsOn }: RegisterFacts): boolean => startsOn !== null
const hasEnded = (facts: RegisterFacts): boolean => isIn(facts) && facts.endedOn !== null
const is16 = ({ birthDate, settledOn }: RegisterFacts): boolean => birthDate === null || settledOn === null || yearsBetween(birthDate, settledOn) >= 16

/** A field known since settlement. */
const ofPerson = (section: Section, name: FieldName, value: Wanted['value'], when?: Wanted['when']): Wanted => ({ section, name, value, since: settled, ...(when ? { when } : {}) })
/** A field known since the programme began. */
const ofProgramme = (name: FieldName, value: Wanted['value'], since: Wanted['since'] = begun, when: Wanted['when'] = isIn): Wanted => ({ section: '52', name, value, since, when })

const wanted: readonly Wanted[] = [
  ofPerson('46', 'name', ({ name }) => name), ofPerson('46', 'gender', ({ gender }) => gender), ofPerson('46', 'birth_date', ({ birthDate }) => birthDate),
  ofPerson('46', 'number', ({ number, hasNumber }) => number ?? (hasNumber ? '…' : null)), ofPerson('46', 'address', ({ address }) => address), ofPerson('46', 'contact', ({ contact }) => contact),
  ofPerson('46', 'citizenship', ({ country }) => country), ofPerson('46', 'household', ({ household }) => household), ofPerson('46', 'permit', ({ permit }) => permit),
  ofPerson('46', 'permit_granted_on', ({ permitGrantedOn }) => permitGrantedOn), ofPerson('46', 'settled_on', ({ settledOn }) => settledOn),
  ofPerson('47', 'mother_tongue', ({ firstLanguage }) => firstLanguage), ofPerson('47', 'interpreter_language', ({ interpreterLanguage, startsOn }) => interpreterLanguage ?? (startsOn === null ? null : 'none')),
  ofPerson('47', 'education', ({ education }) => education, is16), ofPerson('47', 'languages', ({ languages }) => languages), ofPerson('47', 'work_experience', ({ work }) => work, is16),
  ofPerson('47', 'wishes', ({ wishes }) => wishes, isIn), ofPerson('47', 'career_guidance', ({ careerGuidanceOn }) => careerGuidanceOn, isIn),
  ofProgramme('offered_on', ({ offeredOn }) => offeredOn), ofProgramme('decided_on', ({ decidedOn }) => decidedOn), ofProgramme('started_on', ({ startsOn }) => startsOn), ofProgramme('final_goal', ({ finalGoal }) => finalGoal),
  ofProgramme('mapping', ({ mappedOn }) => mappedOn), ofProgramme('elements', ({ elements }) => elements),
  ofProgramme('life_skills', ({ lifeSkillsHours }) => lifeSkillsHours, ended, hasEnded),
  ofProgramme('parental_guidance', ({ parentalGuidanceMeetings }) => parentalGuidanceMeetings, ended, (facts) => hasEnded(facts) && facts.hasChildren),
  ofProgramme('absence', ({ absenceDays }) => absenceDays), ofProgramme('appeals', ({ appeals }) => appeals),
  ofProgramme('ended_on', ({ endedOn }) => endedOn, ended, (facts) => isIn(facts) && facts.lastDay !== null), ofProgramme('end_reason', ({ endReason }) => endReason, ended, hasEnded), ofProgramme('end_activity', ({ endActivity }) => endActivity, ended, hasEnded),
  { section: '53', name: 'norwegian_goal', value: ({ norwegianGoal }) => norwegianGoal, since: begun, when: (facts) => isIn(facts) && !facts.isExempt },
  { section: '53', name: 'norwegian_hours', value: ({ norwegianHours }) => norwegianHours, since: begun, when: isIn },
  { section: '53', name: 'social_studies_hours', value: ({ socialStudiesHours }) => socialStudiesHours, since: begun, when: (facts) => isIn(facts) && !facts.isCollectiveProtection },
  { section: '54', name: 'norwegian_tests', value: ({ norwegianTests }) => norwegianTests, since: ended, when: hasEnded },
]

/** Every field the register will want of one person, filled or not, with the last day to report it. A programme's end is wanted once its last day has come. */
export function registerFields(facts: RegisterFacts, today: PlainDate): RegisterField[] {
  return wanted.flatMap(({ section, name, value, since, when }) => {
    if (when && !when(facts)) return []
    if (name === 'ended_on' && facts.endedOn === null && (facts.lastDay === null || facts.lastDay >= today)) return []
    const found = value(facts)
    const from = since(facts)
    return [{ section, name, value: found === null ? null : String(found), dueBy: from === null ? null : addMonths(from, MONTHS_TO_REPORT) }]
  })
}

/** One person in the list: how much is there, what is missing, and when the first of it is due. */
export function registerRow(facts: RegisterFacts, today: PlainDate): RegisterRow {
  const fields = registerFields(facts, today)
  const missing = fields.filter(({ value }) => value === null)
  const [nextDue = null] = missing.flatMap(({ dueBy }) => dueBy ?? []).toSorted()
  return {
    personId: facts.personId, name: facts.name, adviserName: facts.adviserName, filled: fields.length - missing.length, wanted: fields.length, missing: missing.map(({ name }) => name), nextDue,
    state: missing.length === 0 ? 'complete' : nextDue !== null && nextDue < today ? 'late' : 'missing',
  }
}

const rank: Record<RegisterRow['state'], number> = { late: 0, missing: 1, complete: 2 }

/** Late first, then what is due first. */
export const byDue = (a: RegisterRow, b: RegisterRow): number => rank[a.state] - rank[b.state] || (a.nextDue ?? '9').localeCompare(b.nextDue ?? '9') || a.name.localeCompare(b.name, 'nb')

/** What is missing over all: the field most are without first. */
export function summaryOf(rows: readonly RegisterRow[]): RegisterSummary {
  const count = (name: FieldName): number => rows.filter(({ missing }) => missing.includes(name)).length
  const sectionOf = (name: FieldName): Section => wanted.find((one) => one.name === name)?.section ?? '46'
  return {
    people: rows.length, complete: rows.filter(({ state }) => state === 'complete').length, late: rows.filter(({ state }) => state === 'late').length,
    byField: FIELDS.map((name) => ({ name, section: sectionOf(name), missing: count(name) })).filter(({ missing }) => missing > 0).toSorted((a, b) => b.missing - a.missing),
  }
}

/** One person in the export, section by section, with what is missing said and not filled. */
export function exported(facts: RegisterFacts, today: PlainDate): RegisterExport['people'][number] {
  const fields = registerFields(facts, today)
  const sections = Object.groupBy(fields, ({ section }) => section)
  return {
    personId: facts.personId, missing: fields.filter(({ value }) => value === null).map(({ name }) => name),
    sections: Object.fromEntries(Object.entries(sections).map(([section, own]) => [section, Object.fromEntries((own ?? []).map(({ name, value }) => [name, value]))])),
  }
}
