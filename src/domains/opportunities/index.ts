import { importVacancies } from './import.operations.ts'
import { getOpening, listOpenings, reopenOpening, saveOpening, withdrawOpening } from './opening.operations.ts'

export { isOld as isOldForecast } from './forecasts/forecast.core.ts'

/** The operations of this slice, by name. */
export const opportunitiesOperations = {
  'opportunities.listOpenings': listOpenings,
  'opportunities.getOpening': getOpening,
  'opportunities.saveOpening': saveOpening,
  'opportunities.withdrawOpening': withdrawOpening,
  'opportunities.reopenOpening': reopenOpening,
  'opportunities.importVacancies': importVacancies,
}
