import type { Topic } from '../topic.ts'
import { qualificationBenefit } from './benefit.ts'
import { qualificationRight } from './right.ts'
import { qualificationAt67, qualificationFactor } from './settings.ts'

/** Sosialtjenesteloven §§ 29 to 40: the qualification programme and its benefit. */
export const qualificationProgramme: Topic = {
  name: 'qualification-programme',
  rules: [qualificationRight, qualificationBenefit],
  parameters: [qualificationFactor],
  choices: [qualificationAt67],
  enacted: [],
}
