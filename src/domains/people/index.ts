import { listAdvisers } from './advisers.operations.ts'
import { dismissDuplicate, listDuplicates } from './duplicates.operations.ts'
import { removeFamilyTie, saveFamilyTie } from './family.operations.ts'
import { listHealthNotes, saveHealthNote } from './health.operations.ts'
import { getTemplate, importParticipants } from './import-participants.operations.ts'
import { mergePersons, previewMerge } from './merge.operations.ts'
import { saveNumbers } from './numbers.operations.ts'
import { setMatchingObjection } from './objection.operations.ts'
import { getPerson, listPeople, savePerson } from './person.operations.ts'
import { deleteView, listViews, saveView } from './views.operations.ts'

export { savePersonDates } from './person-dates.ts'

/** The operations of this slice, by name. */
export const peopleOperations = {
  'people.listPeople': listPeople,
  'people.getPerson': getPerson,
  'people.savePerson': savePerson,
  'people.listViews': listViews,
  'people.saveView': saveView,
  'people.deleteView': deleteView,
  'people.saveFamilyTie': saveFamilyTie,
  'people.removeFamilyTie': removeFamilyTie,
  'people.saveNumbers': saveNumbers,
  'people.listHealthNotes': listHealthNotes,
  'people.saveHealthNote': saveHealthNote,
  'people.listAdvisers': listAdvisers,
  'people.listDuplicates': listDuplicates,
  'people.dismissDuplicate': dismissDuplicate,
  'people.previewMerge': previewMerge,
  'people.mergePersons': mergePersons,
  'people.importParticipants': importParticipants,
  'people.getTemplate': getTemplate,
  'people.setMatchingObjection': setMatchingObjection,
}
