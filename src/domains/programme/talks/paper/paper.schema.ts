import { z } from 'zod'
import { DocumentLocale } from '../../plan/plan-document.schema.ts'
import { Id } from '#shared/id.ts'

export const TalkPaperInput = z.object({ talkId: Id, what: z.enum(['blank', 'minutes']), locale: DocumentLocale })
export const MappingPaperInput = z.object({ id: Id, locale: z.enum(['nb', 'nn']) })

/** The same words in Norwegian and in her language. */
export type Both = { no: string; own: string }
/** One part of a paper: what it is about, what is asked, what is known, what was written, and room to write in. */
export type PaperPart = { label: Both; question: Both | null; hint: string; known: string[]; lines: string[]; quote: boolean; room: number }
/** A paper in words, ready to be set. */
export type TalkPaper = {
  locale: DocumentLocale; norwegian: 'nb' | 'nn'; dir: 'ltr' | 'rtl'; beside: boolean; title: Both; person: string; municipality: string; madeOn: string; keywords: string[]; lead: Both[]; knownLabel: Both
  facts: { label: Both; value: string }[]; parts: PaperPart[]; foot: string[]
}
