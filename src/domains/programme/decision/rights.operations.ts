import { z } from 'zod'
import { explain, loadGrounds } from '#domains/rules/index.ts'
import { operation } from '#platform/operation.ts'
import { Id } from '#shared/id.ts'
import { boundsOf, missingFacts } from './bounds.core.ts'
import { decidedEnd } from './decision.core.ts'
import { fieldsFor } from './fact-fields.ts'
import { loadFacts } from './load-facts.ts'
import { askPicture, goalLengths, rightsActions, shownDeadlines } from './rights.core.ts'
import { Rights, RuleLocale } from './rights.schema.ts'

const Former = z.object({ act: z.literal('introduction') })

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
    const isRunning = participation !== undefined && participation.endedOn === null
    const done = { decision: participation?.decidedOn ?? null, start: participation?.startsOn ?? null, two_year_limit: participation?.decidedOn ?? null }
    return {
      personId, on, asIf: participation === undefined, standing: bounds.right, isFormerAct: Former.safeParse(answers.find(({ rule }) => rule === 'programme.targetGroup')?.answer).success,
      answers: answers.map((one) => explain(one, locale)), missing: fieldsFor(missingFacts(answers), locale), deadlines: shownDeadlines(answers, done, on),
      goals: goalLengths(answers, facts, on, grounds), programme: participation === undefined ? null : { ...participation, decidedEnd: decidedEnd(participation) },
      facts: { id: stored?.id ?? null, version: stored?.version ?? null, personVersion: person.version, legal, person: dates, more },
      actions: rightsActions(isRunning, bounds.right, bounds.extensionMonths, participation?.extensionMonths ?? 0),
    }
  },
})
