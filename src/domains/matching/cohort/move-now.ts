import type { Context } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { loadFacts } from '../load-people.ts'
import { findOpenings } from '../load-openings.ts'
import { Print } from './cohort.schema.ts'
import type { Change } from './cohort.schema.ts'
import type { Loaded } from './load-plan.ts'
import { printPerson } from './print.ts'
import { changedIn } from './release.core.ts'
import { loadScorer } from './scores.ts'

/** Refuses to move somebody by hand on scores that are no longer hers: facts of hers are others than when the plan was solved, or she cannot be there as the day is now. */
export async function refuseIfOld(context: Context, plan: Loaded, change: Change): Promise<void> {
  if (change.do !== 'pin' || plan.rows.find(({ personId }) => personId === change.personId)?.openingId === change.openingId) return
  const kept = await context.tx.selectFrom('cohortRow').select('print').where('planId', '=', plan.head.id).where('personId', '=', change.personId).executeTakeFirst()
  const [facts] = await loadFacts(context.tx, [change.personId])
  if (!kept || !facts) return
  // her way is to the place she had
  const changed = changedIn('person', Print.parse(kept.print), printPerson(facts, undefined)).filter((one) => one !== 'person.way')
  if (changed.length > 0) throw new Refused({ code: 'matching.movedOnOldFacts', params: { count: changed.length } })
  const [opening] = await findOpenings(context, [change.openingId], facts.home ? [facts.home.postcode] : [])
  if (opening && (await loadScorer(context)).match(facts, opening.facts).verdict === 'not') throw new Refused({ code: 'matching.pairImpossible' })
}
