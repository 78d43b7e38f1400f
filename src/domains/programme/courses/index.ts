import { listCandidates, listNearEnd } from './candidates.operations.ts'
import { listCourses, moveCourse, retireCourse, saveCourse, takeInCourses } from './course.operations.ts'
import { removeCredit, saveCredit } from './credit.operations.ts'
import { getMyCourses, getRoad } from './road.operations.ts'

/** The operations of this slice, by name. */
export const coursesOperations = {
  'programme.listCourses': listCourses,
  'programme.saveCourse': saveCourse,
  'programme.moveCourse': moveCourse,
  'programme.retireCourse': retireCourse,
  'programme.takeInCourses': takeInCourses,
  'programme.listCandidates': listCandidates,
  'programme.listNearEnd': listNearEnd,
  'programme.getRoad': getRoad,
  'programme.saveCredit': saveCredit,
  'programme.removeCredit': removeCredit,
  'programme.getMyCourses': getMyCourses,
}
