import { getPerson, listPeople, savePerson } from './person.operations.ts'

/** The operations of this slice, by name. */
export const peopleOperations = {
  'people.listPeople': listPeople,
  'people.getPerson': getPerson,
  'people.savePerson': savePerson,
}
