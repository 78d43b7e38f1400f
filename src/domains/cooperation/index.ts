import { compareDivision, getDivision, getMyDivisionReview, listDivisionColleagues, saveDivision, whoHasDuties } from './division.operations.ts'
import { getDivisionPaper } from './paper/paper.operations.ts'

/** The operations of this slice, by name. */
export const cooperationOperations = {
  'cooperation.getDivision': getDivision,
  'cooperation.compareDivision': compareDivision,
  'cooperation.whoHasDuties': whoHasDuties,
  'cooperation.listDivisionColleagues': listDivisionColleagues,
  'cooperation.getMyDivisionReview': getMyDivisionReview,
  'cooperation.saveDivision': saveDivision,
  'cooperation.getDivisionPaper': getDivisionPaper,
}
