import { z } from 'zod'
import { compareAnswers, explain, loadGrounds } from '#domains/rules/index.ts'
import { Compared, ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { askNamed } from './ask-rules.core.ts'
import { Complaint } from './complaint.schema.ts'
import { DecisionRow, NoteToldInput } from './decision.schema.ts'
import { loadComplaints } from './load-complaints.ts'
import { loadDecision, loadDecisions } from './load-decisions.ts'
import { RuleLocale } from './rights.schema.ts'

const permission = 'programme.decide' as const
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Every decision about one person with the complaints about them, newest first. */
export const listDecisions = operation({
  permission, reads: true, input: z.object({ personId: Id }), output: z.object({ personId: Id, decisions: z.array(DecisionRow), complaints: z.array(Complaint) }), subjects,
  async run({ tx }, { personId }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const decisions = await loadDecisions(tx, personId)
    return { personId, decisions, complaints: await loadComplaints(tx, decisions, await loadGrounds(tx)) }
  },
})

/** One decision with its reasoning as it was on the day. */
export const getDecision = operation({
  permission, reads: true, input: z.object({ decisionId: Id, locale: RuleLocale }), output: z.object({ personId: Id, decision: DecisionRow, answers: z.array(ExplainedAnswer) }), subjects,
  async run({ tx }, { decisionId, locale }) {
    const { row, personId, answers } = await loadDecision(tx, decisionId)
    return { personId, decision: row, answers: answers.map((one) => explain({ ...one, answer: one.answer ?? null }, locale)) }
  },
})

/** Notes when and how she was told: the day the time for complaining runs from. */
export const noteTold = operation({
  permission, input: NoteToldInput, output: z.object({ personId: Id, version: z.int() }), subjects,
  async run(context, { id, version, toldOn, toldHow }) {
    const { row, personId } = await loadDecision(context.tx, id)
    refuseIf([...check(toldOn <= context.today, { code: 'decision.inFuture', path: 'toldOn' }), ...check(toldOn >= row.decidedOn, { code: 'decision.toldBeforeDecided', path: 'toldOn' })])
    return { personId, version: await saveVersioned(context, 'programmeDecision', { id, version }, { toldOn, toldHow }) }
  },
})

/**
 * The facts of a decision put to the rules again: on its own day by the rules and figures of today, or as of another day.
 * Both answers and what differs, rule by rule. Nothing is changed.
 */
export const recomputeDecision = operation({
  permission, reads: true, input: z.object({ decisionId: Id, on: PlainDate.optional(), locale: RuleLocale }),
  output: z.object({ personId: Id, on: PlainDate, decidedOn: PlainDate, isSame: z.boolean(), rules: z.array(Compared) }), subjects,
  async run({ tx }, { decisionId, on, locale }) {
    const { row, personId, facts, answers } = await loadDecision(tx, decisionId)
    const [day, grounds] = [on ?? row.decidedOn, await loadGrounds(tx)]
    // asked as of another day, the case is put as if it were decided, offered and begun then
    const moved = on === undefined || on === row.decidedOn ? facts : { ...facts, ...(facts.decidedOn && { decidedOn: on }), ...(facts.offeredOn && { offeredOn: on }), ...(facts.startedOn && { startedOn: on }) }
    const rules = answers.flatMap((before) => {
      const after = askNamed(before.rule, moved, day, grounds)
      return after === undefined ? [] : [compareAnswers({ ...before, answer: before.answer ?? null }, after, locale)]
    })
    return { personId, on: day, decidedOn: row.decidedOn, rules, isSame: rules.every(({ differs }) => differs.length === 0) }
  },
})
