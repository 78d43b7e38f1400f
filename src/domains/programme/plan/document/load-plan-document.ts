import { loadGrounds } from '#domains/rules/index.ts'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { appealOf } from '../../decision/appeal.core.ts'
import { paperLocale } from '../../decision/paper-locale.ts'
import type { LoadedPlan, PlanRules } from '../load-plan.ts'
import { loadWords } from '../load-words.ts'
import type { DocumentLocale, PlanDocument } from '../plan-document.schema.ts'
import { writePlan } from './write-plan.ts'

/** The plan in words, for staff and for herself alike: nothing is read that she may not see. */
export async function loadPlanDocument({ tx }: Pick<Context, 'tx'>, plan: LoadedPlan, { kind }: PlanRules, locale: DocumentLocale): Promise<PlanDocument> {
  const person = found(await tx.selectFrom('person').select(['givenName', 'familyName', 'contactLocale', 'adviserId']).where('id', '=', plan.personId).executeTakeFirst())
  const adviser = person.adviserId === null ? undefined : await tx.selectFrom('account').select(['name', 'email']).where('id', '=', person.adviserId).executeTakeFirst()
  const { name: municipality } = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  const appeal = appealOf({ kind: 'plan_change', decidedOn: plan.madeOn, toldOn: null }, await loadGrounds(tx))
  // a paper in one of the two written forms of Norwegian is in that form alone
  const norwegian = locale === 'nb' || locale === 'nn' ? locale : await paperLocale(tx, person.contactLocale)
  return writePlan({ plan, kind, words: await loadWords(tx, plan.personId, 'participant'), appealWeeks: appeal.weeks, names: { person: `${person.givenName} ${person.familyName}`, municipality, adviser: adviser ?? null } }, norwegian, locale)
}
