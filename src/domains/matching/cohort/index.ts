import { changePlan, listChoices, previewChange } from './change.operations.ts'
import { comparePlans } from './compare.operations.ts'
import { exportPlan } from './export.operations.ts'
import { planFloorPrice, planGroups } from './groups.operations.ts'
import { dropPlan, getPlan, listPlans, saveFrame } from './plan.operations.ts'
import { checkRelease, releaseRows } from './release.operations.ts'
import { priceOfWorstOff } from './worst-off.operations.ts'
import { solvePlan, solveProgress, stopSolving } from './solve.operations.ts'

/** The operations of this slice, by name. */
export const cohortOperations = {
  'matching.listPlans': listPlans,
  'matching.getPlan': getPlan,
  'matching.solvePlan': solvePlan,
  'matching.solveProgress': solveProgress,
  'matching.stopSolving': stopSolving,
  'matching.dropPlan': dropPlan,
  'matching.saveFrame': saveFrame,
  'matching.listChoices': listChoices,
  'matching.previewChange': previewChange,
  'matching.changePlan': changePlan,
  'matching.checkRelease': checkRelease,
  'matching.releaseRows': releaseRows,
  'matching.comparePlans': comparePlans,
  'matching.exportPlan': exportPlan,
  'matching.planGroups': planGroups,
  'matching.planFloorPrice': planFloorPrice,
  'matching.priceOfWorstOff': priceOfWorstOff,
}
