import type { Permission } from '#shared/permission.ts'
import type { Ruling } from './change.core.ts'
import { decidedOf, whyWithout } from './change.core.ts'
import type { PlanAction, Row, RowAction } from './cohort.schema.ts'
import type { Loaded, Shown } from './load-plan.ts'

/** What may be done with a plan, by somebody with these permissions. */
export const planActions = (held: readonly Permission[], released: number): PlanAction[] => [
  ...(held.includes('matching.plan') ? ['change' as const] : []), ...(held.includes('matching.release') ? ['release' as const] : []),
  ...(held.includes('matching.plan') && released === 0 ? ['drop' as const] : [])]

type State = { hasPlace: boolean; isPinned: boolean; isHeld: boolean; isUnderWay: boolean; isElsewhere: boolean; possible: number }

function rowActions(held: readonly Permission[], { hasPlace, isPinned, isHeld, isUnderWay, isElsewhere, possible }: State): RowAction[] {
  if (isUnderWay) return []
  const plans: RowAction[] = [...(hasPlace && !isPinned ? ['pin' as const] : []), ...(isPinned ? ['unpin' as const] : []), ...(possible > 0 ? ['move' as const] : []), ...(hasPlace ? ['forbid' as const] : []), isHeld ? 'unhold' : 'hold']
  return [...(held.includes('matching.plan') ? plans : []), ...(isElsewhere && held.includes('matching.present') ? ['putForward' as const] : []), ...(held.includes('matching.release') && hasPlace && !isElsewhere ? ['release' as const] : [])]
}

/** Rows as a screen draws them, in the order of the rows that are given; what a person may do is said with each. */
export function shownRows(plan: Loaded, shown: ReadonlyMap<string, Shown>, held: readonly Permission[]): Row[] {
  const decided = decidedOf(plan, plan.rulings)
  const theirs = new Set(plan.places.flatMap(({ openingId, sharedBy }) => (sharedBy === null ? [] : [openingId])))
  const rulingsOf = Map.groupBy(plan.rulings, ({ personId }: Ruling) => personId)
  return plan.rows.flatMap((row, i): Row[] => {
    const one = shown.get(row.personId)
    if (!one) return []
    const hers = rulingsOf.get(row.personId) ?? []
    const [isPinned, isHeld] = [hers.some(({ kind }) => kind === 'pin'), hers.some(({ kind }) => kind === 'hold')]
    const { givenName, familyName, adviserName, releaser, facts } = one
    const released = row.releasedAt === null || row.presentationId === null ? null : { at: row.releasedAt, by: releaser ?? '', presentationId: row.presentationId }
    return [{ ...facts, person: { id: row.personId, givenName, familyName, adviserName }, openingId: row.openingId, without: row.openingId === null ? whyWithout(plan, decided, i) : null, source: row.source, isPinned, isHeld,
      forbids: hers.flatMap(({ kind, openingId }) => (kind === 'forbid' && openingId !== null ? [openingId] : [])), released, putForward: row.putForwardOn === null ? null : { on: row.putForwardOn },
      actions: rowActions(held, { hasPlace: row.openingId !== null, isPinned, isHeld, isUnderWay: plan.released.has(row.personId), isElsewhere: theirs.has(row.openingId ?? ''), possible: facts.possible }) }]
  })
}
