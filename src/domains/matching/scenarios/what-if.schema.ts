import { z } from 'zod'
import { CefrLevel, LanguageSkill } from '#shared/cefr.ts'
import { Instant } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Schedule } from '#shared/schedule.ts'
import { OpeningKind } from '../match.schema.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const WAYS = ['walk', 'bicycle', 'bus', 'train', 'car'] as const
export const Way = z.enum(WAYS)
const Count = z.int().min(1).max(500)
const Name = z.string().trim().min(1).max(120)

/** What a course gives: a level more in Norwegian, a certificate, or a skill. */
export const CourseGives = z.discriminatedUnion('is', [
  z.object({ is: z.literal('level'), skill: LanguageSkill }), z.object({ is: z.literal('certificate'), name: Name }), z.object({ is: z.literal('skill'), name: Name }),
])

/** One thing that could be otherwise. No person is in it: who gets a seat of a course is drawn among those it would help. */
export const Part = z.discriminatedUnion('is', [
  /** More places, like one that is open or of an occupation in a week. */
  z.object({ is: z.literal('places'), count: Count, like: Id.nullable(), title: Name, occupationCode: z.string().regex(/^\d{4}$/).nullable(), level: CefrLevel.nullable(), schedule: Schedule, reachableBy: z.array(Way) }),
  /** A way of travelling to some towns (to all, where none is named), and from how early it goes. */
  z.object({ is: z.literal('travel'), way: Way, to: z.array(Name).max(50), earliest: Time.nullable() }),
  /** Norwegian asked for at one level instead of another: everywhere, at an employer, in an occupation, or for a kind of opening. What the law asks for stays. */
  z.object({ is: z.literal('level'), from: CefrLevel, to: CefrLevel, employerId: Id.nullable(), occupation: z.string().regex(/^\d{1,4}$/).nullable(), kind: OpeningKind.nullable() }),
  z.object({ is: z.literal('course'), gives: CourseGives, seats: Count }),
  z.object({ is: z.literal('licence'), name: Name, seats: Count }),
  z.object({ is: z.literal('childcare'), until: Time, seats: Count.nullable() }),
])
export type Part = z.infer<typeof Part>

export const CostUnit = z.enum(['kroner', 'points'])
/** A part with what it costs, in the unit of the scenario. */
export const PricedPart = z.object({ part: Part, cost: z.int().min(0).max(1_000_000_000) })
export type PricedPart = z.infer<typeof PricedPart>
export const MOST_PARTS = 12
export const Scenario = z.object({ name: Name, unit: CostUnit, parts: z.array(PricedPart).min(1).max(MOST_PARTS) })
export type Scenario = z.infer<typeof Scenario>

/** A figure with its spread over the draws: the mean, and what a tenth of them stay below and above. All three are equal where nothing is drawn. */
export const Spread = z.object({ mean: z.number(), low: z.number(), high: z.number() })
export type Spread = z.infer<typeof Spread>

/** Groups of people as they count in a comparison; never gender, age, country or health, which are not known here. */
export const GROUPS = ['norwegian.below', 'norwegian.a2', 'norwegian.b1', 'norwegian.unknown', 'time.limited', 'time.free', 'time.unknown', 'work.some', 'work.none'] as const
export const Group = z.enum(GROUPS)
export type Group = z.infer<typeof Group>

/** How a group fares; where it has fewer people than may be shown, only that. */
export const GroupEffect = z.object({ group: Group, people: z.int().nullable(), before: z.number().nullable(), after: z.number().nullable() })
export const Effect = z.object({
  placed: Spread, fits: Spread, /** The sum of what all placements are worth. */ score: Spread, draws: z.int(), seats: z.int(), groups: z.array(GroupEffect),
  /** For each part: how many it would help and how many of them it takes in; or how many demands were changed, and how many the law keeps; or which employer's limit added places stand under, and how many more it takes. */
  parts: z.array(z.object({ helps: z.int().nullable(), takes: z.int().nullable(), changed: z.int().nullable(), kept: z.int().nullable(), under: z.object({ name: z.string(), left: z.int() }).nullable() })),
})
export type Effect = z.infer<typeof Effect>
export const Comparison = z.object({ people: z.int(), today: Effect, scenarios: z.array(z.object({ name: z.string(), effect: Effect })) })
export type Comparison = z.infer<typeof Comparison>

/** The cheapest set of parts that places so many: the parts by number; nothing where no set does. */
export const Cheapest = z.object({
  target: z.int(), chosen: z.array(z.int()).nullable(), cost: z.int().nullable(), placed: Spread.nullable(), today: z.number(), all: z.number(), tried: z.int(),
  /** `exact`: every set that costs less was tried. `bounded`: found step by step; no set cheaper than `bound` will do. */
  how: z.enum(['exact', 'bounded']), bound: z.int(),
})
export type Cheapest = z.infer<typeof Cheapest>

export const SavedScenario = Scenario.extend({ id: Id, version: z.int(), savedByName: z.string().nullable(), savedAt: Instant })
export type SavedScenario = z.infer<typeof SavedScenario>
export const SaveWhatIfInput = Scenario.extend({ id: Id, version: z.int().optional() })
/** Whether the places neighbours share with us are counted too: the region's, as far as it is ours to use. */
const WithNeighbours = z.boolean().default(true)
export const StartWhatIfInput = z.object({ runId: Id, neighbours: WithNeighbours, scenarios: z.array(Scenario).min(1).max(6) })
export const StartCheapestInput = z.object({ runId: Id, neighbours: WithNeighbours, scenario: Scenario, target: z.int().min(1).max(100_000) })
export const RunState = z.enum(['waits', 'runs', 'done', 'cancelled', 'failed'])
export const ReadWhatIf = z.object({ state: RunState, /** 0 to 1. */ progress: z.number(), comparison: Comparison.nullable(), cheapest: Cheapest.nullable() })
