import { Instant } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { tieBreak } from '../match.core.ts'
import type { Ruling } from './change.core.ts'
import { decidedOf, mayChange, shiftsBetween, withChange } from './change.core.ts'
import type { Change, PlanTotals, Preview } from './cohort.schema.ts'
import { ChangePlanInput, Changed, Choices, ListChoicesInput, Preview as PreviewShape, PreviewChangeInput } from './cohort.schema.ts'
import type { Loaded } from './load-plan.ts'
import { loadPlan, loadShown } from './load-plan.ts'
import { roomLeft, scoreAt } from './problem.core.ts'
import { refuseIfOld } from './move-now.ts'
import { moveRows } from './move-rows.ts'
import { shownRows } from './show.ts'
import type { Answer } from './solve-cohort.ts'
import { solveCohort, warmFor } from './solve-cohort.ts'
import { solvedLately } from './solved-lately.ts'

type Tried = Preview & { answer: Answer; rulings: Ruling[] }

const totalsOf = ({ placed, score, blockingPairs, bound }: Pick<Answer, 'placed' | 'score' | 'blockingPairs' | 'bound'>): PlanTotals => ({ placed, score, blockingPairs, isProven: bound !== null || blockingPairs === 0 })

/** What the plan becomes with one more decision: solved anew with all decisions, moving as few others as may be. */
async function tryChange(plan: Loaded, change: Change): Promise<Tried> {
  if (plan.head.people !== plan.rows.length) throw new Refused({ code: 'matching.planNotWhole', params: { count: plan.head.people - plan.rows.length } })
  enforce(mayChange(plan, change))
  const rulings = withChange(plan.rulings, change)
  const nameOf = (node: number): string => plan.places[node]?.title ?? plan.head.limits[node - plan.places.length]?.name ?? ''
  const { goal, seed } = plan.head
  const answer = enforce(await solvedLately(plan, rulings, () => solveCohort({ cohort: plan.cohort, decided: decidedOf(plan, rulings), goal, seed, before: plan.match, nameOf })))
  return { answer, rulings, before: totalsOf(plan.head), after: totalsOf(answer), shifts: shiftsBetween(plan, plan.match, answer.match) }
}

/** The cost of a change before it is made: what the plan gains or loses, and who must give way. */
export const previewChange = operation({
  permission: 'matching.plan', reads: true, input: PreviewChangeInput, output: PreviewShape,
  subjects: (_, { shifts }) => shifts.map(({ personId }) => personId),
  async run(context, { cohortId: planId, version, change }) {
    const plan = await loadPlan(context, planId)
    if (version !== undefined && plan.head.version !== version) throw new Refused({ code: 'matching.planChanged' })
    const { before, after, shifts } = await tryChange(plan, change)
    await refuseIfOld(context, plan, change)
    return { before, after, shifts }
  },
})

async function saveRulings({ tx, now }: Context, planId: string, personId: string, rulings: readonly Ruling[]): Promise<void> {
  await tx.deleteFrom('cohortDecision').where('planId', '=', planId).where('personId', '=', personId).execute()
  const hers = rulings.filter((one) => one.personId === personId)
  if (hers.length > 0) await tx.insertInto('cohortDecision').values(hers.map((one) => ({ planId, ...one, madeAt: Instant.parse(now.toISOString()) }))).execute()
}

export const changePlan = operation({
  permission: 'matching.plan', input: ChangePlanInput, output: Changed,
  subjects: (_, { rows }) => rows.map(({ person }) => person.id),
  async run(context, { cohortId: planId, version, change }) {
    const plan = await loadPlan(context, planId)
    const { answer, rulings, before, after, shifts } = await tryChange(plan, change)
    await refuseIfOld(context, plan, change)
    const { placed, score, blockingPairs, bound, certificateHash } = answer
    const next = await saveVersioned(context, 'cohortPlan', { id: planId, version }, { placed, score, blockingPairs, bound, certificateHash })
    await saveRulings(context, planId, change.personId, rulings)
    const touched = [...new Set([change.personId, ...shifts.map(({ personId }) => personId)])]
    const { rows, shown } = await moveRows(context, plan, shifts, change, await loadShown(context, planId, touched))
    return { version: next, before, after, shifts, rows: shownRows({ ...plan, rulings, rows, match: answer.match }, shown, context.actor.permissions) }
  },
})

/** Where one person could be in a plan, the best first, with the seats that are left there now. Equals stand in an order that says nothing about anybody. */
export const listChoices = operation({
  permission: 'matching.plan', reads: true, input: ListChoicesInput, output: Choices, subjects: (_, { personId }) => [personId],
  async run(context, { cohortId: planId, personId }) {
    const plan = await loadPlan(context, planId)
    warmFor(plan.cohort)
    const i = plan.people.indexOf(personId)
    const row = found(plan.rows[i])
    const forbids = new Set(plan.rulings.filter((one) => one.personId === personId && one.kind === 'forbid').map(({ openingId }) => openingId))
    const possible = [...row.pairs.keys()].filter((j) => row.pairs[j] !== 0)
    const inOrder = possible.toSorted((a, b) => scoreAt(plan.cohort, i, b) - scoreAt(plan.cohort, i, a) || tieBreak(personId, plan.openings[a] ?? '') - tieBreak(personId, plan.openings[b] ?? ''))
    const room = roomLeft(plan.cohort, plan.match)
    const choices = inOrder.flatMap((j) => {
      const place = plan.places[j]
      return place ? [{ openingId: place.openingId, free: room(j), isHers: plan.match[i] === j, isForbidden: forbids.has(place.openingId), hasGround: (row.pairs[j] ?? 0) > 0 }] : []
    })
    return { personId, choices, impossible: row.pairs.length - possible.length }
  },
})
