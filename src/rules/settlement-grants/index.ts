import type { Topic } from '../topic.ts'
import { extraDeadline } from './extra-deadline.ts'
import { grantRates } from './rates.ts'
import { grantSchedule } from './schedule.ts'
import { trainingGrantsOfYear } from './training.ts'

/** The state's grants for settled refugees: which years, who counts, and the clock of extra grants. The amounts are the municipality's to enter. */
export const settlementGrants: Topic = {
  name: 'settlement-grants',
  rules: [grantSchedule, extraDeadline, trainingGrantsOfYear],
  parameters: grantRates,
  choices: [],
  enacted: [],
}
