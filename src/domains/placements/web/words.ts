import type { OperationName } from '#web/api.ts'
import type { Tone } from '#web/ui/Tag.tsx'
import type { AgreementState } from '../agreement.schema.ts'
import type { LinkState } from '../approval.schema.ts'
import type { z } from 'zod'
import { DocumentLocale } from '../agreement-document.schema.ts'

export const stateTones: Record<AgreementState, Tone> = { draft: 'neutral', waiting: 'warning', ready: 'info', in_progress: 'success', ended: 'neutral', cancelled: 'danger' }
export const linkTones: Record<z.output<typeof LinkState>, Tone> = { open: 'info', used: 'success', expired: 'warning', revoked: 'neutral' }

/** Whatever changes an agreement makes these answers old. */
export const showsAgreement: readonly OperationName[] = ['placements.getAgreement', 'placements.listAgreements', 'placements.previewDocument', 'followUp.listFollowUps', 'followUp.getToday', 'followUp.getEvaluation']

/** The language of the paper for one who is written to in `contactLocale`; bokmål where we do not write hers. */
export const paperLocale = (contactLocale: string): DocumentLocale => DocumentLocale.safeParse(contactLocale.slice(0, 2)).data ?? 'nb'

/** Languages of the paper and the mailed pages, by their own names. */
export const documentLanguages = [
  { value: 'uk', label: 'Українська' }, { value: 'ar', label: 'العربية' }, { value: 'en', label: 'English' }, { value: 'nb', label: 'Bokmål' }, { value: 'nn', label: 'Nynorsk' },
] as const
