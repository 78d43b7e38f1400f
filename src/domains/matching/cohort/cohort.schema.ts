import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Criterion, CriterionKind, PersonCard, Verdict } from '../match.schema.ts'

/** What a plan is solved for: most people placed and then the best sum; most people placed and then the lowest score as high as can be, the next lowest, and so on; the best sum alone; or nobody who would rather be elsewhere and could. */
export const GOALS = ['most_placed', 'worst_off_first', 'best_sum', 'stable'] as const
export const Goal = z.enum(GOALS)
export type Goal = z.infer<typeof Goal>
export const LimitKind = z.enum(['supervisor', 'employer', 'municipality'])
/** A limit as it was when the plan was solved: how many more it took. */
export const PlanLimit = z.object({ kind: LimitKind, id: z.string().nullable(), name: z.string(), left: z.int(), above: z.int().nullable() })
export type PlanLimit = z.infer<typeof PlanLimit>
/** What is not in the plan, and how many. */
export const LeftOut = z.object({ publicPosts: z.int().default(0), ownerUnknown: z.int().default(0), noEmployer: z.int().default(0), neighbours: z.int().default(0), employerFull: z.int().default(0), underWay: z.int().default(0), decisions: z.int().default(0) })
export type LeftOut = z.infer<typeof LeftOut>
/** Prints of facts by part: `languages` → a short hash. */
export const Print = z.record(z.string(), z.string())
export type Print = z.infer<typeof Print>

/** Why she is without a place: nothing she can, nothing that anything of hers leads to, all seats better used, or so decided. */
export const Without = z.enum(['nothing', 'noGround', 'full', 'forbidden', 'held'])
export type Without = z.infer<typeof Without>
/** What is known of a row when the plan is made: of her place, or of what stands in the way. */
export const RowFacts = z.object({ verdict: Verdict.nullable(), hasGround: z.boolean(), reasons: z.array(Criterion), against: z.array(Criterion),
  /** How many places she can, and what shuts her out of the others. */
  possible: z.int(), blocked: z.array(z.object({ kind: CriterionKind, count: z.int() })) })
export type RowFacts = z.infer<typeof RowFacts>

export const RowAction = z.enum(['pin', 'unpin', 'forbid', 'move', 'hold', 'unhold', 'release', 'putForward'])
export type RowAction = z.infer<typeof RowAction>
export const Row = RowFacts.extend({ person: PersonCard, openingId: Id.nullable(), without: Without.nullable(), source: z.enum(['solve', 'hand']), isPinned: z.boolean(), isHeld: z.boolean(), forbids: z.array(Id),
  released: z.object({ at: Instant, by: z.string(), presentationId: Id }).nullable(),
  /** Put forward for her place, which a neighbour shares, with her yes: under way as one who is released. */
  putForward: z.object({ on: PlainDate }).nullable(), actions: z.array(RowAction) })
export type Row = z.infer<typeof Row>
export const Place = z.object({ openingId: Id, title: z.string(), employerId: Id.nullable(), employerName: z.string().nullable(), place: z.string().nullable(), seats: z.int(), limitAt: z.int().nullable(),
  /** The municipality that shares it; nothing for one of our own. */
  sharedBy: z.string().nullable() })
export type Place = z.infer<typeof Place>

export const PlanTotals = z.object({ placed: z.int(), score: z.int(), blockingPairs: z.int(), isProven: z.boolean() })
export type PlanTotals = z.infer<typeof PlanTotals>
export const Summary = PlanTotals.extend({ id: Id, version: z.int(), name: z.string(), goal: Goal, solvedAt: Instant, solvedBy: z.string(), people: z.int(), released: z.int() })
export type Summary = z.infer<typeof Summary>
export const PlanAction = z.enum(['change', 'release', 'drop'])
export type PlanAction = z.infer<typeof PlanAction>
export const Plan = Summary.extend({ seed: z.int(), weightsVersion: z.int(), milliseconds: z.int(), bestPlaced: z.int(), bestScore: z.int(), certificate: z.string().nullable(), basedOn: Id.nullable(), withNeighbours: z.boolean(),
  leftOut: LeftOut, limits: z.array(PlanLimit), places: z.array(Place), rows: z.array(Row), /** Rows the one who asks may not see. */ hidden: z.int(), actions: z.array(PlanAction) })
