import { randomUUID } from 'node:crypto'
import { instantOf } from '#shared/date.ts'
import type { RowFacts } from '#domains/matching/cohort/cohort.schema.ts'
import type { Municipality } from './world.ts'
import { NOW } from './world.ts'

type Who = { personId: string; otherId: string; openingId: string; presentationId: string }

const factsWith = (name: string): RowFacts => ({ verdict: 'fits', hasGround: true, against: [], possible: 1, blocked: [{ kind: 'wish', count: 1 }],
  reasons: [{ kind: 'wish', isRequired: false, asked: { is: 'none' }, known: { value: { is: 'name', name }, evidence: null, on: null, source: null }, met: 'yes', sentence: null, statutoryBasis: null }] })

/** A plan with the hidden person and another in it, hers released; compared with itself it is two. */
export async function aHiddenCohort({ put }: Municipality, { personId, otherId, openingId, presentationId }: Who, staffId: string) {
  const cohortId = randomUUID()
  await put(async (tx) => {
    await tx.insertInto('cohortPlan').values({ id: cohortId, name: 'Uke 47', goal: 'stable', seed: 1, weightsVersion: 0, solvedAt: instantOf(NOW), solvedBy: staffId, milliseconds: 1, people: 2, placed: 2, score: 2, blockingPairs: 0, bestPlaced: 2, bestScore: 2 }).execute()
    await tx.insertInto('cohortPlace').values({ id: randomUUID(), planId: cohortId, openingId, at: 0, title: 'Kjøkken', seats: 2, print: JSON.stringify({}) }).execute()
    const row = { planId: cohortId, openingId, pairs: Buffer.from(Int32Array.of(1).buffer), print: JSON.stringify({}) }
    await tx.insertInto('cohortRow').values([
      { ...row, id: randomUUID(), personId, facts: JSON.stringify(factsWith('Hemmelig')), releasedBy: staffId, releasedAt: instantOf(NOW), presentationId },
      { ...row, id: randomUUID(), personId: otherId, facts: JSON.stringify(factsWith('Åpen')) }]).execute()
    await tx.insertInto('cohortDecision').values({ planId: cohortId, personId, kind: 'pin', openingId, madeBy: staffId, madeAt: instantOf(NOW) }).execute()
  })
  return { cohortId, firstId: cohortId, secondId: cohortId }
}
