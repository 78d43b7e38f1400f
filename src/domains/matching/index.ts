import { previewProfile, profileForEmployer, recordConsent } from './consent.operations.ts'
import { explain, matchesForOpening, matchesForPerson } from './match.operations.ts'
import { apply, listMyApplications, listOpenPlaces } from './own.operations.ts'
import { askForYes, decide, getPresentation, listPresentations, present, propose, recordMeeting } from './presentation.operations.ts'

// for a day on which people meet: who might come, and what speaks for each
export { loadCandidates, loadFacts } from './load-people.ts'
export { loadLive } from './load-openings.ts'
export { currentWeights } from './weights/current-weights.ts'
export { matchOne } from './match.core.ts'

/** The operations of this slice, by name. */
export const matchingOperations = {
  'matching.matchesForPerson': matchesForPerson,
  'matching.matchesForOpening': matchesForOpening,
  'matching.explain': explain,
  'matching.propose': propose,
  'matching.askForYes': askForYes,
  'matching.previewProfile': previewProfile,
  'matching.recordConsent': recordConsent,
  'matching.present': present,
  'matching.recordMeeting': recordMeeting,
  'matching.decide': decide,
  'matching.getPresentation': getPresentation,
  'matching.listPresentations': listPresentations,
  'matching.profileForEmployer': profileForEmployer,
  'matching.listOpenPlaces': listOpenPlaces,
  'matching.apply': apply,
  'matching.listMyApplications': listMyApplications,
}
