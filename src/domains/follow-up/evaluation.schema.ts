import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Side } from './follow-up.schema.ts'

const Words = z.string().trim().max(2000).nullable().default(null)

/** What the employer is asked at the end: seven short questions, no more (PLA-08). */
export const EmployerAnswers = z.object({
  wentWell: Words, didNot: Words, nextTime: Words,
  wouldHostAgain: z.enum(['yes', 'perhaps', 'no']),
  isHired: z.enum(['yes', 'perhaps_later', 'no']),
  notHiredReason: z.enum(['need', 'vacancy', 'economy', 'language', 'skill', 'other']).nullable().default(null),
  /** What she can now do, in the employer's words: becomes observed skills on her page. */
  skills: z.array(z.string().trim().min(2).max(80)).max(12).default([]),
  attest: z.boolean().default(false),
})
export type EmployerAnswers = z.infer<typeof EmployerAnswers>

/** What the participant is asked, in her own language. */
export const ParticipantAnswers = z.object({
  wentWell: Words, didNot: Words, learned: Words,
  spokeNorwegian: z.enum(['every_day', 'some_days', 'seldom']),
  wasTreatedWell: z.enum(['yes', 'partly', 'no']),
  wantsToGoOn: z.enum(['same_work', 'other_work', 'education', 'do_not_know']),
})
export type ParticipantAnswers = z.infer<typeof ParticipantAnswers>

export const Outcome = z.enum(['hired', 'extended', 'other_place', 'education', 'never_started', 'not_hired'])
export type Outcome = z.infer<typeof Outcome>
export const NotHiredReason = z.enum(['need', 'vacancy', 'economy', 'language', 'skill', 'other'])
export const HiredDetail = z.object({ percent: z.int().min(1).max(100), form: z.enum(['permanent', 'temporary', 'seasonal', 'on_call']), where: z.string().trim().max(200).nullable().default(null) })
export type HiredDetail = z.infer<typeof HiredDetail>

/** How it ended, coded (PLA-09): counted later, so never free text alone. */
export const CodeOutcomeInput = z.object({ agreementId: Id, version: z.int(), outcome: Outcome, outcomeOn: PlainDate, hired: HiredDetail.nullable(), notHiredReason: NotHiredReason.nullable() })
export type CodeOutcomeInput = z.infer<typeof CodeOutcomeInput>

export const Evaluation = z.object({ id: Id, party: Side, answeredAt: Instant, byLink: z.boolean(), notedBy: z.string().nullable(), employer: EmployerAnswers.nullable(), participant: ParticipantAnswers.nullable() })
export const EvaluationPage = z.object({
  agreementId: Id, agreementVersion: z.int(), personId: Id, personName: z.string(), employerName: z.string(),
  isOpen: z.boolean(), opensOn: PlainDate.nullable(), evaluations: z.array(Evaluation), asked: z.array(z.object({ party: Side, sentOn: PlainDate, state: z.enum(['open', 'used', 'expired', 'revoked']) })),
  outcome: Outcome.nullable(), outcomeOn: PlainDate.nullable(), hired: HiredDetail.nullable(), notHiredReason: NotHiredReason.nullable(),
  observedSkills: z.array(z.object({ name: z.string(), seenBy: z.string().nullable() })), lastDay: PlainDate,
  actions: z.array(z.enum(['ask', 'noteEmployer', 'noteParticipant', 'codeOutcome'])),
})
export type EvaluationPage = z.infer<typeof EvaluationPage>

export const AnswerInput = z.discriminatedUnion('party', [
  z.object({ id: Id, party: z.literal('employer'), answers: EmployerAnswers }),
  z.object({ id: Id, party: z.literal('participant'), answers: ParticipantAnswers }),
])
export type AnswerInput = z.infer<typeof AnswerInput>
