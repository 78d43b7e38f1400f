import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { addDays } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { stateOf } from './booking.core.ts'
import { MyInterpreters, MyQuestionInput } from './interpreters.schema.ts'
import { loadQuestions } from './load-questions.ts'
import { hasRoom } from './question.operations.ts'

const About = z.object({ personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
const herself = ({ actor }: Context): string => found(actor.personId)
const own = async ({ tx }: Context, id: string) => found(await tx.selectFrom('interpreterQuestion').select(['id', 'version', 'personId', 'askedBy', 'answeredOn']).where('id', '=', id).executeTakeFirst())
const SHOWN_DAYS = 180
/** What was answered is shown this long. */
const ANSWERED_DAYS = 60

/** Refuses what is not hers to change: asked by others, or answered. */
const isHers = ({ askedBy, answeredOn }: { askedBy: string; answeredOn: string | null }): void =>
  refuseIf([...check(askedBy === 'participant', { code: 'interpreters.notYours' }), ...check(answeredOn === null, { code: 'interpreters.isAnswered' })])

/** Her coming meetings, by her own policies: what is about her, what she is in with somebody, what her class has. */
const comingOf = ({ tx, today }: Context) => tx.selectFrom('interpreterBooking as b')
  .leftJoin('account as m', (join) => join.onRef('m.municipalityId', '=', 'b.municipalityId').onRef('m.id', '=', 'b.meetsId'))
  .select(['b.id', 'b.groupName', 'b.language', 'b.modality', 'b.purpose', 'b.onDay', 'b.fromTime', 'b.minutes', 'b.place', 'm.name as meetsName', 'b.interpreterName', 'b.askedAt', 'b.confirmedAt', 'b.notHadAt', 'b.cancelledAt', 'b.outcome'])
  .where('b.onDay', '>=', today).where('b.onDay', '<=', addDays(today, SHOWN_DAYS)).where('b.cancelledAt', 'is', null).where('b.outcome', 'is', null).orderBy('b.onDay').orderBy('b.fromTime').execute()

/** Her coming meetings with an interpreter, and the questions that wait for them. */
export const listMyInterpreters = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: MyInterpreters, subjects,
  async run(context) {
    const personId = herself(context)
    const bookings = (await comingOf(context)).map((row) => ({ ...row, state: stateOf(row) }))
    return { personId, bookings, questions: await loadQuestions(context, sql`q.person_id = ${personId} and (q.answered_on is null or q.answered_on > ${addDays(context.today, -ANSWERED_DAYS)}::date)`) }
  },
})

/** She asks something, or words it otherwise, in her own language, until it is answered. */
export const saveMyQuestion = operation({
  permission: 'own.plan', input: MyQuestionInput, output: About, subjects,
  async run(context, { id, version, body }) {
    const personId = herself(context)
    if (version !== undefined) {
      isHers(await own(context, id))
      await saveVersioned(context, 'interpreterQuestion', { id, version, personId }, { body })
      return { personId }
    }
    await hasRoom(context, personId)
    await context.tx.insertInto('interpreterQuestion').values({ id, personId, body, askedBy: 'participant', askedOn: context.today }).execute()
    return { personId }
  },
})

export const removeMyQuestion = operation({
  permission: 'own.plan', input: z.object({ id: Id }), output: About, subjects,
  async run(context, { id }) {
    const question = await own(context, id)
    isHers(question)
    await context.tx.deleteFrom('interpreterQuestion').where('id', '=', id).execute()
    return { personId: question.personId }
  },
})
