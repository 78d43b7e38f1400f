import { confirmWhereabouts, finishNextStep, listWithoutPlan, planNextStep } from './groups.operations.ts'
import { getOverview } from './overview.operations.ts'
import { listWaiting, noteWait } from './waiting.operations.ts'

/** The operations of this slice, by name. */
export const overviewOperations = {
  'programme.getOverview': getOverview,
  'programme.listWithoutPlan': listWithoutPlan,
  'programme.planNextStep': planNextStep,
  'programme.finishNextStep': finishNextStep,
  'programme.confirmWhereabouts': confirmWhereabouts,
  'programme.listWaiting': listWaiting,
  'programme.noteWait': noteWait,
}
