import { importEsco } from './esco.operations.ts'
import { importFamilies, removeFamily, saveFamily } from './families.operations.ts'
import { findOccupations, importOccupations } from './occupations.operations.ts'
import { getOccupationSources, nearOccupations, removeOccupationSource } from './sources.operations.ts'

/** The operations of this slice, by name. */
export const occupationOperations = {
  'competence.findOccupations': findOccupations,
  'competence.importOccupations': importOccupations,
  'competence.importEsco': importEsco,
  'competence.importFamilies': importFamilies,
  'competence.saveFamily': saveFamily,
  'competence.removeFamily': removeFamily,
  'competence.getOccupationSources': getOccupationSources,
  'competence.nearOccupations': nearOccupations,
  'competence.removeOccupationSource': removeOccupationSource,
}
