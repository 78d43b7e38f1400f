import type { Topic } from '../topic.ts'
import { ageLimit60, endOfMonth, exactly55, integrationDeclaration, offerOnFirstOfJanuary, workHoursForEarlierStarts } from './choices.ts'
import { deadlines } from './deadlines.ts'
import { familySettled } from './family-settled.ts'
import { goal } from './goal.ts'
import { lastDay } from './last-day.ts'
import { programmeLength } from './length.ts'
import { targetGroup } from './target-group.ts'

/** Integreringsloven chapters 3 and 4: who, when, how long, with what content, until when. */
export const introductionProgramme: Topic = {
  name: 'introduction-programme',
  rules: [targetGroup, familySettled, deadlines, goal, programmeLength, lastDay],
  parameters: [],
  choices: [offerOnFirstOfJanuary, exactly55, endOfMonth, workHoursForEarlierStarts],
  enacted: [ageLimit60, integrationDeclaration],
}
