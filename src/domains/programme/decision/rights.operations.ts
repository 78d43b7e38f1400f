import { z } from 'zod'
import { explain, loadGrounds } from '#domains/rules/index.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { decideRule } from '#rules/rule.ts'
import { grantSchedule } from '#rules/settlement-grants/schedule.ts'
import type { PlainDate } from '#shared/date.ts'
import { dayInNorway } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { boundsOf, missingFacts } from './bounds.core.ts'
import { decidedEnd } from './decision.core.ts'
import { fieldsFor } from './fact-fields.ts'
import type { Participation } from './load-facts.ts'
import { loadFacts } from './load-facts.ts'
import type { DoneOn } from './rights.core.ts'
import { askPicture, goalLengths, rightsActions, shownDeadlines } from './rights.core.ts'
import { Rights, RuleLocale } from './rights.schema.ts'

const Former = z.object({ act: z.literal('introduction') })

/** The days on which what has a deadline was done: mapping and guidance, decision and start, plan and contract. */
async function loadDone(tx: Tx, personId: string, participation: Participation | undefined): Promise<DoneOn> {
  const steps = await tx.selectFrom('qualificationStep').select(['kind', 'doneOn']).where('personId', '=', personId).execute()
  const plan = await tx.selectFrom('integrationPlan').select(['id', 'madeOn']).where('personId', '=', personId).orderBy('madeOn').executeTakeFirst()
  const signed = plan && await tx.selectFrom('planSignature').select('signedAt').where('planId', '=', plan.id).where('party', '=', 'municipality').orderBy('signedAt').executeTakeFirst()
  const stepDone = (kind: 'competence_mapping' | 'career_guidance'): PlainDate | null => steps.find((one) => one.kind === kind)?.doneOn ?? null
  return { mapping: stepDone('competence_mapping'), career_guidance: stepDone('career_guidance'), plan: plan?.madeOn ?? null, contract: signed ? dayInNorway(new Date(signed.signedAt)) : null,
    decision: participation?.decidedOn ?? null, start: participation?.startsOn ?? null, two_year_limit: participation?.decidedOn ?? null }
}

/**
 * What one person has a right and a duty to, from the facts that are known today: every answer with its reasoning, what is
 * missing, and until when. Where there is no decision the answers are given as if it were decided today, and `asIf` says so.
 */
export const getRights = operation({
  permission: 'programme.decide', reads: true, input: z.object({ personId: Id, locale: RuleLocale }), output: Rights,
  subjects: ({ personId }) => [personId],
  async run({ tx, today: on }, { personId, locale }) {
    const { facts, legal, dates, more, person, participation, stored } = await loadFacts(tx, personId, on)
    const grounds = await loadGrounds(tx)
    const answers = askPicture(facts, on, grounds)
    const bounds = boundsOf(answers)
    const grants = decideRule(grantSchedule, facts, on, grounds)
    const isRunning = participation !== undefined && participation.endedOn === null
    return {
      personId, on, asIf: participation === undefined, standing: bounds.right, isFormerAct: Former.safeParse(answers.find(({ rule }) => rule === 'programme.targetGroup')?.answer).success,
      answers: answers.map((one) => explain(one, locale)), missing: fieldsFor(missingFacts(answers), locale), deadlines: shownDeadlines(answers, await loadDone(tx, personId, participation), on),
      goals: goalLengths(answers, facts, on, grounds), programme: participation === undefined ? null : { ...participation, decidedEnd: decidedEnd(participation) },
      grants: { answer: explain(grants, locale), missing: fieldsFor(missingFacts([grants]), locale) },
      facts: { id: stored?.id ?? null, version: stored?.version ?? null, personVersion: person.version, legal, person: dates, more },
      actions: rightsActions(isRunning, bounds.right, bounds.extensionMonths, participation?.extensionMonths ?? 0),
    }
  },
})
