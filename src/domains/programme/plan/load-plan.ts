import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Answer } from '#rules/rule.ts'
import { askNamed } from '../decision/ask-rules.core.ts'
import { loadFacts } from '../decision/load-facts.ts'
import { partsOf } from './plan.core.ts'
import type { PlanElement } from './plan.schema.ts'
import { PlanContent, PlanElement as Element, Signature } from './plan.schema.ts'

const columns = ['id', 'personId', 'version', 'revision', 'madeOn', 'reviewOn', 'closedOn', 'content'] as const

/** The elements a plan has now, in their order. */
async function loadElements(tx: Tx, planId: string): Promise<PlanElement[]> {
  const rows = await tx.selectFrom('planElement').select(['id', 'kind', 'title', 'reason', 'fromDate', 'toDate', 'hoursPerWeek', 'courseId']).where('planId', '=', planId).where('removedIn', 'is', null).orderBy('place').orderBy('id').execute()
  return rows.map((row) => Element.parse(row))
}

/** Every yes ever given to it, oldest first. */
const loadSignatures = async (tx: Tx, planId: string): Promise<Signature[]> =>
  (await tx.selectFrom('planSignature').select(['id', 'revision', 'kind', 'party', 'how', 'name', 'interpreter', 'interpreterLanguage', 'signedAt']).where('planId', '=', planId).orderBy('signedAt').execute()).map((row) => Signature.parse(row))

async function readPlan<R extends { id: string; content: unknown }>(tx: Tx, row: R) {
  return { ...row, content: PlanContent.parse(row.content), elements: await loadElements(tx, row.id), signatures: await loadSignatures(tx, row.id) }
}

export type LoadedPlan = Awaited<ReturnType<typeof loadPlan>>

/** One plan with its elements and signatures; NotFound where it is hidden. */
export async function loadPlan(tx: Tx, id: string) {
  return readPlan(tx, found(await tx.selectFrom('integrationPlan').select(columns).where('id', '=', id).executeTakeFirst()))
}

/** The plan that is open for one person; nothing where there is none. */
export async function loadOpenPlan(tx: Tx, personId: string) {
  const row = await tx.selectFrom('integrationPlan').select(columns).where('personId', '=', personId).where('closedOn', 'is', null).executeTakeFirst()
  return row && readPlan(tx, row)
}

const Content = z.object({ required: z.array(z.string()), missing: z.array(z.string()) })
const Contract = z.object({ kind: z.enum(['contract', 'declaration', 'none']) })

export type PlanRules = { content: Answer<unknown> | undefined; contract: Answer<unknown> | undefined; missing: string[] | null; kind: 'contract' | 'declaration' | 'none' | null }

/** What the act demands of a plan and whether it comes with a contract, as far as the actor may know the facts: null is not decided. */
export async function askAboutPlan({ tx, today }: Pick<Context, 'tx' | 'today'>, { personId, madeOn, content, elements }: Pick<LoadedPlan, 'personId' | 'madeOn' | 'content' | 'elements'>): Promise<PlanRules> {
  const { facts } = await loadFacts(tx, personId, today)
  const grounds = await loadGrounds(tx)
  const asked = { ...facts, planMadeOn: madeOn, planParts: partsOf(content, elements) }
  const answers = { content: askNamed('programme.planContent', asked, today, grounds), contract: askNamed('programme.contract', asked, today, grounds) }
  return { ...answers, missing: Content.safeParse(answers.content?.answer).data?.missing ?? null, kind: Contract.safeParse(answers.contract?.answer).data?.kind ?? null }
}
