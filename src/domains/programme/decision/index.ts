import { decideComplaint, noteHigherOutcome, receiveComplaint } from './complaint.operations.ts'
import { decide, extend, stop } from './decide.operations.ts'
import { getDecision, listDecisions, noteTold, recomputeDecision } from './decisions.operations.ts'
import { getDecisionDocument, previewDecision } from './document/decision-document.operations.ts'
import { draftDecision } from './draft.operations.ts'
import { saveLegalFacts } from './facts.operations.ts'
import { getMyDecision, getMyDecisionDocument, listMyDecisions } from './mine.operations.ts'
import { getRights } from './rights.operations.ts'

/** The operations of this slice, by name. */
export const decisionOperations = {
  'programme.getRights': getRights,
  'programme.saveLegalFacts': saveLegalFacts,
  'programme.draftDecision': draftDecision,
  'programme.decide': decide,
  'programme.extend': extend,
  'programme.stop': stop,
  'programme.listDecisions': listDecisions,
  'programme.getDecision': getDecision,
  'programme.noteTold': noteTold,
  'programme.recomputeDecision': recomputeDecision,
  'programme.previewDecision': previewDecision,
  'programme.getDecisionDocument': getDecisionDocument,
  'programme.receiveComplaint': receiveComplaint,
  'programme.decideComplaint': decideComplaint,
  'programme.noteHigherOutcome': noteHigherOutcome,
  'programme.listMyDecisions': listMyDecisions,
  'programme.getMyDecision': getMyDecision,
  'programme.getMyDecisionDocument': getMyDecisionDocument,
}
