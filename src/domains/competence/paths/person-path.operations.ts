import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { findPlacementIn, loadOnPath, loadOpeningsFor, loadPaths } from './load-paths.ts'
import { maySettleStep, whyShown } from './path.core.ts'
import { ChoosePathInput, DoneStep, OnPath, PersonPathPage, SettlePathStepInput, PathStep } from './path.schema.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
const shownFirst = { plan: 0, wish: 1, work: 2, none: 3 } as const

/** What she has said and done that points at an occupation. */
async function pointers({ tx }: Context, personId: string) {
  const plan = await tx.selectFrom('integrationPlan').select('content').where('personId', '=', personId).where('closedOn', 'is', null).executeTakeFirst()
  const code = z.object({ occupationCode: z.string().nullable().default(null) }).safeParse(plan?.content).data?.occupationCode ?? null
  const wishes = await tx.selectFrom('wish').select('occupationCode').where('personId', '=', personId).execute()
  const work = await tx.selectFrom('workExperience').select('occupationCode').where('personId', '=', personId).execute()
  return { plan: code, wishes: wishes.map((one) => one.occupationCode), work: work.map((one) => one.occupationCode) }
}

const loadFormer = async ({ tx }: Context, personId: string) => (await tx.selectFrom('personPath as p').innerJoin('tradePath as t', (join) => join.onRef('t.municipalityId', '=', 'p.municipalityId').onRef('t.id', '=', 'p.pathId'))
  .select(['p.id', 't.trade', 't.form', 'p.chosenOn', 'p.endedOn']).where('p.personId', '=', personId).where('p.endedOn', 'is not', null).orderBy('p.endedOn', 'desc').execute())
  .flatMap(({ endedOn, ...row }) => (endedOn === null ? [] : [{ ...row, endedOn }]))

/** The road to a trade certificate chosen with her, what she has and lacks, and the roads there are. */
export const getPersonPath = operation({
  permission: 'people.read', reads: true, input: z.object({ personId: Id }), output: PersonPathPage, subjects,
  async run(context, { personId }) {
    const { tx, actor } = context
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const now = await loadOnPath(tx, personId)
    const points = await pointers(context, personId)
    const choices = (await loadPaths(tx)).filter(({ isActive }) => isActive).map((path) => ({ id: path.id, trade: path.trade, form: path.form, why: whyShown(path, points) })).toSorted((a, b) => shownFirst[a.why] - shownFirst[b.why])
    const codes = now === null ? [] : [now.path.occupationCode, ...(now.path.startCode === null ? [] : [now.path.startCode])]
    const mayChange = actor.permissions.includes('competence.write')
    return { personId, now, former: await loadFormer(context, personId), choices, openings: codes.length === 0 ? [] : await loadOpeningsFor(context, codes), placement: codes.length === 0 ? null : await findPlacementIn(context, personId, codes) ?? null,
      actions: mayChange ? (now === null ? ['choose' as const] : ['settle' as const, 'end' as const]) : [] }
  },
})

/** Puts her on a road, chosen with her. She is on one at a time. */
export const choosePath = operation({
  permission: 'competence.write', input: ChoosePathInput, output: Saved, subjects,
  async run({ tx, today }, input) {
    refuseIf(check(input.chosenOn <= today, { code: 'path.inFuture', path: 'chosenOn' }))
    const path = found(await tx.selectFrom('tradePath').select('isActive').where('id', '=', input.pathId).executeTakeFirst())
    refuseIf(check(path.isActive, { code: 'path.notUsed', path: 'pathId' }))
    if (await tx.selectFrom('personPath').select('id').where('personId', '=', input.personId).where('endedOn', 'is', null).executeTakeFirst()) throw new Refused({ code: 'path.alreadyOn' })
    await tx.insertInto('personPath').values(input).execute()
    return { id: input.id, version: 1, personId: input.personId }
  },
})

const loadOwn = async ({ tx }: Context, id: string) => found(await tx.selectFrom('personPath as p').innerJoin('tradePath as t', (join) => join.onRef('t.municipalityId', '=', 'p.municipalityId').onRef('t.id', '=', 'p.pathId'))
  .select(['p.personId', 'p.stepsDone', 'p.endedOn', 'p.chosenOn', 't.steps']).where('p.id', '=', id).executeTakeFirst())

/** Notes that a step is done, or takes it back. */
export const settlePathStep = operation({
  permission: 'competence.write', input: SettlePathStepInput, output: Saved, subjects,
  async run(context, { id, version, stepId, doneOn }) {
    const { personId, stepsDone, steps, endedOn } = await loadOwn(context, id)
    refuseIf([...check(endedOn === null, { code: 'path.ended' }), ...maySettleStep(stepId, doneOn, z.array(PathStep).parse(steps), context.today)])
    const others = z.array(DoneStep).parse(stepsDone).filter((one) => one.stepId !== stepId)
    const next = doneOn === null ? others : [...others, { stepId, on: doneOn }]
    return { id, personId, version: await saveVersioned(context, 'personPath', { id, version, personId }, { stepsDone: JSON.stringify(next) }) }
  },
})

/** Ends the road: she has reached its end, or chooses another. What was done stays to be read. */
export const endPath = operation({
  permission: 'competence.write', input: z.object({ id: Id, version: z.int() }), output: Saved, subjects,
  async run(context, { id, version }) {
    const { personId, endedOn } = await loadOwn(context, id)
    refuseIf(check(endedOn === null, { code: 'path.ended' }))
    return { id, personId, version: await saveVersioned(context, 'personPath', { id, version, personId }, { endedOn: context.today }) }
  },
})

/** Her own road, as she sees it on her own pages. */
export const getMyPath = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: z.object({ personId: Id, now: OnPath.nullable() }), subjects,
  async run({ tx, actor }) {
    const personId = found(actor.personId)
    return { personId, now: await loadOnPath(tx, personId) }
  },
})
