import { importVacancies } from './import.operations.ts'
import { getOpening, listOpenings, listOpenOnes, reopenOpening, saveOpening, withdrawOpening } from './opening.operations.ts'

/** For SQL of other slices over `opening o`: join `takenSeats(today)`, then ask `openingStateSql(today) = 'open'`. */
export { openingStateSql, takenSeats } from './list-openings.ts'
export { loadDemands } from './load-opening.ts'

/** The operations of this slice, by name. */
export const opportunitiesOperations = {
  'opportunities.listOpenings': listOpenings,
  'opportunities.getOpening': getOpening,
  'opportunities.saveOpening': saveOpening,
  'opportunities.withdrawOpening': withdrawOpening,
  'opportunities.reopenOpening': reopenOpening,
  'opportunities.listOpenOnes': listOpenOnes,
  'opportunities.importVacancies': importVacancies,
}
