import { getPlanDocument } from './document/plan-document.operations.ts'
import { comparePlan, getPlan } from './get-plan.operations.ts'
import { getMyPlan, getPlanForLink, sayByPlanLink, sayInMyPlan, signMyPlan, signPlanByLink } from './own-plan.operations.ts'
import { getLocalNeed } from './local-need.operations.ts'
import { previewGoal } from './preview-goal.operations.ts'
import { closePlan, savePlan } from './save-plan.operations.ts'
import { closePlanLink, sendPlanLink, signAsMunicipality, signInMeeting } from './sign.operations.ts'
import { getPlanSettings, savePlanSettings, saveStep } from './steps.operations.ts'
import { answerWords, recordWords } from './words.operations.ts'

/** The operations of this slice, by name. */
export const planOperations = {
  'programme.getPlan': getPlan,
  'programme.comparePlan': comparePlan,
  'programme.savePlan': savePlan,
  'programme.closePlan': closePlan,
  'programme.previewGoal': previewGoal,
  'programme.getLocalNeed': getLocalNeed,
  'programme.recordWords': recordWords,
  'programme.answerWords': answerWords,
  'programme.saveStep': saveStep,
  'programme.getPlanSettings': getPlanSettings,
  'programme.savePlanSettings': savePlanSettings,
  'programme.signInMeeting': signInMeeting,
  'programme.signAsMunicipality': signAsMunicipality,
  'programme.sendPlanLink': sendPlanLink,
  'programme.closePlanLink': closePlanLink,
  'programme.getPlanDocument': getPlanDocument,
  'programme.getMyPlan': getMyPlan,
  'programme.sayInMyPlan': sayInMyPlan,
  'programme.signMyPlan': signMyPlan,
  'programme.getPlanForLink': getPlanForLink,
  'programme.sayByPlanLink': sayByPlanLink,
  'programme.signPlanByLink': signPlanByLink,
}
