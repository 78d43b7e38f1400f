import type { Topic } from '../topic.ts'
import { employerContribution } from './contribution.ts'
import { contributionRates } from './rates.ts'

/** The employer's contribution to national insurance by zone. */
export const employerContributions: Topic = {
  name: 'employer-contribution',
  rules: [employerContribution],
  parameters: contributionRates,
  choices: [],
  enacted: [],
}