export type Plan = z.infer<typeof Plan>

export const GetPlanInput = z.object({ cohortId: Id })
export const Plans = z.object({ rows: z.array(Summary), actions: z.array(z.literal('solve')), supervisorAtOnce: z.int(), isUsual: z.boolean(), mostAtOnce: z.int().nullable(), version: z.int() })
export type Plans = z.infer<typeof Plans>
export const SolvePlanInput = z.object({ id: Id, name: z.string().trim().min(1).max(120), goal: Goal, /** A plan whose pins, forbids and holds are kept, and that is changed as little as may be. */ basedOn: Id.optional(), /** Also over the places that neighbours share. */ neighbours: z.boolean().default(true) })
export type SolvePlanInput = z.infer<typeof SolvePlanInput>
export const Solved = z.object({ id: Id, people: z.array(Id), ...PlanTotals.shape })
export type Solved = z.infer<typeof Solved>
export const SolveId = z.object({ id: Id })
export const Running = z.object({ phase: z.enum(['waiting', 'facts', 'scores', 'solving', 'saving']), done: z.int(), of: z.int() })
export type Running = z.infer<typeof Running>
export const SaveFrameInput = z.object({ version: z.int(), supervisorAtOnce: z.int().min(1).max(20), mostAtOnce: z.int().min(1).max(5000).nullable().default(null) })

/** One change by hand. */
export const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('pin'), personId: Id, openingId: Id }), z.object({ do: z.literal('forbid'), personId: Id, openingId: Id }),
  z.object({ do: z.literal('hold'), personId: Id }), z.object({ do: z.literal('clear'), personId: Id }),
])
export type Change = z.infer<typeof Change>
export const Shift = z.object({ personId: Id, from: Id.nullable(), to: Id.nullable() })
export type Shift = z.infer<typeof Shift>
export const PreviewChangeInput = z.object({ cohortId: Id, /** The plan as it was when it was asked. */ version: z.int().optional(), change: Change })
export const Preview = z.object({ before: PlanTotals, after: PlanTotals, shifts: z.array(Shift) })
export type Preview = z.infer<typeof Preview>
export const ChangePlanInput = z.object({ cohortId: Id, version: z.int(), change: Change })
export const Changed = Preview.extend({ version: z.int(), rows: z.array(Row) })
export type Changed = z.infer<typeof Changed>
export const ListChoicesInput = z.object({ cohortId: Id, personId: Id })
export const Choice = z.object({ openingId: Id, free: z.int(), isHers: z.boolean(), isForbidden: z.boolean(), hasGround: z.boolean() })
export const Choices = z.object({ personId: Id, choices: z.array(Choice), impossible: z.int() })

/** What differs between the facts a plan rests on and those of now, and why a row may not be released. */
const Stop = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
export const CheckReleaseInput = z.object({ cohortId: Id, personIds: z.array(Id).min(1).max(5000).optional() })
/** `needYes`: rows at places neighbours share, when all were asked for: each waits for her yes. */
export const ReleaseCheck = z.object({ ready: z.array(Id), needYes: z.array(Id), stopped: z.array(z.object({ personId: Id, reasons: z.array(Stop), changed: z.array(z.string()) })) })
export type ReleaseCheck = z.infer<typeof ReleaseCheck>
export const ReleaseRowsInput = z.object({ cohortId: Id, version: z.int(), rows: z.array(z.object({ personId: Id, presentationId: Id, note: z.string().trim().min(1).max(4000).optional() })).min(1).max(5000) })
export const Released = z.object({ id: Id, version: z.int(), personIds: z.array(Id) })
export const DropPlanInput = z.object({ cohortId: Id, version: z.int() })

export const ComparePlansInput = z.object({ firstId: Id, secondId: Id })
export const Comparison = z.object({ first: Summary, second: Summary, /** Both rest on the same weights, so that their scores say the same. */ sameWeights: z.boolean(), same: z.int(), onlyInFirst: z.int(), onlyInSecond: z.int(),
  moves: z.array(z.object({ person: PersonCard, from: z.string().nullable(), to: z.string().nullable() })) })
export type Comparison = z.infer<typeof Comparison>
