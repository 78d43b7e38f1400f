import { z } from 'zod'
import { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { FinalGoal } from '#rules/person-facts.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { FactField, LegalFacts, PersonDates } from './legal-facts.schema.ts'

export const RuleLocale = z.enum(['nb', 'nn', 'en'])

/** A day by which something must be done, and how near it is. */
export const RightsDeadline = z.object({ what: z.string(), by: PlainDate.nullable(), force: z.enum(['shall', 'should']), state: z.enum(['done', 'late', 'soon', 'later', 'unknown']), doneOn: PlainDate.nullable() })
export type RightsDeadline = z.infer<typeof RightsDeadline>

/** Her programme as it was decided. */
const Programme = z.object({
  id: Id, version: z.int(), offeredOn: PlainDate, decidedOn: PlainDate, startsOn: PlainDate, months: z.int(), extensionMonths: z.int(), finalGoal: FinalGoal, regime: z.enum(['new', 'old']),
  endedOn: PlainDate.nullable(), decidedEnd: PlainDate,
})

/** How long a programme would be with one final goal. */
const GoalLength = z.object({ goal: FinalGoal, upToMonths: z.int(), extensionMonths: z.int(), isFirst: z.boolean(), onlyIfUnable: z.boolean() })
export type GoalLength = z.infer<typeof GoalLength>

export const Rights = z.object({
  personId: Id, on: PlainDate,
  /** What the answers rest on though it is not so: there is no decision, and the question is put as if it were decided today. */
  asIf: z.boolean(),
  standing: z.enum(['right', 'may', 'none']).nullable(),
  /** `introduction`: the former act decides, which is not among the rules. */
  isFormerAct: z.boolean(),
  answers: z.array(ExplainedAnswer), missing: z.array(FactField), deadlines: z.array(RightsDeadline), goals: z.array(GoalLength), programme: Programme.nullable(),
  /** The integration grant the municipality gets for her, year by year, and what it still asks for (GRA-01). */
  grants: z.object({ answer: ExplainedAnswer, missing: z.array(FactField) }),
  facts: z.object({ id: Id.nullable(), version: z.int().nullable(), personVersion: z.int(), legal: LegalFacts, person: PersonDates, more: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
  actions: z.array(z.enum(['saveFacts', 'decideProgramme', 'refuse', 'extend', 'stop', 'decideOther'])),
})
export type Rights = z.infer<typeof Rights>
