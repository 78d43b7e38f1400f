import { sql } from 'kysely'
import { z } from 'zod'
import { Schedule } from '#shared/schedule.ts'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { takenSeats } from './list-openings.ts'
import * as core from './opening.core.ts'
import { Demand, Proposed } from './opening.schema.ts'
import type { Opening } from './opening.schema.ts'
import { openingWarnings } from './unlawful-words.core.ts'

/** What an opening asks, required before wished, language first. */
async function loadDemands({ tx }: Pick<Context, 'tx'>, openingId: string): Promise<Demand[]> {
  const rows = await tx.selectFrom('openingDemand').select(['id', 'kind', 'isRequired', 'skill', 'level', 'name', 'sentence', 'statutoryBasis'])
    .where('openingId', '=', openingId).orderBy(sql`array_position('{norwegian,language,certificate,driving_licence,skill,experience}', kind), is_required desc, skill, id`).execute()
  return rows.map((row) => Demand.parse(row))
}

/** Everything on an opening's page. */
export async function loadOpening(context: Context, id: string): Promise<z.input<typeof Opening>> {
  const { tx, actor, today } = context
  const opening = found(await tx.selectFrom('opening')
    .leftJoin('employer', (join) => join.onRef('employer.municipalityId', '=', 'opening.municipalityId').onRef('employer.id', '=', 'opening.employerId'))
    .leftJoin('occupation', (join) => join.onRef('occupation.municipalityId', '=', 'opening.municipalityId').onRef('occupation.code', '=', 'opening.occupationCode'))
    .leftJoin('escoOccupation as esco', (join) => join.onRef('esco.municipalityId', '=', 'opening.municipalityId').onRef('esco.uri', '=', 'opening.escoUri'))
    .leftJoin('employerContact as c', (join) => join.onRef('c.municipalityId', '=', 'opening.municipalityId').onRef('c.id', '=', 'opening.supervisorContactId'))
    .selectAll('opening').select(['employer.name as knownEmployer', 'employer.status as employerStatus', 'occupation.name as occupationName', 'esco.name as escoName', 'c.name as supervisorName'])
    .where('opening.id', '=', id).executeTakeFirst())
  const seats = await sql<{ taken: number }>`select coalesce(taken.taken, 0) as taken from opening o ${takenSeats(today)} where o.id = ${id}`.execute(tx)
  const facts = { ...opening, taken: seats.rows[0]?.taken ?? 0 }
  const demands = await loadDemands(context, id)
  return {
    ...opening, demands, schedule: Schedule.parse(opening.schedule), employerName: opening.knownEmployer ?? opening.employerName,
    state: core.openingState(facts, today), freeSeats: Math.max(0, facts.seats - facts.taken), daysLeft: core.daysLeft(facts, today),
    warnings: openingWarnings({ ...opening, demands }), ...await loadProposed(context, id), actions: core.openingActions(actor.permissions, opening),
  }
}

/** For whom it has been taken up and is not settled yet: what a withdrawal would touch. */
async function loadProposed({ tx, actor }: Context, openingId: string) {
  const rows = await tx.selectFrom('presentation').innerJoin('person', (join) => join.onRef('person.municipalityId', '=', 'presentation.municipalityId').onRef('person.id', '=', 'presentation.personId'))
    .select(['presentation.id as presentationId', 'personId', sql<string>`given_name || ' ' || family_name`.as('name')])
    .where('openingId', '=', openingId).where('outcome', '=', 'open').orderBy('presentation.id').execute()
  const mayName = actor.permissions.includes('matching.read')
  return { proposedCount: rows.length, proposed: mayName ? z.array(Proposed).parse(rows) : [] }
}
