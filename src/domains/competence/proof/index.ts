import { saveAssessment } from './assessment.operations.ts'
import { answerTasksByLink, getTasksForLink } from './link.operations.ts'
import { getMyProofPaper, getProofPaper } from './paper/paper.operations.ts'
import { answerSeen, getMyProof, getProof } from './proof.operations.ts'
import { findProofSheet, issueMyProofSheet, issueProofSheet, withdrawMyProofSheet, withdrawProofSheet } from './sheet.operations.ts'
import { askAboutTasks, closeTrial, listTaskLists, noteTasksSeen, saveTaskList, startTrial } from './trial.operations.ts'

/** The operations of this slice, by name. */
export const proofOperations = {
  'competence.getProof': getProof,
  'competence.saveAssessment': saveAssessment,
  'competence.listTaskLists': listTaskLists,
  'competence.saveTaskList': saveTaskList,
  'competence.startTrial': startTrial,
  'competence.closeTrial': closeTrial,
  'competence.noteTasksSeen': noteTasksSeen,
  'competence.askAboutTasks': askAboutTasks,
  'competence.getTasksForLink': getTasksForLink,
  'competence.answerTasksByLink': answerTasksByLink,
  'competence.issueProofSheet': issueProofSheet,
  'competence.withdrawProofSheet': withdrawProofSheet,
  'competence.findProofSheet': findProofSheet,
  'competence.getProofPaper': getProofPaper,
  'competence.getMyProof': getMyProof,
  'competence.answerSeen': answerSeen,
  'competence.issueMyProofSheet': issueMyProofSheet,
  'competence.withdrawMyProofSheet': withdrawMyProofSheet,
  'competence.getMyProofPaper': getMyProofPaper,
}
