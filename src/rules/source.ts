import { z } from 'zod'

/**
 * How sure a statement of law is: V read in the primary text, P from an official or serious secondary page, K general
 * knowledge, U uncertain or contradictory. What is U is never answered by itself: it is a choice the municipality makes.
 */
export const Certainty = z.enum(['V', 'P', 'K', 'U'])
export type Certainty = z.infer<typeof Certainty>

/** The acts, regulations and papers the rules rest on, by the short name used in the code. The full name is the text `act.<short>`. */
export const ACTS = {
  IL: 'LOV-2020-11-06-127', IF: 'FOR-2020-12-15-2912', INTRO: 'LOV-2003-07-04-80', FTL: 'LOV-1997-02-28-19', FVL: 'LOV-1967-02-10', FVL25: 'LOV-2025-06-20-81', DL: 'LOV-1915-08-13-5',
  UTL: 'LOV-2008-05-15-35', TF: 'FOR-2015-12-11-1598', STL: 'LOV-2009-12-18-131', FERIE: 'LOV-1988-04-29-21', OTP: 'LOV-2005-12-21-124',
  BHL: 'LOV-2005-06-17-64', FREG: 'LOV-2016-12-09-88', OPPL: 'LOV-2023-06-09-30', SAL: 'LOV-2017-06-16-67', SAF: 'FOR-2017-06-21-838',
} as const
export type Act = keyof typeof ACTS

/** Where a rule stands. `act` is a short name of ACTS, or the number of a rarer source, written out (`FOR-2026-02-04-163`, `Prop. 81 L (2024–2025)`). */
export const Source = z.object({
  act: z.string(), section: z.string().optional(), ledd: z.int().optional(), sentence: z.int().optional(), letter: z.string().optional(),
  certainty: Certainty, note: z.string().optional(),
})
export type Source = z.infer<typeof Source>

type Place = Omit<Source, 'act' | 'section' | 'certainty'> & { certainty?: Certainty }

/** `ref('IL', '14', { ledd: 4, sentence: 3 })` is integreringsloven § 14 fjerde ledd tredje punktum. Certainty is V unless said. */
export const ref = (act: Act | (string & {}), section?: string, { certainty = 'V', ...place }: Place = {}): Source =>
  ({ act, ...(section === undefined ? {} : { section }), ...place, certainty })
