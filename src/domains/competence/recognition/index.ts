import { addRecognitionStep, openRecognition, removeRecognitionDocument, removeRecognitionStep, saveRecognition, saveRecognitionDocument } from './case.operations.ts'
import { getMyRecognitions, getRecognitions, listRecognitions, saveRecognitionAuthority } from './recognition.operations.ts'

/** The operations of this slice, by name. */
export const recognitionOperations = {
  'competence.getRecognitions': getRecognitions,
  'competence.listRecognitions': listRecognitions,
  'competence.openRecognition': openRecognition,
  'competence.saveRecognition': saveRecognition,
  'competence.saveRecognitionDocument': saveRecognitionDocument,
  'competence.removeRecognitionDocument': removeRecognitionDocument,
  'competence.addRecognitionStep': addRecognitionStep,
  'competence.removeRecognitionStep': removeRecognitionStep,
  'competence.saveRecognitionAuthority': saveRecognitionAuthority,
  'competence.getMyRecognitions': getMyRecognitions,
}
