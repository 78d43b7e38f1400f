import type { Topic } from '../topic.ts'
import { socialActivity } from './activity.ts'
import { socialGuideline } from './guideline.ts'
import { socialRates } from './rates.ts'

/** Sosialtjenesteloven §§ 18 to 20 a: guideline rates of social assistance, and the conditions that can be set. */
export const socialAssistance: Topic = {
  name: 'social-assistance',
  rules: [socialGuideline, socialActivity],
  parameters: Object.values(socialRates),
  choices: [],
  enacted: [],
}
