import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { ComparePlansInput, Comparison } from './cohort.schema.ts'
import { moveBetween } from './compare.core.ts'
import { loadPlan, loadShown, loadSummaries } from './load-plan.ts'

/** Two plans side by side: who is where else, and what is gained. */
export const comparePlans = operation({
  permission: 'matching.read', reads: true, input: ComparePlansInput, output: Comparison,
  subjects: (_, { moves }) => moves.map(({ person }) => person.id),
  async run(context, { firstId, secondId }) {
    const summaryOf = async (id: string) => found((await loadSummaries(context, id))[0])
    const [first, second] = [await summaryOf(firstId), await summaryOf(secondId)]
    const [one, other] = [await loadPlan(context, firstId), await loadPlan(context, secondId)]
    const { moved, ...counts } = moveBetween(one.rows, other.rows)
    const shown = await loadShown(context, firstId, moved.map(({ personId }) => personId))
    const titles = new Map([...one.places, ...other.places].map(({ openingId, title, employerName, sharedBy }) => [openingId, [title, employerName, sharedBy].filter((part) => part !== null).join(', ')]))
    const moves = moved.flatMap(({ personId, from, to }) => {
      const who = shown.get(personId)
      return who ? [{ person: { id: personId, givenName: who.givenName, familyName: who.familyName, adviserName: who.adviserName }, from: from === null ? null : titles.get(from) ?? null, to: to === null ? null : titles.get(to) ?? null }] : []
    })
    return { first, second, sameWeights: one.head.weightsVersion === other.head.weightsVersion, ...counts, moves }
  },
})
