import { asActor } from '#platform/db.ts'
import type { JobTools } from '#platform/jobs.ts'
import { addDays, clockInNorway, dayInNorway } from '#shared/date.ts'
import { readRounds } from './day.core.ts'
import { mailAbout } from './meeting-mail.ts'

const FIRST = '08:00'

/** The day before, everybody who said yes is told when and where, once. Harmless when repeated. */
export async function remindOfMeetings({ db, actor, now }: JobTools): Promise<void> {
  if (clockInNorway(now) < FIRST) return
  const tomorrow = addDays(dayInNorway(now), 1)
  await asActor(db, actor, async (tx) => {
    const days = await tx.selectFrom('meetingDay').select(['id', 'onDate', 'title', 'place', 'rounds']).where('onDate', '=', tomorrow).where('state', 'in', ['invited', 'planned']).execute()
    for (const { rounds, ...rest } of days) {
      const day = { ...rest, rounds: readRounds(rounds) }
      const guests = await tx.selectFrom('meetingGuest as g').innerJoin('meetingGuestPerson as x', 'x.guestId', 'g.id').innerJoin('person as p', 'p.id', 'x.personId').select(['g.id', 'g.number', 'g.locale', 'x.personId', 'p.email'])
        .where('g.dayId', '=', day.id).where('g.reply', '=', 'yes').execute()
      const employers = await tx.selectFrom('meetingEmployer').select(['id', 'contactEmail']).where('dayId', '=', day.id).where('reply', '=', 'yes').execute()
      for (const { id, number, locale, personId, email } of guests) if (email !== null) await mailAbout(tx, now, day, { template: 'meeting_reminder', once: day.onDate, whom: { guestId: id, personId }, to: { email, locale }, number })
      for (const { id, contactEmail: email } of employers) if (email !== null) await mailAbout(tx, now, day, { template: 'meeting_reminder_employer', once: day.onDate, whom: { employerId: id }, to: { email, locale: 'nb' } })
    }
  })
}
