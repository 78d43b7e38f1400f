import { answerByLink, getEvaluationForLink } from './evaluation-link.operations.ts'
import { askForEvaluation, codeOutcome, getEvaluation, noteAnswers } from './evaluation.operations.ts'
import { answerConcern, dropContact, finishNextStep, listFollowUps, moveContact, noteContact, planContact, raiseConcern } from './follow-up.operations.ts'
import { getToday } from './today.operations.ts'

/** The operations of this slice, by name. */
export const followUpOperations = {
  'followUp.getToday': getToday,
  'followUp.listFollowUps': listFollowUps,
  'followUp.planContact': planContact,
  'followUp.moveContact': moveContact,
  'followUp.dropContact': dropContact,
  'followUp.noteContact': noteContact,
  'followUp.finishNextStep': finishNextStep,
  'followUp.raiseConcern': raiseConcern,
  'followUp.answerConcern': answerConcern,
  'followUp.getEvaluation': getEvaluation,
  'followUp.askForEvaluation': askForEvaluation,
  'followUp.noteAnswers': noteAnswers,
  'followUp.codeOutcome': codeOutcome,
  'followUp.getEvaluationForLink': getEvaluationForLink,
  'followUp.answerByLink': answerByLink,
}
