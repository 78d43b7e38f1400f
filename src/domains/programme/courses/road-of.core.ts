import type { CefrLevel } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import type { GivenElement } from '../plan/classes.core.ts'
import type { Course, ElementName } from './course.schema.ts'
import type { AskedElements } from './element.core.ts'
import type { Offer, Spent } from './road.core.ts'
import { standingsOf } from './road.core.ts'
import type { Credit, Standing } from './road.schema.ts'
import type { RoadDays } from './timing.core.ts'

/** One class, or one thing of her own, that she takes part in. Health is not among them (TIL-07). */
export type Taking = { activityId: string; courseId: string | null; courseName: string | null; title: string; kind: string; fulfils: ElementName | null; isClass: boolean; isWorkOriented: boolean; fromDate: PlainDate; toDate: PlainDate | null; purpose: string | null; languages: string[] | null }
/** Everything her road is made of. */
export type RoadFacts = {
  personId: string; personName: string; startsOn: PlainDate; lastDay: PlainDate; asked: AskedElements; spent: Spent[]; takings: Taking[]; credits: Credit[]
  level: CefrLevel | null; isParent: boolean | null; practiceFrom: PlainDate | null
  /** The elements of her open plan. */
  plan: GivenElement[]
}
type Given = Pick<Course, 'name' | 'fulfils' | 'retiredOn' | 'runs' | 'hours' | 'meetings'>

/** Whether a run of a course that has a length is over before a day; one without a length is whatever of it she has. */
export const isOverBy = ({ hours, meetings }: Pick<Course, 'hours' | 'meetings'>, toDate: PlainDate | null, lastDay: PlainDate): boolean => toDate === null || toDate <= lastDay || (hours === null && meetings === null)

/** The next run of a course for an element that has room, begins and is over before the last day; else one without an end that goes on; else one that would not be over. */
export function offerFrom(courses: readonly Given[], element: ElementName, lastDay: PlainDate): Offer {
  const own = courses.filter(({ fulfils, retiredOn }) => fulfils === element && retiredOn === null)
  if (own.length === 0) return { kind: 'no_course' }
  const runs = own.flatMap((course) => course.runs.map((run) => ({ ...run, name: course.name, isInTime: isOverBy(course, run.toDate, lastDay) }))).filter(({ fromDate, free }) => fromDate <= lastDay && (free === null || free > 0))
  const coming = runs.filter(({ hasBegun }) => !hasBegun).toSorted((a, b) => a.fromDate.localeCompare(b.fromDate))
  const next = coming.find(({ isInTime }) => isInTime) ?? runs.find(({ hasBegun, toDate }) => hasBegun && toDate === null)
  if (next) return { kind: 'run', name: next.name, fromDate: next.fromDate, free: next.free, hasBegun: next.hasBegun }
  const [late] = coming
  return late?.toDate ? { kind: 'run_too_late', name: late.name, fromDate: late.fromDate, toDate: late.toDate } : { kind: 'no_run' }
}

export const daysOf = ({ startsOn, lastDay, practiceFrom }: RoadFacts): RoadDays => ({ startsOn, lastDay, practiceFrom })

/** How every element stands in one road, against what the catalogue can give. */
export const standingsIn = (facts: RoadFacts, courses: readonly Given[], today: PlainDate): Standing[] =>
  standingsOf(facts.asked.requirements, facts.spent, facts.credits, { today, lastDay: facts.lastDay, socialStudiesBy: facts.asked.socialStudiesBy, offerFor: (element) => offerFrom(courses, element, facts.lastDay) })
