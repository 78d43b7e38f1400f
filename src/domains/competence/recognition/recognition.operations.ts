import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { loadCases, loadOwnCases } from './load-cases.ts'
import { isOver, waitRefusals, waitingFigures } from './recognition.core.ts'
import { Authority, Case, EducationLine, ListedCase, OwnCase, SaveAuthorityInput, WaitingPicture } from './recognition.schema.ts'

const authorities = sql<Authority>`select id, version, scheme, name, expected_weeks, source, source_on from recognition_authority order by scheme, name`

/** The cases of one person, and what she has of education that one could be opened for. */
export const getRecognitions = operation({
  permission: 'people.read', reads: true, input: z.object({ personId: Id }), subjects: ({ personId }) => [personId],
  output: z.object({ personId: Id, cases: z.array(Case), educations: z.array(EducationLine), authorities: z.array(Authority), actions: z.array(z.enum(['open'])) }),
  async run({ tx, actor, today }, { personId }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const mayWrite = actor.permissions.includes('competence.write')
    const cases = await loadCases(tx, sql`c.person_id = ${personId}`, { today, mayWrite })
    const educations = await tx.selectFrom('education').select(['id', 'level', 'field', 'country', 'toYear']).where('personId', '=', personId).orderBy('level', 'desc').execute()
    return { personId, cases: cases.toReversed(), educations, authorities: (await authorities.execute(tx)).rows, actions: mayWrite ? ['open' as const] : [] }
  },
})

/** All cases that are not over, oldest first, and what waiting has been with each authority. `due`: only those somebody must look at today. */
export const listRecognitions = operation({
  permission: 'people.read', reads: true, input: z.object({ mine: z.boolean().default(false), due: z.boolean().default(false) }),
  output: z.object({ rows: z.array(ListedCase), pictures: z.array(WaitingPicture), actions: z.array(z.enum(['saveAuthority'])) }), subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run({ tx, actor, today }, { mine, due }) {
    const all = await loadCases(tx, sql`true`, { today, mayWrite: false })
    const open = all.filter(({ standing }) => !isOver(standing.state))
    const pictures = (await authorities.execute(tx)).rows.map((authority) => {
      const own = all.filter((one) => one.authority.id === authority.id)
      const days = own.flatMap(({ standing: { answeredOn, daysWaited } }) => (answeredOn !== null && daysWaited !== null ? [daysWaited] : []))
      return { authority, open: own.filter(({ standing }) => !isOver(standing.state)).length, late: own.filter(({ standing }) => standing.isLate).length, ...waitingFigures(days) }
    })
    const rows = open.filter((one) => (!mine || one.responsibleId === actor.id) && (!due || one.checkIsDue)).toSorted((a, b) => (a.standing.sentOn ?? a.openedOn).localeCompare(b.standing.sentOn ?? b.openedOn))
    return { rows, pictures, actions: actor.permissions.includes('competence.write') ? ['saveAuthority' as const] : [] }
  },
})

/** How long an answer takes with one authority, as the municipality has read it. */
export const saveRecognitionAuthority = operation({
  permission: 'competence.write', input: SaveAuthorityInput, output: z.object({ id: Id, version: z.int() }), subjects: () => [],
  async run(context, { id, version, ...values }) {
    refuseIf(waitRefusals(values, context.today))
    return { id, version: await saveVersioned(context, 'recognitionAuthority', { id, version }, { ...values, notedBy: context.actor.id }) }
  },
})

/** Her own cases: where each is and what she must do. */
export const getMyRecognitions = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: z.object({ personId: Id, cases: z.array(OwnCase) }), subjects: (_, { personId }) => [personId],
  async run({ tx, actor, today }) {
    return { personId: found(actor.personId), cases: await loadOwnCases(tx, today) }
  },
})
