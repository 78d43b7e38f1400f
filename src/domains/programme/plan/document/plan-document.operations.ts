import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import { operation } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { askAboutPlan, loadPlan } from '../load-plan.ts'
import { PlanDocumentInput } from '../plan-document.schema.ts'
import { loadPlanDocument } from './load-plan-document.ts'

const template = readFileSync(new URL('plan-document.typ', import.meta.url), 'utf8')

/** The plan as PDF/A, in Norwegian beside her language. */
export const getPlanDocument = operation({
  permission: 'programme.read', reads: true, input: PlanDocumentInput, output: FileOutput.extend({ personId: z.uuid() }), subjects: (_, { personId }) => [personId],
  async run(context, { planId, locale }) {
    const plan = await loadPlan(context.tx, planId)
    const document = await loadPlanDocument(context, plan, await askAboutPlan(context, plan), locale)
    try {
      return { personId: plan.personId, fileName: `integreringsplan-${plan.revision}-${locale}.pdf`, contentType: 'application/pdf', bytes: setPdf(template, document, 'a-2a') }
    } catch (error) {
      if (error instanceof NoTypst) throw new Refused({ code: 'decision.noTypesetter' })
      throw error
    }
  },
})
