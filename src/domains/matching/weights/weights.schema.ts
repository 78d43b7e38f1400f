import { z } from 'zod'
import { Instant } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { CriterionKind, OpeningCard, PersonCard } from '../match.schema.ts'

/** What takes from the score when it is lacking, and what adds to it. Nothing else can be given a weight. */
export const TAKING = ['norwegian', 'language', 'driving_licence', 'certificate', 'skill', 'experience', 'physical', 'schedule', 'hours', 'care', 'programme', 'transport', 'commute', 'supervision'] as const
export const ADDING = ['occupation', 'recency', 'wish', 'goal', 'employer_wish', 'waiting'] as const
export const WEIGHT_KEYS = [...TAKING, ...ADDING] as const
export const WeightKey = z.enum(WEIGHT_KEYS)
export type WeightKey = z.infer<typeof WeightKey>

/** Per cent of a criterion's weight that is lost though it is met (claimed, documented, stale), or where it is not known. */
export const SHARE_KEYS = ['documented', 'claimed', 'stale', 'unknown'] as const
export const ShareKey = z.enum(SHARE_KEYS)
export type ShareKey = z.infer<typeof ShareKey>

/** The weights of a municipality: points at most for each criterion, and shares in per cent. Whole numbers, so that a score adds up exactly. */
export const Weights = z.strictObject({ points: z.record(WeightKey, z.int()), shares: z.record(ShareKey, z.int()) })
export type Weights = z.infer<typeof Weights>

/** Weights as they are asked for: any names, so that a name that is no criterion is refused with words. */
const AskedWeights = z.object({ points: z.record(z.string().max(60), z.number()), shares: z.record(z.string().max(60), z.number()) })
export const TryWeightsInput = z.object({ weights: AskedWeights })
export const SaveWeightsInput = z.object({
  id: Id, /** The number of the version that was changed; 0 are the weights of the code. */ basedOn: z.int(), weights: AskedWeights,
  reason: z.string().trim().min(1).max(2000), /** The older version this goes back to. */ goesBackTo: z.int().nullable().default(null),
  /** Whether what the change would do was shown first. */ effectSeen: z.boolean().default(false),
})
export type SaveWeightsInput = z.output<typeof SaveWeightsInput>

export const WeightsVersion = z.object({ number: z.int(), weights: Weights, reason: z.string(), goesBackTo: z.int().nullable(), madeBy: z.string(), madeAt: Instant })
export type WeightsVersion = z.infer<typeof WeightsVersion>
export const WeightsPage = z.object({ number: z.int(), weights: Weights, defaults: Weights, bounds: z.object({ together: z.int(), each: z.int(), share: z.int() }), versions: z.array(WeightsVersion) })

/** One person whose first place would be another, and what speaks for the new one. The name only for those who may see people. */
const Example = z.object({ person: PersonCard.nullable(), before: OpeningCard, after: OpeningCard, reasons: z.array(z.object({ kind: CriterionKind, points: z.int() })) })
export type Example = z.infer<typeof Example>
/** What other weights would do to the lists as they are today. `gains`: points on average in the first places, before and after. */
export const WeightsEffect = z.object({
  /** How many were looked at, and how many there are. */ people: z.int(), everybody: z.int(), places: z.int(), withPlace: z.int(), changed: z.int(), examples: z.array(Example),
  gains: z.array(z.object({ kind: CriterionKind, before: z.number(), after: z.number() })),
  /** Proposals that are open: how many are among the first ten places of the person, and how many would stand elsewhere in her list. */
  proposals: z.object({ open: z.int(), before: z.int(), after: z.int(), moved: z.int() }),
  /** The newest plan over all with rows nobody has released: how many would get another place were it made anew. */
  plan: z.object({ name: z.string(), rows: z.int(), changed: z.int() }).nullable(),
})
export type WeightsEffect = z.infer<typeof WeightsEffect>
