import { acceptSharing, endSharing, listSharing, proposeSharing } from './agreement.operations.ts'
import { answerNeighbour, confirmSeat, endSeat, listFromNeighbours, readFromNeighbour } from './answer.operations.ts'
import { listMyYes, takeBackMine } from './own.operations.ts'
import { getOpeningSharing, getSharedPlace, listSharedPlaces, shareOpening } from './places.operations.ts'
import { listPutForward, previewPutForward, putForward, takeBackYes } from './put-forward.operations.ts'

/** The operations of this slice, by name. */
export const sharingOperations = {
  'matching.listSharing': listSharing,
  'matching.proposeSharing': proposeSharing,
  'matching.acceptSharing': acceptSharing,
  'matching.endSharing': endSharing,
  'matching.getOpeningSharing': getOpeningSharing,
  'matching.shareOpening': shareOpening,
  'matching.listSharedPlaces': listSharedPlaces,
  'matching.getSharedPlace': getSharedPlace,
  'matching.previewPutForward': previewPutForward,
  'matching.putForward': putForward,
  'matching.listPutForward': listPutForward,
  'matching.takeBackYes': takeBackYes,
  'matching.listFromNeighbours': listFromNeighbours,
  'matching.readFromNeighbour': readFromNeighbour,
  'matching.answerNeighbour': answerNeighbour,
  'matching.confirmSeat': confirmSeat,
  'matching.endSeat': endSeat,
  'matching.listMyYes': listMyYes,
  'matching.takeBackMine': takeBackMine,
}
