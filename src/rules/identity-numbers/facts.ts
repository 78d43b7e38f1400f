import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Facts about a number that stands for a person. */
export const IDENTITY_FACTS = {
  identityNumber: z.string().max(20).describe('The number as written; spaces, dots and dashes do not matter.'),
  dNumberGivenOn: PlainDate.describe('Day the D-number was given.'),
} as const
