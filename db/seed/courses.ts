import { sql } from 'kysely'
import { leastToday } from '#domains/programme/courses/ask-elements.ts'
import type { CourseContent } from '#domains/programme/courses/course.schema.ts'
import { defaultCourse, toTakeIn } from '#domains/programme/courses/default-courses.ts'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, weekday } from '#shared/date.ts'
import type { Random } from './random.ts'
import type { SeedClass, WeekScene } from './week.ts'
import { insertAll } from './write.ts'

type Seeded = CourseContent & { id: string; place: number }
const bare = { fulfils: null, meetings: null, languages: [], giverName: null, leastLevel: null, mostLevel: null, forParents: false, track: null, timingAmount: null, seats: null }

/** What the municipality gives beside what the law asks. */
const own: readonly CourseContent[] = [
  { ...bare, name: 'Oppstartskurs', kind: 'other', purpose: 'Du blir kjent med programmet, stedet og dem du skal møte her.', hours: 12, languages: ['arabisk', 'tigrinja', 'ukrainsk'], givenBy: 'municipality', stage: 'early', timing: 'first_weeks', timingAmount: 4, seats: 15 },
  { ...bare, name: 'Norsk spor 1', kind: 'norwegian', fulfils: 'norwegian', purpose: 'Du lærer norsk fra starten, med lesing og skriving i ro og mak.', hours: null, givenBy: 'adult_education', stage: 'early', timing: 'any_time', track: 1, mostLevel: 'A2' },
  { ...bare, name: 'Hygiene i matbransjen', kind: 'course', fulfils: 'work_or_education', purpose: 'Du lærer det alle på et kjøkken må kunne om renhold og mat.', hours: 12, givenBy: 'ngo', giverName: 'Frivilligsentralen', stage: 'middle', timing: 'any_time', leastLevel: 'A1', seats: 12 },
  { ...bare, name: 'Jobbklubb og bransjenorsk', kind: 'course', fulfils: 'work_or_education', purpose: 'Du skriver søknad, øver på intervju og lærer ordene i bransjen din.', hours: 40, givenBy: 'career_centre', giverName: 'Karriere Fjordregionen', stage: 'late', timing: 'last_months', timingAmount: 9, leastLevel: 'A2', seats: 24 },
]

/** The catalogue: what the law asks, as many hours as the rules say today, and what the municipality gives besides. */
async function writeCatalogue(tx: Tx, random: Random, today: PlainDate): Promise<Seeded[]> {
  const least = await leastToday(tx, today)
  const statutory = toTakeIn([]).flatMap((key) => defaultCourse(key, least, 'nb') ?? []).map((one) => ({ ...one, seats: 24, languages: one.kind === 'course' ? [] : ['arabisk', 'somali', 'ukrainsk'] }))
  const [start, ...rest] = own
  const courses = [...(start ? [start] : []), ...statutory, ...rest].map((one, place) => ({ ...one, id: random.uuid(), place }))
  await insertAll(tx, 'course', courses)
  return courses
}

const idOf = (courses: readonly Seeded[], name: RegExp): string | undefined => courses.find((one) => name.test(one.name))?.id

/** Which course each class of the term is a run of. */
const runs: readonly (readonly [RegExp, RegExp])[] = [[/^Norsk spor 1/, /^Norsk spor 1/], [/^Livsmestring$/, /migrasjon/], [/^Samfunnskunnskap$/, /^Samfunnskunnskap/], [/^Jobbklubb/, /^Jobbklubb/], [/^Foreldreveiledning$/, /^Foreldreveiledning/]]

