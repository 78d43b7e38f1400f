import { z } from 'zod'
import { Id } from '#shared/id.ts'

export const PaperLocale = z.enum(['nb', 'nn'])
export const CertificateInput = z.object({ participationId: Id, locale: PaperLocale })
export const HandOverPaperInput = z.object({ id: Id, locale: PaperLocale })

/** A paper in words, ready to be set. */
export type ExitPaper = {
  locale: z.infer<typeof PaperLocale>; title: string; person: string; municipality: string; madeOn: string; keywords: string[]; lead: string[]
  facts: { label: string; value: string }[]; parts: { label: string; lines: string[] }[]; signature: string
}
