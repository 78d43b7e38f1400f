import { z } from 'zod'
import { Id } from '#shared/id.ts'

/** The languages a decision is written in, and those it is translated into for information. */
export const DocumentLocale = z.enum(['nb', 'nn', 'en', 'uk', 'ar'])
export type DocumentLocale = z.infer<typeof DocumentLocale>

const Fact = z.object({ label: z.string(), value: z.string() })
const Part = z.object({ kind: z.enum(['replaces', 'rights', 'appeal', 'ask', 'access']), heading: z.string(), lines: z.array(z.string()) })

/** What stands in both: the decision itself, and its translation. */
const Words = z.object({
  title: z.string(), facts: z.array(Fact), decidedHeading: z.string(), decided: z.string(), parts: z.array(Part),
})

/** A decision in words, ready to be set. What the adviser wrote stands in Norwegian alone. */
export const DecisionDocument = Words.extend({
  lang: z.enum(['nb', 'nn']), municipality: z.string(), person: z.string(), caseReference: z.string().nullable(), decidedOn: z.string(), keywords: z.array(z.string()),
  groundsHeading: z.string(), grounds: z.string(),
  steps: z.object({ heading: z.string(), lead: z.string(), items: z.array(z.object({ text: z.string(), source: z.string() })) }),
  judged: z.object({ heading: z.string(), items: z.array(z.object({ text: z.string(), source: z.string() })) }),
  basis: z.object({ heading: z.string(), items: z.array(z.string()) }),
  signed: z.string(), footer: z.string(),
  /** For information, in her language. */
  translation: Words.extend({ lang: DocumentLocale, dir: z.enum(['ltr', 'rtl']), notice: z.string(), notTranslated: z.string() }).nullable(),
})
export type DecisionDocument = z.infer<typeof DecisionDocument>

export const DecisionDocumentInput = z.object({ decisionId: Id, locale: DocumentLocale })
