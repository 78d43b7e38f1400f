import { endProgramme, getExit, noteLaterStatus, settleExitStep } from './exit.operations.ts'
import { confirmHandOver, listHandOvers, listMyHandOvers, listReceivedHandOvers, noteHandOverCase, sendHandOver, writeHandOver } from './hand-over.operations.ts'
import { getCertificate, getHandOverPaper } from './paper/paper.operations.ts'

/** The operations of this slice, by name. */
export const exitOperations = {
  'programme.getExit': getExit,
  'programme.settleExitStep': settleExitStep,
  'programme.endProgramme': endProgramme,
  'programme.noteLaterStatus': noteLaterStatus,
  'programme.listHandOvers': listHandOvers,
  'programme.writeHandOver': writeHandOver,
  'programme.sendHandOver': sendHandOver,
  'programme.noteHandOverCase': noteHandOverCase,
  'programme.confirmHandOver': confirmHandOver,
  'programme.listReceivedHandOvers': listReceivedHandOvers,
  'programme.listMyHandOvers': listMyHandOvers,
  'programme.getCertificate': getCertificate,
  'programme.getHandOverPaper': getHandOverPaper,
}
