import { listPaths, savePath } from './path.operations.ts'
import { choosePath, endPath, getMyPath, getPersonPath, settlePathStep } from './person-path.operations.ts'

/** The operations of this slice, by name. */
export const pathOperations = {
  'competence.listPaths': listPaths,
  'competence.savePath': savePath,
  'competence.getPersonPath': getPersonPath,
  'competence.choosePath': choosePath,
  'competence.settlePathStep': settlePathStep,
  'competence.endPath': endPath,
  'competence.getMyPath': getMyPath,
}
