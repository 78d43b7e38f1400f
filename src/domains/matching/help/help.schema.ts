import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { Change } from '../market/change.schema.ts'
import { CriterionKind, MatchValue } from '../match.schema.ts'
import { RunState } from '../scenarios/what-if.schema.ts'

const Example = z.object({ openingId: Id, title: z.string(), employerName: z.string().nullable(), /** The municipality that shares it; nothing for one of our own. */ sharedBy: z.string().nullable() })
/** One small change, how many places meet everything after it, how many come within reach, and the best of them. */
export const HelpLine = z.object({ change: Change, opens: z.int(), nearer: z.int(), examples: z.array(Example) })
export type HelpLine = z.infer<typeof HelpLine>
export const WhatHelps = z.object({ personId: Id, fits: z.int(), considered: z.int(), /** How many of those considered a neighbour shares. */ shared: z.int(), changes: z.array(HelpLine), /** Only those without a place take part when all are counted. */ isCandidate: z.boolean() })

export const MOST_CHANGES = 12
export const StartCompetitionInput = z.object({ runId: Id, personId: Id, changes: z.array(Change).max(MOST_CHANGES), /** Whether the places neighbours share are counted too. */ neighbours: z.boolean().default(true) })
const Stand = z.object({ hasPlace: z.boolean(), fits: z.boolean(), title: z.string().nullable() })
/** Whether she has a place in the best plan for everybody: now, and after each change. */
export const CompetitionRead = z.object({ personId: Id, state: RunState, now: Stand.nullable(), after: z.array(Stand) })

/** A count in a place where people are groups: nothing where there are some, and fewer than five. */
const Few = z.int().nullable()
export const ShutOutLine = z.object({
  kind: CriterionKind, asked: MatchValue, statutoryBasis: z.string().nullable(), missing: Few, unknown: Few, alone: Few,
  stepDown: z.discriminatedUnion('is', [z.object({ is: z.literal('level'), to: z.string() }), z.object({ is: z.literal('wish') }), z.object({ is: z.literal('none'), why: z.enum(['law', 'lowest', 'work']) })]), opens: Few,
})
export type ShutOutLine = z.infer<typeof ShutOutLine>
export const ShutOuts = z.object({ openingId: Id, considered: Few, fit: Few, demands: z.array(ShutOutLine) })
