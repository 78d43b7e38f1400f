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

/** What made two occupations near, where it is more than the digits of their codes. */
export const NearBy = z.union([Kinship, z.object({ by: z.literal('esco') })])
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

function stepByCode(mine: Occupation, asked: Asked): Step {
  const digits = sharedDigits(mine.occupationCode, asked.occupationCode)
  if (digits < 4) return BY_DIGITS[digits] ?? 0
  return isBothEsco(mine, asked) && mine.escoUri !== asked.escoUri ? OTHER_ESCO : SAME
}

/** How near an occupation of hers is to the one asked for: the nearest of ESCO, the digits of STYRK-08, and what is known to be related. */
export function distance(mine: Occupation, asked: Asked): { step: Step; nearBy?: NearBy } {
  if (isBothEsco(mine, asked) && mine.escoUri === asked.escoUri) return { step: SAME, nearBy: { by: 'esco' } }
  const step = stepByCode(mine, asked)
  const kin = mine.occupationCode === null ? undefined : asked.related?.[mine.occupationCode]
  return kin !== undefined && KIN_STEP[kin.by] > step ? { step: KIN_STEP[kin.by], nearBy: kin } : { step }
}

export const isNear = (mine: Occupation, asked: Asked, least: Step = RELATED): boolean => distance(mine, asked).step >= least
