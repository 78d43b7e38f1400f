import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import type { PlainDate } from '#shared/date.ts'
import { askForKind } from './ask-rules.core.ts'
import { boundsOf, regimeOf } from './bounds.core.ts'
import type { Earlier } from './decision.core.ts'
import { mayDecide, mayExtend, mayStop } from './decision.core.ts'
import type { DecideInput, DecisionKind, DecisionTerms } from './decision.schema.ts'
import { DecideInput as Input, ExtendInput, StopInput } from './decision.schema.ts'
import { decidedText } from './document/write-decision.ts'
import { toFacts } from './legal-facts.schema.ts'
import { loadDecisions } from './load-decisions.ts'
import { loadFacts } from './load-facts.ts'
import { recordDecision } from './record-decision.ts'

const Decided = z.object({ id: Id, personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
const permission = 'programme.decide' as const

/** The facts as they are when this is decided: a new programme is asked about by its own days, not by those of an earlier one. */
const factsFor = ({ kind, decidedOn, programme }: Pick<DecideInput, 'kind' | 'decidedOn' | 'programme'>, loaded: Awaited<ReturnType<typeof loadFacts>>) =>
  kind === 'programme' || kind === 'refusal'
    ? toFacts(loaded.ofPerson, { decidedOn }, programme === null ? {} : { offeredOn: programme.offeredOn, startedOn: programme.startsOn, finalGoal: programme.finalGoal, lengthMonths: programme.months })
    : loaded.facts

type Worded = { decided: string | null; locale: 'nb' | 'nn' }
/** What was decided in words: the adviser's, or the standard ones of the kind. */
const inWords = ({ decided, locale }: Worded, kind: DecisionKind, terms: DecisionTerms, [from, to]: [PlainDate | null, PlainDate | null]): string =>
  decided ?? decidedText(locale, kind, terms, { from, to })

async function loadEarlier(context: Context, { personId, replaces }: DecideInput): Promise<(Earlier & { participationId: string | null }) | undefined> {
  if (replaces === null) return undefined
  const one = (await loadDecisions(context.tx, personId)).find(({ id }) => id === replaces.decisionId)
  return one && { ...one, isReplaced: one.replacedBy !== null }
}

/** Begins the participation a decision gives; one that corrects the decision it began with changes it instead. */
async function beginParticipation(context: Context, { personId, decidedOn, programme }: DecideInput, regime: 'new' | 'old', corrected: { id: string; version: number } | undefined): Promise<string> {
  const { participationId, ...given } = found(programme ?? undefined)
  const values = { ...given, decidedOn, regime }
  if (corrected) { await saveVersioned(context, 'participation', corrected, values); return corrected.id }
  await context.tx.insertInto('participation').values({ id: participationId, personId, ...values }).execute()
  return participationId
}

/** A named person decides. The rules are asked anew on the day of the decision, and kept with it. Impossible facts and all that stands in the way are refused at once. */
export const decide = operation({
  permission, input: Input, output: Decided, subjects,
  async run(context, input) {
    const { tx, today } = context
    const loaded = await loadFacts(tx, input.personId, input.decidedOn)
    const facts = factsFor(input, loaded)
    const answers = askForKind(input.kind, facts, input.decidedOn, await loadGrounds(tx))
    const earlier = await loadEarlier(context, input)
    const running = loaded.participation?.endedOn === null ? loaded.participation : undefined
    const corrected = running !== undefined && earlier?.participationId === running.id ? running : undefined
    refuseIf(mayDecide(input, { facts, bounds: boundsOf(answers), earlier, open: corrected ? undefined : running }, today))
    const { programme, ...decision } = input
    if (programme === null) {
      const decided = inWords(input, input.kind, {}, [input.validFrom, input.validTo])
      return { id: await recordDecision(context, { ...decision, decided, participationId: running?.id ?? null, facts, answers }), personId: input.personId }
    }
    const regime = regimeOf(answers)
    if (regime === null) throw new Refused({ code: 'decision.cannotDecide' })
    const participationId = await beginParticipation(context, input, regime, corrected)
    const { participationId: _, ...given } = programme
    const terms = { ...given, regime }
    return { id: await recordDecision(context, { ...decision, decided: inWords(input, 'programme', terms, [programme.startsOn, null]), validFrom: programme.startsOn, participationId, terms, facts, answers }), personId: input.personId }
  },
})

const runningParticipation = async ({ tx }: Context, personId: string, id: string) =>
  found(await tx.selectFrom('participation').select(['id', 'startsOn', 'months', 'extensionMonths', 'endedOn']).where('id', '=', id).where('personId', '=', personId).executeTakeFirst())

/** Extends a programme by so many months, within what the rule gives. */
export const extend = operation({
  permission, input: ExtendInput, output: Decided, subjects,
  async run(context, { participationId, version, months, ...decision }) {
    const { tx, today } = context
    const open = await runningParticipation(context, decision.personId, participationId)
    const { facts } = await loadFacts(tx, decision.personId, decision.decidedOn)
    const answers = askForKind('extension', facts, decision.decidedOn, await loadGrounds(tx))
    refuseIf(mayExtend({ months, decidedOn: decision.decidedOn }, open, boundsOf(answers), today))
    await saveVersioned(context, 'participation', { id: participationId, version }, { extensionMonths: open.extensionMonths + months })
    const terms = { extensionMonths: months }
    return { id: await recordDecision(context, { ...decision, decided: inWords(decision, 'extension', terms, [null, null]), kind: 'extension', participationId, terms, facts, answers }), personId: decision.personId }
  },
})

/** Stops a programme, for a time or for good (IL § 18). For good ends the participation. */
export const stop = operation({
  permission, input: StopInput, output: Decided, subjects,
  async run(context, input) {
    const { tx, today } = context
    const { participationId, version, how, ground, hasWrittenWarning, from, to, ...decision } = input
    const loaded = await loadFacts(tx, decision.personId, decision.decidedOn)
    const facts = { ...loaded.facts, stopGround: ground, ...(hasWrittenWarning !== undefined && { hasWrittenWarning }) }
    const answers = askForKind(`stop_${how}`, facts, decision.decidedOn, await loadGrounds(tx))
    refuseIf(mayStop(input, await runningParticipation(context, decision.personId, participationId), boundsOf(answers), today))
    if (how === 'permanent') await saveVersioned(context, 'participation', { id: participationId, version }, { endedOn: from, endReason: 'stopped' })
    const kind = `stop_${how}` as const
    return { id: await recordDecision(context, { ...decision, decided: inWords(decision, kind, {}, [from, to]), kind, participationId, validFrom: from, validTo: to, facts, answers }), personId: decision.personId }
  },
})
