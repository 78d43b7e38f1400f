import { endStandingWish, getStandingWish, listMyRings, listStandingWishes, saveStandingWish, seeRing } from './wish.operations.ts'

/** The operations of this slice, by name. */
export const standingWishOperations = {
  'matching.saveStandingWish': saveStandingWish,
  'matching.endStandingWish': endStandingWish,
  'matching.listStandingWishes': listStandingWishes,
  'matching.getStandingWish': getStandingWish,
  'matching.listMyRings': listMyRings,
  'matching.seeRing': seeRing,
}
