import { z } from 'zod'
import { ExplainedAnswer } from '#domains/rules/rules.schema.ts'
import { FinalGoal } from '#rules/person-facts.ts'
import { CefrLevel } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { PlanContent, PlanElement, Signature, Words } from './plan.schema.ts'
import { Recommended, RecommendedPart, Step } from './steps.schema.ts'

const Levels = z.object({ listening: CefrLevel, reading: CefrLevel, writing: CefrLevel, oral: CefrLevel })

/** What competence holds already, so that nothing is mapped twice. */
const Known = z.object({ languages: z.int(), education: z.int(), work: z.int(), skills: z.int(), certificates: z.int(), wishes: z.int() })

/** Where an element that is given as a class stands: none yet, one to come, one that goes on, or one that is over. Other elements are not among these. */
export const ElementClass = z.object({ elementId: Id, state: z.enum(['none', 'next', 'now', 'over']), activityId: Id.nullable(), title: z.string().nullable() })
export type ElementClass = z.infer<typeof ElementClass>

export const PlanPage = z.object({
  personId: Id,
  plan: z.object({
    id: Id, version: z.int(), revision: z.int(), madeOn: PlainDate, reviewOn: PlainDate.nullable(), review: z.enum(['none', 'late', 'planned']),
    content: PlanContent, elements: z.array(PlanElement), classes: z.array(ElementClass), signatures: z.array(Signature), signed: z.enum(['none', 'unsigned', 'waiting', 'signed', 'outdated']),
    /** What the act demands and the plan lacks; null where the facts are not the reader's to know, or missing. */
    missing: z.array(z.string()).nullable(), kind: z.enum(['contract', 'declaration', 'none']).nullable(),
    openLink: z.object({ email: z.string(), expiresAt: z.string() }).nullable(),
  }).nullable(),
  rules: z.array(ExplainedAnswer), steps: z.array(Step), words: z.array(Words),
  revisions: z.array(z.object({ revision: z.int(), madeAt: z.string(), madeBy: z.string(), reason: z.string() })),
  decided: z.object({ finalGoal: FinalGoal, months: z.int(), startsOn: PlainDate, decidedOn: PlainDate }).nullable(),
  /** The least goal in Norwegian by the rule, where it could be decided. */
  norwegianLeast: Levels.nullable(),
  known: Known,
  /** What the career guidance recommends, in what the plan goes another way, and whether it says why. */
  recommended: Recommended.extend({ departures: z.array(RecommendedPart), isExplained: z.boolean() }).nullable(),
  actions: z.array(z.enum(['make', 'change', 'close', 'record', 'sign', 'signAsMunicipality', 'sendLink', 'saveStep'])),
})
export type PlanPage = z.infer<typeof PlanPage>
