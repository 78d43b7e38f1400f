import type { Room } from '../meeting.schema.ts'
import { roomPictures } from '../room-picture.core.ts'

/** The picture on a door, as it hangs there and as she has it on her telephone. */
export const RoomSign = ({ picture, size = 20 }: { picture: Room['picture']; size?: number }) =>
  <svg className="meeting-sign" viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth={1.7} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false"><path d={roomPictures[picture]} /></svg>
