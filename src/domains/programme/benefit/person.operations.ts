import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { IncomeInput, PersonBenefit, SettingInput, TermsInput } from './benefit.schema.ts'
import { rewriteInOpenRuns } from './issue.operations.ts'
import { loadRefunds } from './refund.operations.ts'

const permission = 'programme.economy' as const
const Saved = z.object({ id: Id, version: z.int() })

const MOST_PAYMENTS = 60

async function paymentsOf({ tx }: Context, personId: string): Promise<PersonBenefit['payments']> {
  const { rows } = await sql<PersonBenefit['payments'][number]>`select r.id as run_id, r.month, r.pay_on, r.approved_at is not null as is_approved, sum(l.amount_ore)::int as payout_ore,
      jsonb_agg(jsonb_build_object('kind', l.kind, 'forMonth', l.for_month, 'amountOre', l.amount_ore, 'particulars', l.basis->'particulars') order by l.for_month desc, l.kind) as lines
    from benefit_line l join benefit_run r on r.municipality_id = l.municipality_id and r.id = l.run_id where l.person_id = ${personId} group by r.id, r.month, r.pay_on, r.approved_at order by r.month desc limit ${MOST_PAYMENTS}`.execute(tx)
  return rows
}

/** Terms, other income, holds and payments of one person. */
export const getPersonBenefit = operation({
  permission, reads: true, input: z.object({ personId: Id }), output: PersonBenefit, subjects: ({ personId }) => [personId],
  async run(context, { personId }) {
    const { tx } = context
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const terms = await tx.selectFrom('benefitTerms').select(['id', 'version', 'fromOn', 'livesWithParents', 'isPartnerInProgramme', 'hasChildren', 'payrollReference']).where('personId', '=', personId).orderBy('fromOn', 'desc').execute()
    const incomes = await tx.selectFrom('benefitIncome').select(['id', 'version', 'kind', 'monthlyOre', 'monthlyHours', 'earnedBefore', 'fromOn', 'toOn', 'document']).where('personId', '=', personId).orderBy('fromOn', 'desc').orderBy('id').execute()
    const { rows: holds } = await sql<PersonBenefit['holds'][number]>`select h.id, h.version, h.from_on, h.reason, a.name as held_by, h.released_on, b.name as released_by from benefit_hold h
      join account a on a.municipality_id = h.municipality_id and a.id = h.held_by left join account b on b.municipality_id = h.municipality_id and b.id = h.released_by where h.person_id = ${personId} order by h.from_on desc, h.id`.execute(tx)
    return { personId, terms, incomes, holds, refunds: await loadRefunds(context, personId), payments: await paymentsOf(context, personId) }
  },
})

/** What the size of the benefit depends on from a day on. Earlier months that were paid are set right in the next run. */
export const saveBenefitTerms = operation({
  permission, input: TermsInput, output: Saved, subjects: ({ personId }) => [personId],
  async run(context, { version, ...terms }) {
    const { id, personId, ...values } = terms
    if (version !== null) found(await context.tx.selectFrom('benefitTerms').select('id').where('id', '=', id).where('personId', '=', personId).executeTakeFirst())
    const next = version === null ? 1 : await saveVersioned(context, 'benefitTerms', { id, version }, values)
    if (version === null) await context.tx.insertInto('benefitTerms').values(terms).execute()
    await rewriteInOpenRuns(context, personId)
    return { id, version: next }
  },
})

/** Another benefit that is deducted, or paid work in the programme. */
export const saveBenefitIncome = operation({
  permission, input: IncomeInput, output: Saved, subjects: ({ personId }) => [personId],
  async run(context, { version, ...income }) {
    const { id, personId, ...values } = income
    if (version !== null) found(await context.tx.selectFrom('benefitIncome').select('id').where('id', '=', id).where('personId', '=', personId).executeTakeFirst())
    const next = version === null ? 1 : await saveVersioned(context, 'benefitIncome', { id, version }, values)
    if (version === null) await context.tx.insertInto('benefitIncome').values(income).execute()
    await rewriteInOpenRuns(context, personId)
    return { id, version: next }
  },
})

/** The municipality's own pay day. Runs that are prepared already keep theirs until they are prepared anew. */
export const saveBenefitSetting = operation({
  permission, input: SettingInput, output: Saved, subjects: () => [],
  async run(context, { version, ...setting }) {
    const { id, ...values } = setting
    if (version !== null) return { id, version: await saveVersioned(context, 'benefitSetting', { id, version }, values) }
    await context.tx.insertInto('benefitSetting').values(setting).execute()
    return { id, version: 1 }
  },
})
