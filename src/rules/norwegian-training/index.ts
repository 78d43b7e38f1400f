import type { Topic } from '../topic.ts'
import { norwegianAbsence } from './absence.ts'
import { extendedTrainingAfterRepeal, leaveAddsToCollectiveYear, norwegianHoursForLateArrival, olderLimitCountsFrom, permitOnFirstOfAugust2023 } from './choices.ts'
import { norwegianDeferral } from './deferral.ts'
import { norwegianExemption } from './exemption.ts'
import { norwegianExtended } from './extended.ts'
import { norwegianFaceCovering } from './face-covering.ts'
import { norwegianGoal, norwegianGoalChange } from './goal.ts'
import { norwegianLeave } from './leave.ts'
import { norwegianLimit } from './limit.ts'
import { norwegianOffer } from './offer.ts'
import { norwegianRight } from './right.ts'
import { norwegianSocialStudies } from './social-studies.ts'
import { norwegianTeacher } from './teacher.ts'
import { norwegianTests } from './tests.ts'

/** Integreringsloven chapters 6 and 6A: training and tests in Norwegian and social studies. */
export const norwegianTraining: Topic = {
  name: 'norwegian-training',
  rules: [
    norwegianRight, norwegianOffer, norwegianLimit, norwegianSocialStudies, norwegianExtended, norwegianGoal, norwegianGoalChange, norwegianExemption, norwegianTests,
    norwegianAbsence, norwegianLeave, norwegianDeferral, norwegianTeacher, norwegianFaceCovering,
  ],
  parameters: [],
  choices: [permitOnFirstOfAugust2023, olderLimitCountsFrom, norwegianHoursForLateArrival, leaveAddsToCollectiveYear, extendedTrainingAfterRepeal],
  enacted: [],
}
