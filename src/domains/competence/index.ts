import { getCompetence } from './get-competence.operations.ts'
import { recordCertificate, recordEducation, recordLanguageLevel, recordSkill, recordWish, recordWork, removeEntry, savePracticalFrame } from './record.operations.ts'

export { addConsequence, addObservedSkills, keepOneFrame } from './door.ts'
export { mustKnowOccupation } from './occupations/known-occupation.ts'
export { planImportedCompetence, writeImportedCompetence, type ImportedCompetence } from './imported.ts'

/** The operations of this slice, by name. */
export const competenceOperations = {
  'competence.getCompetence': getCompetence,
  'competence.recordLanguageLevel': recordLanguageLevel,
  'competence.recordEducation': recordEducation,
  'competence.recordWork': recordWork,
  'competence.recordSkill': recordSkill,
  'competence.recordCertificate': recordCertificate,
  'competence.recordWish': recordWish,
  'competence.savePracticalFrame': savePracticalFrame,
  'competence.removeEntry': removeEntry,
}
