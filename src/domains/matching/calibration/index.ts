import { getCalibration, getCalibrationFile } from './calibration.operations.ts'

/** The operations of this slice, by name. */
export const calibrationOperations = {
  'matching.getCalibration': getCalibration,
  'matching.getCalibrationFile': getCalibrationFile,
}
