import { randomUUID } from 'node:crypto'
import { instantOf, plainDate } from '#shared/date.ts'
import type { Municipality } from './world.ts'

const submittedAt = instantOf(new Date('2026-08-01T10:00:00Z'))

/** A placement that runs: person, employer, supervisor, all three approvals. */
export async function aRunningPlacement(municipality: Municipality, over: { toDate?: string; responsibleId?: string; email?: string | null } = {}) {
  const ids = { personId: randomUUID(), employerId: randomUUID(), contactId: randomUUID(), agreementId: randomUUID() }
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: ids.personId, givenName: 'Olena', familyName: 'Melnyk', email: over.email === undefined ? 'olena@example.no' : over.email, contactLocale: 'uk' }).execute()
    await tx.insertInto('employer').values({ id: ids.employerId, orgNumber: '200000004', kind: 'underenhet', name: 'Kafé Brygga' }).execute()
    await tx.insertInto('employerContact').values({ id: ids.contactId, employerId: ids.employerId, name: 'Kari Moen', email: 'kari@example.no', phone: '+4790000000' }).execute()
    await tx.insertInto('agreement').values({ id: ids.agreementId, personId: ids.personId, employerId: ids.employerId, beganFrom: 'call', kind: 'language_practice', fromDate: plainDate('2026-09-01'), toDate: plainDate(over.toDate ?? '2027-01-31'),
      signingContactId: ids.contactId, supervisorContactId: ids.contactId, responsibleId: over.responsibleId ?? null, submittedAt }).execute()
    await tx.insertInto('approval').values((['participant', 'employer', 'municipality'] as const).map((party) => ({ id: randomUUID(), agreementId: ids.agreementId, party, revision: 1, approvedAt: submittedAt, how: 'meeting' as const, name: party }))).execute()
  })
  return ids
}
