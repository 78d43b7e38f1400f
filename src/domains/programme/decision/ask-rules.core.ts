import type { FactName, Facts } from '#rules/facts.ts'
import { findRule } from '#rules/registry.ts'
import type { Answer, Grounds } from '#rules/rule.ts'
import { decideRule } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import type { DecisionKind } from './decision.schema.ts'

/** What a kind of decision rests on: the rules that are asked, and kept with it. */
const RULES_OF_KIND: Record<DecisionKind, readonly string[]> = {
  programme: ['programme.targetGroup', 'programme.goal', 'programme.length', 'programme.content', 'programme.parentalGuidance'],
  refusal: ['programme.targetGroup'],
  extension: ['programme.length'],
  stop_temporary: ['programme.stop'],
  stop_permanent: ['programme.stop'],
  leave: ['absence.quota', 'absence.effectOnLength'],
  absence: ['absence.quota', 'absence.effectOnLength'],
  benefit: ['benefit.rate'],
  set_off: ['benefit.setOff'],
  repayment: ['benefit.setOff'],
  norwegian: ['norwegian.right', 'norwegian.goal', 'norwegian.tests'],
  exemption: ['norwegian.exemption'],
  plan_change: ['programme.planContent'],
}

/** One rule by its name; nothing where there is no such rule. */
export function askNamed(name: string, facts: Facts, on: PlainDate, grounds: Grounds): Answer<unknown> | undefined {
  const rule = findRule(name)
  return rule && decideRule(rule as never, facts, on, grounds) // reason for the cast: the registry holds rules of every kind of facts
}

const askAll = (names: readonly string[], facts: Facts, on: PlainDate, grounds: Grounds): Answer<unknown>[] => names.flatMap((name) => askNamed(name, facts, on, grounds) ?? [])

/** Every rule a kind of decision rests on, asked on one day. */
export const askForKind = (kind: DecisionKind, facts: Facts, on: PlainDate, grounds: Grounds): Answer<unknown>[] => askAll(RULES_OF_KIND[kind], facts, on, grounds)

/** The facts that a set of answers could have used, so that a decision keeps no more than it rests on. */
export function factsUsed(answers: readonly Pick<Answer<unknown>, 'rule'>[], facts: Facts): Facts {
  const names = new Set<FactName>(answers.flatMap(({ rule }) => findRule(rule)?.facts ?? []))
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name as FactName))) // reason for the cast: names of facts are what the object is keyed by
}
