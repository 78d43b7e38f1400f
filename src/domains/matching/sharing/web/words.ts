import type { Tone } from '#web/ui/Tag.tsx'
import type { PutForwardState, SharingState } from '../sharing.schema.ts'

export const sharingTones: Record<SharingState, Tone> = { proposed: 'warning', in_force: 'success', ended: 'neutral' }
export const stateTones: Record<PutForwardState, Tone> = { waiting: 'warning', meet: 'info', not_now: 'neutral', seat: 'success', ended: 'neutral', withdrawn: 'neutral' }

/** Reads that a change of an agreement makes old: everything that crosses. */
export const showsSharing = ['matching.listSharing', 'matching.listSharedPlaces', 'matching.listFromNeighbours', 'matching.listPutForward', 'matching.getOpeningSharing', 'matching.matchesForPerson'] as const
/** Reads that a step with one person makes old. */
export const showsPutForward = ['matching.listPutForward', 'matching.listSharedPlaces', 'matching.getSharedPlace', 'matching.previewPutForward', 'matching.matchesForPerson', 'matching.getPlan', 'matching.checkRelease'] as const
/** Reads that an answer of ours makes old. */
export const showsAnswers = ['matching.listFromNeighbours', 'matching.readFromNeighbour', 'matching.getOpeningSharing', 'opportunities.getOpening', 'opportunities.listOpenings'] as const
