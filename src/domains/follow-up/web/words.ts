import type { Tone } from '#web/ui/Tag.tsx'
import type { DueState } from '../follow-up.schema.ts'

export const dueTones: Record<DueState, Tone> = { late: 'danger', today: 'warning', soon: 'info', later: 'neutral', done: 'success' }
export const moodTones: Record<'good' | 'so_so' | 'bad', Tone> = { good: 'success', so_so: 'warning', bad: 'danger' }

/** Everything that shows contacts: fetched again after each change. */
export const showsContacts = ['followUp.getToday', 'followUp.listFollowUps', 'placements.getAgreement'] as const
/** Everything that shows answers and outcome. */
export const showsEvaluation = ['followUp.getEvaluation', 'followUp.getToday', 'placements.getAgreement', 'competence.getCompetence'] as const

/** A Norwegian number as it is read out, in pairs; any other as it stands. */
export const readablePhone = (phone: string): string => phone.replace(/^\+47(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4')
