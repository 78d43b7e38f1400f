import { z } from 'zod'
import { Id } from '#shared/id.ts'

export const DocumentLocale = z.enum(['nb', 'nn', 'en', 'uk', 'ar'])
export type DocumentLocale = z.infer<typeof DocumentLocale>

/** The same words in Norwegian and in the reader's language. */
export const Both = z.object({ no: z.string(), own: z.string() })
export type Both = z.infer<typeof Both>

const Fact = z.object({ label: Both, value: Both })

/** A plan in words, ready to be set as paper or drawn as a page. What somebody wrote stays as it was written. */
export const PlanDocument = z.object({
  locale: DocumentLocale, norwegian: z.enum(['nb', 'nn']), dir: z.enum(['ltr', 'rtl']), /** The reader's language stands beside Norwegian. */ beside: z.boolean(),
  title: Both, person: z.string(), municipality: z.string(), madeOn: z.string(), revision: Both, keywords: z.array(z.string()),
  facts: z.array(Fact), norwegianGoal: z.object({ label: Both, items: z.array(Fact) }),
  texts: z.array(z.object({ label: Both, text: z.string() })), asWritten: Both,
  elements: z.object({ label: Both, items: z.array(z.object({ kind: Both, title: z.string(), when: Both, hours: Both, reason: z.string() })) }),
  words: z.object({ label: Both, items: z.array(z.object({ when: Both, words: z.string(), answer: z.string() })), answerLabel: Both }),
  contract: z.object({ label: Both, municipality: z.array(Both), participant: z.array(Both) }).nullable(),
  signatures: z.object({ label: Both, items: z.array(z.object({ label: Both, name: z.string(), text: Both })) }),
  appeal: z.object({ label: Both, lines: z.array(Both) }), ask: z.object({ label: Both, lines: z.array(Both) }),
})
export type PlanDocument = z.infer<typeof PlanDocument>

export const PlanDocumentInput = z.object({ planId: Id, locale: DocumentLocale })
