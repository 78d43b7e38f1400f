import type { Context } from '#platform/operation.ts'

/** The person a guest is, as whoever asks may know of it; none for somebody without a case. */
export const personIdsOf = async ({ tx }: Pick<Context, 'tx'>, guestId: string): Promise<string[]> =>
  (await tx.selectFrom('meetingGuestPerson').select('personId').where('guestId', '=', guestId).execute()).map(({ personId }) => personId)
