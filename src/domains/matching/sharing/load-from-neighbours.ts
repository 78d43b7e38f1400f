import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { Answered } from './sharing.core.ts'
import { answerActions, putForwardState } from './sharing.core.ts'
import type { FromNeighbour } from './sharing.schema.ts'

type Row = Pick<FromNeighbour, 'id' | 'openingId' | 'openingTitle' | 'fromName' | 'putForwardOn' | 'consentOn' | 'isShown'> & Omit<Answered, 'withdrawnOn'>
  & { answerId: string | null; version: number | null; reason: string | null; answeredOn: PlainDate | null }

const answerOf = ({ answerId, version, answer, reason, answeredOn, confirmedOn, endedOn }: Row): FromNeighbour['answer'] =>
  (answerId === null || version === null || answer === null || answeredOn === null ? null : { id: answerId, version, answer, reason, answeredOn, confirmedOn, endedOn })

/** How our answer stands; her yes stands too, for of one who has taken it back nothing is told. */
export const answeredOf = ({ answer }: Pick<FromNeighbour, 'answer'>): Answered =>
  ({ withdrawnOn: null, answer: answer?.answer ?? null, confirmedOn: answer?.confirmedOn ?? null, endedOn: answer?.endedOn ?? null })

/** Whom neighbours have put forward for our places, the unanswered first: from where and for which place, nothing of her. A confirmed seat stays in the list when nothing more is told. */
export async function loadFromNeighbours({ tx, actor }: Context, of: { openingId?: string; id?: string } = {}): Promise<FromNeighbour[]> {
  const { rows } = await sql<Row>`with told as materialized (select * from app.put_forward_here()), known as (
      select f.id, f.opening_id, f.from_name, f.put_forward_on, f.consent_on, true as is_shown from told f
      union all select n.put_forward_id, n.opening_id, n.from_name, n.answered_on, n.answered_on, false from neighbour_answer n
        where n.confirmed_on is not null and n.ended_on is null and not exists (select from told f where f.id = n.put_forward_id))
    select f.*, o.title as opening_title, n.id as answer_id, n.version, n.answer, n.reason, n.answered_on, n.confirmed_on, n.ended_on
    from known f join opening o on o.id = f.opening_id left join neighbour_answer n on n.put_forward_id = f.id
    where ${of.openingId === undefined ? sql`true` : sql`f.opening_id = ${of.openingId}`} and ${of.id === undefined ? sql`true` : sql`f.id = ${of.id}`}
    order by n.id is not null, f.put_forward_on, f.id`.execute(tx)
  const may = actor.permissions.includes('matching.present')
  return rows.map((row) => {
    const { id, openingId, openingTitle, fromName, putForwardOn, consentOn, isShown } = row
    const state = putForwardState({ ...row, withdrawnOn: null })
    return { id, openingId, openingTitle, fromName, putForwardOn, consentOn, isShown, state, answer: answerOf(row), actions: answerActions(state, may) }
  })
}
