import type { Tone } from '#web/ui/Tag.tsx'
import type { WithoutPlan } from '../groups.schema.ts'

export const nextStepTones: Record<WithoutPlan['state'], Tone> = { none: 'danger', late: 'warning', planned: 'success' }
