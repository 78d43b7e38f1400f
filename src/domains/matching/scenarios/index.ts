import { cancelWhatIf, listWhatIfs, readWhatIf, removeWhatIf, saveWhatIf, startCheapest, startWhatIf } from './what-if.operations.ts'

/** The operations of this slice, by name. */
export const whatIfOperations = {
  'matching.listWhatIfs': listWhatIfs,
  'matching.saveWhatIf': saveWhatIf,
  'matching.removeWhatIf': removeWhatIf,
  'matching.startWhatIf': startWhatIf,
  'matching.startCheapest': startCheapest,
  'matching.readWhatIf': readWhatIf,
  'matching.cancelWhatIf': cancelWhatIf,
}