/** Runs to come: one with room, one nearly full, one that nobody is on yet. */
async function writeComingRuns(tx: Tx, random: Random, courses: readonly Seeded[], { participations, teachers, today }: WeekScene): Promise<void> {
  const monday = addDays(today, 8 - weekday(today))
  const coming = [
    { course: /karriere/, title: 'Livsmestring: karriere, vinter', kind: 'life_skills' as const, from: addDays(monday, 21), weeks: 8, slot: { weekday: 3, from: '13:15', to: '15:15' }, place: 'Karrieresenteret', share: 6 },
    { course: /migrasjon/, title: 'Livsmestring på ukrainsk', kind: 'life_skills' as const, from: addDays(monday, 7), weeks: 6, slot: { weekday: 4, from: '13:45', to: '15:45' }, place: 'Frivilligsentralen', share: 4 },
    { course: /^Foreldreveiledning/, title: 'Foreldreveiledning på arabisk', kind: 'parental_guidance' as const, from: addDays(monday, 35), weeks: 9, slot: { weekday: 4, from: '15:30', to: '17:30' }, place: 'Familiens hus', share: 0 },
    { course: /^Hygiene/, title: 'Hygiene i matbransjen, gruppe 2', kind: 'course' as const, from: addDays(monday, 7), weeks: 3, slot: { weekday: 5, from: '13:15', to: '17:15' }, place: 'Frivilligsentralen', share: 11 },
    { course: /^Oppstartskurs/, title: 'Oppstartskurs', kind: 'other' as const, from: monday, weeks: 2, slot: { weekday: 2, from: '09:00', to: '12:00' }, place: 'Introduksjonssenteret', share: 2 },
  ].map((one) => ({ ...one, id: random.uuid(), members: random.some(participations, one.share).map(({ personId }) => personId) }))
  await insertAll(tx, 'activity', coming.map(({ id, course, title, kind, from, weeks, slot, place }) => ({ id, courseId: idOf(courses, course) ?? null, title, kind, place, teacherId: random.pick(teachers), schedule: JSON.stringify([slot]), fromDate: from, toDate: addDays(from, 7 * weeks - 1), isWorkOriented: kind === 'course' })))
  await insertAll(tx, 'activityParticipant', coming.flatMap(({ id, from, members }) => members.map((personId) => ({ id: random.uuid(), activityId: id, personId, fromDate: from }))))
}

/** The catalogue of a municipality, its classes as runs of it, runs to come, what some have done elsewhere, and which element of the plan a class carries out. */
export async function writeCourses(tx: Tx, random: Random, scene: WeekScene, classes: readonly SeedClass[]): Promise<void> {
  const { participations, today, advisers } = scene
  const courses = await writeCatalogue(tx, random, today)
  for (const one of classes) {
    const courseId = runs.flatMap(([title, course]) => (title.test(one.title) ? idOf(courses, course) ?? [] : []))[0]
    if (courseId !== undefined) await tx.updateTable('activity').set({ courseId }).where('id', '=', one.id).execute()
  }
  await writeComingRuns(tx, random, courses, scene)
  const [moved, exempt, judged] = random.some(participations, 3)
  const credits = [
    { who: moved, element: 'social_studies' as const, kind: 'done_elsewhere' as const, amount: 40, ground: 'Bekreftelse fra Nordvåg voksenopplæring, 26/311.' },
    { who: exempt, element: 'social_studies' as const, kind: 'exempt' as const, amount: null, ground: 'Vedtak om fritak, 26/415.' },
    { who: judged, element: 'life_skills_migration_health' as const, kind: 'judged_done' as const, amount: null, ground: 'Var med på alt unntatt siste gang, og har gått gjennom den i samtale.' },
  ]
  await insertAll(tx, 'courseCredit', credits.flatMap(({ who, ...credit }) => (who ? [{ ...credit, id: random.uuid(), personId: who.personId, onDate: addMonths(today, -1), notedBy: random.pick(advisers) }] : [])))
  await sql`update activity_participant t set plan_element_id = e.id from activity a, plan_element e where a.municipality_id = t.municipality_id and a.id = t.activity_id and e.municipality_id = t.municipality_id and e.person_id = t.person_id
    and e.removed_in is null and e.kind = a.kind and e.kind <> 'course' and e.course_id is null`.execute(tx)
}
