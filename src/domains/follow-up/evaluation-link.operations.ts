import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { isOpen } from './evaluation.core.ts'
import { keepAnswers, loadEvaluated } from './evaluation.operations.ts'
import { AnswerInput } from './evaluation.schema.ts'
import { Side } from './follow-up.schema.ts'

const LinkPage = z.object({ personId: Id, personName: z.string(), employerName: z.string(), isOpen: z.boolean(), isAnswered: z.boolean() })
const party = ({ actor }: Context): 'participant' | 'employer' => (actor.kind === 'employer' ? 'employer' : 'participant')
const ownAgreement = ({ actor }: Context): string => {
  if (!actor.agreementId) throw new Error('A link without an agreement opens nothing')
  return actor.agreementId
}

/** What the questions behind a mailed link are about. */
export const getEvaluationForLink = operation({
  permission: 'link.evaluate', reads: true, input: z.object({ party: Side }), output: LinkPage,
  subjects: (_, { personId }) => [personId],
  async run(context) {
    const { placement, answered, personName } = await loadEvaluated(context, ownAgreement(context))
    return { personId: placement.personId, personName, employerName: placement.employerName, isOpen: isOpen(placement, context.today), isAnswered: answered.includes(party(context)) }
  },
})

/** Takes one party's answers and uses the link up, both or neither. */
export const answerByLink = operation({
  permission: 'link.evaluate', input: z.object({ answer: AnswerInput }), output: z.object({ personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, { answer }) {
    const { tx, actor, now } = context
    if (answer.party !== party(context)) throw new Refused({ code: 'evaluation.otherParty' })
    const used = await tx.updateTable('personalLink').set({ usedAt: instantOf(now) }).where('id', '=', actor.id)
      .where('usedAt', 'is', null).where('revokedAt', 'is', null).where('expiresAt', '>', instantOf(now)).executeTakeFirst()
    if (used.numUpdatedRows !== 1n) throw new Refused({ code: 'link.used' })
    return keepAnswers(context, ownAgreement(context), answer, { linkId: actor.id })
  },
})
