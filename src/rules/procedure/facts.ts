import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** What a municipality decides by the integration act, as § 46 and IF § 69 sort it, and what is not there. */
export const DecisionKind = z.enum([
  'programme', 'benefit', 'training', 'exemption', 'plan', 'plan_material_change', 'plan_minor_change', 'stop', 'absence', 'leave', 'self_certification_lost',
  'extension', 'set_off', 'deduction', 'repayment', 'refund', 'holiday', 'settlement_municipality', 'other',
])
export type DecisionKind = z.infer<typeof DecisionKind>

/** Facts about a decision and an appeal against it. */
export const PROCEDURE_FACTS = {
  decisionKind: DecisionKind.describe('What the decision is about: programme, benefit or training = allocation or refusal of it; exemption = from training or tests; set_off = in later benefit; deduction = for unauthorised absence; settlement_municipality = which municipality she is settled in.'),
  decisionMadeOn: PlainDate.describe('Day the decision was made.'),
  notifiedOn: PlainDate.describe('Day the notice of the decision reached her.'),
  reasonsReceivedOn: PlainDate.describe('Day the reasons reached her, when they were not given with the decision and she asked for them in time.'),
  appealedOn: PlainDate.describe('Day the appeal was handed in or posted.'),
  grantsInFull: z.boolean().describe('The decision grants an application, and there is no reason to think that she is dissatisfied.'),
  mayBeCarriedOutBeforeAppeal: z.boolean().describe('The decision may be carried out to her harm before an appeal is decided.'),
} as const
