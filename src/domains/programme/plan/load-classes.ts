import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { elementFor } from './classes.core.ts'
import type { GivenElement, TakenClass } from './classes.core.ts'
import { PlanElement } from './plan.schema.ts'

/** The classes one person takes or has taken part in, with the element of her plan each was noted to carry out. */
export const loadClasses = async (tx: Tx, personId: string): Promise<TakenClass[]> => (await sql<TakenClass>`
  select a.id as activity_id, a.title, a.kind, a.course_id, t.plan_element_id, greatest(a.from_date, t.from_date) as from_date, least(a.to_date, t.to_date) as to_date
  from activity_participant t join activity a on a.municipality_id = t.municipality_id and a.id = t.activity_id where t.person_id = ${personId} and a.person_id is null`.execute(tx)).rows

const Given = PlanElement.pick({ id: true, kind: true, courseId: true }).extend({ personId: z.string() })

/** The elements of the open plans of these persons. */
export async function loadOpenElements(tx: Tx, personIds: readonly string[]): Promise<GivenElement[]> {
  const { rows } = await sql`select e.id, e.kind, e.course_id, e.person_id from plan_element e join integration_plan g on g.municipality_id = e.municipality_id and g.id = e.plan_id
    where e.person_id = any (${personIds}::uuid[]) and e.removed_in is null and g.closed_on is null order by e.place, e.id`.execute(tx)
  return z.array(Given).parse(rows)
}

/** The element of each person's own plan that a class carries out, for those whose plan has one. */
export async function loadCarriedOut(tx: Tx, activity: { kind: string; courseId: string | null }, personIds: readonly string[]): Promise<Map<string, string>> {
  const elements = await loadOpenElements(tx, personIds)
  return new Map([...Map.groupBy(elements, ({ personId }) => personId)].flatMap(([personId, own]): [string, string][] => { const id = elementFor(activity, own); return id === undefined ? [] : [[personId, id]] }))
}
