import type { Topic } from '../topic.ts'
import { inclusionGrant, vtaO, vtaOConditions } from './grants.ts'
import { mentor } from './mentor.ts'
import { inclusionCeiling, trainingMonths, vtaOMonthly } from './rates.ts'
import { summerJob } from './summer-job.ts'
import { training } from './training.ts'
import { fourYearSubsidy, permanentWageSubsidy, temporaryWageSubsidy } from './wage-subsidies.ts'
import { workTraining } from './work-training.ts'

/** Nav's measures (tiltaksforskriften): who, how long, how much, reviewed when. */
export const navMeasures: Topic = {
  name: 'nav-measures',
  rules: [workTraining, mentor, training, summerJob, temporaryWageSubsidy, permanentWageSubsidy, fourYearSubsidy, inclusionGrant, vtaO],
  parameters: [inclusionCeiling, vtaOMonthly, trainingMonths],
  choices: [vtaOConditions],
  enacted: [],
}
