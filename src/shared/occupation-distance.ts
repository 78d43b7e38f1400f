import { z } from 'zod'
import { PlainDate } from './date.ts'
import { sharedDigits } from './occupation.ts'

/**
 * Why two occupations are near though their codes are not: one ESCO occupation belongs to both groups (`shared`), or a
 * list of related occupations has both (`family`). `name` is that of the ESCO occupation or of the family.
 */
export const Kinship = z.object({ by: z.enum(['shared', 'family']), name: z.string(), source: z.string(), on: PlainDate.nullable() })
export type Kinship = z.infer<typeof Kinship>
/** The occupations related to one, by their code. */
export type Related = Readonly<Record<string, Kinship>>

/** What makes two occupations as near as they are, where they are not simply the same: ESCO, a list, or so many digits in common. */
export const NearBy = z.union([Kinship, z.object({ by: z.enum(['esco', 'otherEsco']) }), z.object({ by: z.literal('digits'), digits: z.int().min(1).max(3) })])
export type NearBy = z.infer<typeof NearBy>

/** An occupation as it is noted: four digits of STYRK-08, and the finer ESCO occupation where one was chosen. */
export type Occupation = { occupationCode: string | null; escoUri?: string | null }
/** The occupation of an opening, with what is related to it. */
export type Asked = Occupation & { related?: Related | null }

/**
 * How near, in steps: nothing, one digit of STYRK-08 in common, two (the same field: cooks and hairdressers, so not yet related),
 * related by a list, three digits (the same group), the same code but another ESCO occupation, the same.
 */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6
export const [SAME_FIELD, RELATED, SAME_GROUP, OTHER_ESCO, SAME] = [2, 3, 4, 5, 6] as const
const BY_DIGITS = [0, 1, SAME_FIELD, SAME_GROUP] as const
/** A shared ESCO occupation says as much as three digits in common. */
const KIN_STEP = { shared: SAME_GROUP, family: RELATED } as const satisfies Record<Kinship['by'], Step>

const isBothEsco = (a: Occupation, b: Occupation): boolean => typeof a.escoUri === 'string' && typeof b.escoUri === 'string'

type Distance = { step: Step; nearBy?: NearBy }
function byCode(mine: Occupation, asked: Asked): Distance {
  const digits = sharedDigits(mine.occupationCode, asked.occupationCode)
  if (digits === 0) return { step: 0 }
  if (digits < 4) return { step: BY_DIGITS[digits] ?? 0, nearBy: { by: 'digits', digits } }
  return isBothEsco(mine, asked) && mine.escoUri !== asked.escoUri ? { step: OTHER_ESCO, nearBy: { by: 'otherEsco' } } : { step: SAME }
}

/** How near an occupation of hers is to the one asked for: the nearest of ESCO, the digits of STYRK-08, and what is known to be related. */
export function distance(mine: Occupation, asked: Asked): Distance {
  if (isBothEsco(mine, asked) && mine.escoUri === asked.escoUri) return { step: SAME, nearBy: { by: 'esco' } }
  const plain = byCode(mine, asked)
  const kin = mine.occupationCode === null ? undefined : asked.related?.[mine.occupationCode]
  return kin !== undefined && KIN_STEP[kin.by] > plain.step ? { step: KIN_STEP[kin.by], nearBy: kin } : plain
}

export const isNear = (mine: Occupation, asked: Asked, least: Step = RELATED): boolean => distance(mine, asked).step >= least
