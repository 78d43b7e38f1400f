import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { PlanDocument } from './plan-document.schema.ts'
import { Words } from './plan.schema.ts'

/** A plan as she sees it herself: in words, with what she has said and whether her yes is wanted. */
export const OwnPlan = z.object({ personId: Id, planId: Id.nullable(), revision: z.int(), document: PlanDocument.nullable(), words: z.array(Words), maySign: z.boolean() })
export type OwnPlan = z.output<typeof OwnPlan>
