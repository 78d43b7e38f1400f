import type { PlainDate } from '#shared/date.ts'
import type { ElementClass } from './plan-page.schema.ts'
import type { ElementKind, PlanElement } from './plan.schema.ts'

/** Elements that several take part in at fixed hours. Of the others it is never said that a class lacks: so an element of health looks no different from any other. */
const GIVEN_AS_CLASS: readonly ElementKind[] = ['norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'course']
export const isGivenAsClass = (kind: ElementKind): boolean => GIVEN_AS_CLASS.includes(kind)

type Given = Pick<PlanElement, 'id' | 'kind' | 'courseId'>
/** An element of somebody's open plan. */
export type GivenElement = Given & { personId: string }
type What = { kind: string; courseId: string | null }

/** Whether a class carries out an element by what the two are: the same course, or where none was chosen the same kind. Any two courses are not alike, so of those only the same one. */
export const isSame = (element: Given, one: What): boolean =>
  isGivenAsClass(element.kind) && (element.courseId !== null ? element.courseId === one.courseId : element.kind === one.kind && element.kind !== 'course')

/** The one element of a plan that a class carries out; nothing where there is none, or it may be more than one. */
export function elementFor(one: What, elements: readonly Given[]): string | undefined {
  const same = elements.filter((element) => isSame(element, one))
  const byCourse = same.filter(({ courseId }) => courseId !== null)
  const [only, ...more] = byCourse.length > 0 ? byCourse : same
  return more.length === 0 ? only?.id : undefined
}

export type TakenClass = What & { activityId: string; title: string | null; planElementId: string | null; fromDate: PlainDate; toDate: PlainDate | null }

const stateOf = ({ fromDate, toDate }: TakenClass, today: PlainDate): ElementClass['state'] => (toDate !== null && toDate < today ? 'over' : fromDate > today ? 'next' : 'now')
const order: Record<ElementClass['state'], number> = { now: 0, next: 1, over: 2, none: 3 }

/** For each element that is given as a class, the class that carries it out, or that there is none yet: "planned, no class". */
export function classesOf(elements: readonly Given[], classes: readonly TakenClass[], today: PlainDate): ElementClass[] {
  return elements.filter(({ kind }) => isGivenAsClass(kind)).map((element) => {
    const own = classes.filter((one) => (one.planElementId === null ? isSame(element, one) : one.planElementId === element.id)).map((one) => ({ ...one, state: stateOf(one, today) }))
    const [first] = own.toSorted((a, b) => order[a.state] - order[b.state] || b.fromDate.localeCompare(a.fromDate))
    return { elementId: element.id, state: first?.state ?? 'none', activityId: first?.activityId ?? null, title: first?.title ?? null }
  })
}
