import { z } from 'zod'
import { explain, loadGrounds } from '#domains/rules/index.ts'
import { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { operation } from '#platform/operation.ts'
import type { Facts } from '#rules/facts.ts'
import { FinalGoal } from '#rules/person-facts.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { askForKind } from './ask-rules.core.ts'
import { boundsOf, missingFacts } from './bounds.core.ts'
import { DecisionKind } from './decision.schema.ts'
import { decidedText } from './document/write-decision.ts'
import { fieldsFor } from './fact-fields.ts'
import { FactField, toFacts } from './legal-facts.schema.ts'
import { loadFacts } from './load-facts.ts'
import { paperLocale } from './paper-locale.ts'
import { goalLengths } from './rights.core.ts'
import { Rights, RuleLocale } from './rights.schema.ts'

const DraftInput = z.object({ personId: Id, kind: DecisionKind, locale: RuleLocale, decidedOn: PlainDate.optional(), offeredOn: PlainDate.optional(), finalGoal: FinalGoal.optional() })
const Draft = z.object({
  personId: Id, decidedOn: PlainDate, standing: Rights.shape.standing, answers: z.array(ExplainedAnswer), missing: z.array(FactField), goals: Rights.shape.goals,
  /** The longest programme the rules give with the goal and the offer asked about; and what is left to extend by. */
  upToMonths: z.int().nullable(), extensionLeft: z.int().nullable(),
  /** Norwegian of the paper, by the municipality's and the person's choice, and the standard words in both. */
  paper: z.enum(['nb', 'nn']), decided: z.object({ nb: z.string(), nn: z.string() }),
})

/** A decision filled in from the rules before anybody has decided anything: what they say, what they lack, what must be judged. */
export const draftDecision = operation({
  permission: 'programme.decide', reads: true, input: DraftInput, output: Draft, subjects: ({ personId }) => [personId],
  async run({ tx, today }, { personId, kind, locale, decidedOn = today, offeredOn = decidedOn, finalGoal }) {
    const { facts, ofPerson, participation, person } = await loadFacts(tx, personId, decidedOn)
    const isNew = kind === 'programme' || kind === 'refusal'
    const asked: Facts = isNew ? toFacts(ofPerson, { decidedOn, offeredOn, finalGoal }) : facts
    const grounds = await loadGrounds(tx)
    const answers = askForKind(kind, asked, decidedOn, grounds)
    const bounds = boundsOf(answers)
    const words = (paper: 'nb' | 'nn'): string => decidedText(paper, kind, {}, { from: null, to: null })
    return {
      personId, decidedOn, standing: bounds.right, answers: answers.map((one) => explain(one, locale)), missing: fieldsFor(missingFacts(answers), locale),
      goals: kind === 'programme' ? goalLengths(answers, asked, decidedOn, grounds) : [], upToMonths: bounds.upToMonths,
      extensionLeft: bounds.extensionMonths === null ? null : Math.max(0, bounds.extensionMonths - (participation?.extensionMonths ?? 0)),
      paper: await paperLocale(tx, person.contactLocale), decided: { nb: words('nb'), nn: words('nn') },
    }
  },
})
