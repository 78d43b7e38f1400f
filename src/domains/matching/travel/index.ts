import { importPostcodes, importTravelTimes } from './import-travel.operations.ts'
import { getTravel, removeTravel, saveStraightLine } from './travel.operations.ts'

/** The operations of this slice, by name. */
export const travelOperations = {
  'matching.getTravel': getTravel,
  'matching.importTravelTimes': importTravelTimes,
  'matching.importPostcodes': importPostcodes,
  'matching.saveStraightLine': saveStraightLine,
  'matching.removeTravel': removeTravel,
}
