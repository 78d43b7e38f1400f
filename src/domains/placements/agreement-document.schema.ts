import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { Schedule } from '#shared/schedule.ts'
import { Party } from './approval.schema.ts'

/** Languages the paper and the pages behind mailed links are written in. */
export const DocumentLocale = z.enum(['nb', 'nn', 'en', 'uk', 'ar'])
export type DocumentLocale = z.infer<typeof DocumentLocale>

/** The same words in bokmål and in the reader's language. */
export const Both = z.object({ nb: z.string(), own: z.string() })
export type Both = z.infer<typeof Both>

const Fact = z.object({ label: Both, value: Both })

/** An agreement in words, ready to be drawn as paper, page or preview. What somebody wrote stays as written, in Norwegian. */
export const AgreementDocument = z.object({
  locale: DocumentLocale, dir: z.enum(['ltr', 'rtl']), /** The reader's language stands beside bokmål. */ beside: z.boolean(),
  title: Both, kind: Fact, what: Both, revision: Both,
  person: z.string(), employer: z.string(), municipality: z.string(),
  parties: z.array(z.object({ label: Both, name: z.string(), detail: z.string() })),
  facts: z.array(Fact),
  texts: z.array(z.object({ label: Both, text: z.string() })), asWritten: Both,
  week: z.object({ label: Both, hours: Both, free: Both, days: z.array(z.object({ weekday: z.int(), name: Both, slots: Schedule })) }),
  followUps: z.object({ label: Both, items: z.array(z.object({ day: Both, kind: Both })) }),
  meaning: z.object({ label: Both, lines: z.array(Both) }),
  approvals: z.object({ label: Both, /** Why it does not hold yet. */ notValid: Both.nullable(), items: z.array(z.object({ party: Party, label: Both, name: z.string(), text: Both })) }),
})
export type AgreementDocument = z.infer<typeof AgreementDocument>

export const DocumentInput = z.object({ agreementId: Id, locale: DocumentLocale })
