import { randomUUID } from 'node:crypto'
import type { Context } from '#platform/operation.ts'
import type { Facts } from '#rules/facts.ts'
import type { Answer } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { instantOf } from '#shared/date.ts'
import { factsUsed } from './ask-rules.core.ts'
import type { DecisionKind, DecisionTerms } from './decision.schema.ts'

/** One decision to be kept. `answers` are the rules it rests on, as they were asked on the day; only the facts they use are kept. */
export type NewDecision = {
  id?: string; personId: string; participationId?: string | null; kind: DecisionKind; decidedOn: PlainDate; validFrom?: PlainDate | null; validTo?: PlainDate | null
  decided: string; grounds: string; caseReference: string | null; locale: 'nb' | 'nn'; facts: Facts; terms?: DecisionTerms; answers: readonly Answer<unknown>[]
  replaces?: { decisionId: string; why: 'correction' | 'reversal' | 'complaint' } | null
}

/** Keeps a decision in the name of the one signed in. Needs the ground `case`. It is never changed afterwards. Answers its id. */
export async function recordDecision({ tx, now }: Context, one: NewDecision): Promise<string> {
  const id = one.id ?? randomUUID()
  const sources = one.answers.flatMap((answer) => answer.sources)
  await tx.insertInto('programmeDecision').values({
    id, personId: one.personId, participationId: one.participationId ?? null, kind: one.kind, decidedOn: one.decidedOn, validFrom: one.validFrom ?? null, validTo: one.validTo ?? null,
    decided: one.decided, grounds: one.grounds, caseReference: one.caseReference, locale: one.locale, recordedAt: instantOf(now),
    facts: JSON.stringify(factsUsed(one.answers, one.facts)), terms: JSON.stringify(one.terms ?? {}), answers: JSON.stringify(one.answers),
    legalBasis: JSON.stringify([...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]),
    replacesId: one.replaces?.decisionId ?? null, replacesWhy: one.replaces?.why ?? null,
  }).execute()
  return id
}
