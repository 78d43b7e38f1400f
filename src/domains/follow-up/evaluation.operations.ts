import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { addObservedSkills } from '#domains/competence/index.ts'
import { openAgreement, sendLinks } from '#domains/placements/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { answersAreWhole, evaluationActions, isOpen, mayAnswer, mayCode, opensOn } from './evaluation.core.ts'
import { AnswerInput, CodeOutcomeInput, EmployerAnswers, EvaluationPage, HiredDetail, ParticipantAnswers } from './evaluation.schema.ts'
import { Side } from './follow-up.schema.ts'


/** The placement as the evaluation needs it. Runs as staff and, for one agreement, as the bearer of its link. */
export async function loadEvaluated({ tx, actor }: Context, agreementId: string) {
  const row = found(await tx.selectFrom('agreement').innerJoin('employer', (join) => join.onRef('employer.municipalityId', '=', 'agreement.municipalityId').onRef('employer.id', '=', 'agreement.employerId'))
    .innerJoin('person', (join) => join.onRef('person.municipalityId', '=', 'agreement.municipalityId').onRef('person.id', '=', 'agreement.personId'))
    .select(['agreement.id', 'agreement.personId', 'agreement.fromDate', 'agreement.toDate', 'agreement.endedOn', 'agreement.submittedAt', 'agreement.cancelledAt',
      'employer.name as employerName', 'person.givenName', 'person.familyName'])
    .where('agreement.id', '=', agreementId).executeTakeFirst())
  // why it ended may be illness: not for the parties, whose links to what never began are closed when that is said
  const ending = actor.kind === 'staff' ? await tx.selectFrom('agreement').select('endReason').where('id', '=', agreementId).executeTakeFirst() : undefined
  const placement = { ...row, endReason: ending?.endReason ?? null }
  const answered = (await tx.selectFrom('evaluation').select('party').where('agreementId', '=', agreementId).execute()).map(({ party }) => party)
  return { placement, answered, personName: `${placement.givenName} ${placement.familyName}` }
}

/** Keeps one party's answers; what an employer saw becomes observed skills of the person. */
export async function keepAnswers(context: Context, agreementId: string, input: AnswerInput, from: { linkId?: string; accountId?: string }): Promise<{ personId: string }> {
  const { tx, now, today } = context
  const { placement, answered } = await loadEvaluated(context, agreementId)
  refuseIf([...mayAnswer(input.party, answered, placement, today), ...answersAreWhole(input)])
  await tx.insertInto('evaluation').values({ id: input.id, agreementId, personId: placement.personId, party: input.party, answeredAt: instantOf(now), answers: JSON.stringify(input.answers), linkId: from.linkId ?? null, accountId: from.accountId ?? null }).execute()
  if (input.party === 'employer') {
    const names = [...new Set(input.answers.skills.map((name) => name.toLowerCase()))]
    await addObservedSkills(tx, { personId: placement.personId, agreementId, seenBy: placement.employerName, on: today, skills: names.map((name) => ({ id: randomUUID(), name })) })
  }
  return { personId: placement.personId }
}

export const getEvaluation = operation({
  permission: 'placements.read', reads: true, input: z.object({ agreementId: Id }), output: EvaluationPage,
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId }) {
    const { tx, actor, today, now } = context
    const { placement, answered, personName } = await loadEvaluated(context, agreementId)
    const coded = found(await tx.selectFrom('agreement').select(['version', 'outcome', 'outcomeOn', 'outcomeDetail', 'notHiredReason']).where('id', '=', agreementId).executeTakeFirst())
    const evaluations = await tx.selectFrom('evaluation').leftJoin('account', (join) => join.onRef('account.municipalityId', '=', 'evaluation.municipalityId').onRef('account.id', '=', 'evaluation.accountId'))
      .select(['evaluation.id', 'evaluation.party', 'evaluation.answeredAt', 'evaluation.answers', 'evaluation.linkId', 'account.name as notedBy']).where('evaluation.agreementId', '=', agreementId).execute()
    const links = await tx.selectFrom('personalLink').select(['party', 'createdAt', 'expiresAt', 'usedAt', 'revokedAt']).where('agreementId', '=', agreementId).where('purpose', '=', 'evaluate').orderBy('createdAt').execute()
    const observedSkills = await tx.selectFrom('skill').select(['name', 'seenBy']).where('agreementId', '=', agreementId).orderBy('name').execute()
    const state = (link: (typeof links)[number]) => link.usedAt ? 'used' as const : link.revokedAt ? 'revoked' as const : link.expiresAt < now.toISOString() ? 'expired' as const : 'open' as const
    return { agreementId, agreementVersion: coded.version, personId: placement.personId, personName, employerName: placement.employerName, isOpen: isOpen(placement, today), opensOn: opensOn(placement),
      evaluations: evaluations.map((one) => ({ id: one.id, party: one.party, answeredAt: one.answeredAt, byLink: one.linkId !== null, notedBy: one.notedBy,
        employer: one.party === 'employer' ? EmployerAnswers.parse(one.answers) : null, participant: one.party === 'participant' ? ParticipantAnswers.parse(one.answers) : null })),
      asked: links.map((link) => ({ party: link.party, sentOn: link.createdAt.slice(0, 10), state: state(link) })),
      outcome: coded.outcome, outcomeOn: coded.outcomeOn, hired: coded.outcomeDetail === null ? null : HiredDetail.parse(coded.outcomeDetail), notHiredReason: coded.notHiredReason,
      observedSkills, lastDay: placement.endedOn ?? placement.toDate ?? today, actions: evaluationActions(placement, answered, today, actor.permissions) }
  },
})

/** Mails each party that has not answered a link to its few questions. */
export const askForEvaluation = operation({
  permission: 'placements.followUp', input: z.object({ agreementId: Id }), output: z.object({ personId: Id, sent: z.array(z.object({ party: Side, email: z.string() })) }),
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId }) {
    const { placement, answered } = await loadEvaluated(context, agreementId)
    const missing = Side.options.filter((party) => !answered.includes(party))
    refuseIf([...check(isOpen(placement, context.today), { code: 'evaluation.notYet' }), ...check(missing.length > 0, { code: 'evaluation.answered' })])
    const { agreement } = await openAgreement(context, agreementId)
    const sent = await sendLinks(context, agreement, missing, 'evaluate')
    if (sent.length === 0) throw new Refused({ code: 'evaluation.noAddress' })
    return { sent, personId: placement.personId }
  },
})

/** Answers given by telephone or in a talk, written down by a colleague, who is named. */
export const noteAnswers = operation({
  permission: 'placements.followUp', input: z.object({ agreementId: Id, answer: AnswerInput }), output: z.object({ personId: Id }),
  subjects: (_, { personId }) => [personId],
  run: (context, { agreementId, answer }) => keepAnswers(context, agreementId, answer, { accountId: context.actor.id }),
})

export const codeOutcome = operation({
  permission: 'placements.followUp', input: CodeOutcomeInput, output: z.object({ version: z.int(), personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, input) {
    const { placement } = await loadEvaluated(context, input.agreementId)
    refuseIf(mayCode(input, placement, context.today))
    const version = await saveVersioned(context, 'agreement', { id: input.agreementId, version: input.version },
      { outcome: input.outcome, outcomeOn: input.outcomeOn, outcomeDetail: input.hired, notHiredReason: input.notHiredReason })
    return { version, personId: placement.personId }
  },
})
