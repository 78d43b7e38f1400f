import type { Topic } from '../topic.ts'
import { careerGuidance } from './career-guidance.ts'
import { ageLimit60, endOfMonth, exactly55, integrationDeclaration, offerOnFirstOfJanuary, workHoursForEarlierStarts } from './choices.ts'
import { content } from './content.ts'
import { contract } from './contract.ts'
import { deadlines } from './deadlines.ts'
import { earlyMapping } from './early-mapping.ts'
import { end } from './end.ts'
import { familySettled } from './family-settled.ts'
import { goal } from './goal.ts'
import { programmeHours } from './hours.ts'
import { lastDay } from './last-day.ts'
import { programmeLength } from './length.ts'
import { mapping } from './mapping.ts'
import { programmeHolidayDays, programmeWeeklyHours, programmeWeeklyHoursOwnWork } from './parameters.ts'
import { parentalGuidance } from './parental-guidance.ts'
import { planContent } from './plan-content.ts'
import { receptionTraining } from './reception-training.ts'
import { reviving } from './reviving.ts'
import { stop } from './stop.ts'
import { targetGroup } from './target-group.ts'
import { workHours } from './work-hours.ts'

/** Integreringsloven chapters 3 and 4: who, when, how long, with what content, until when. */
export const introductionProgramme: Topic = {
  name: 'introduction-programme',
  rules: [
    targetGroup, familySettled, reviving, receptionTraining, earlyMapping, mapping, careerGuidance, deadlines, goal, programmeLength, lastDay,
    programmeHours, workHours, content, parentalGuidance, planContent, contract, stop, end,
  ],
  parameters: [programmeWeeklyHours, programmeWeeklyHoursOwnWork, programmeHolidayDays],
  choices: [offerOnFirstOfJanuary, exactly55, endOfMonth, workHoursForEarlierStarts],
  enacted: [ageLimit60, integrationDeclaration],
}
