import { getWeights, saveWeights, tryWeights } from './weights.operations.ts'

/** The operations of this slice, by name. */
export const weightsOperations = {
  'matching.getWeights': getWeights,
  'matching.tryWeights': tryWeights,
  'matching.saveWeights': saveWeights,
}
