import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { SeedOpening } from './employers.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

/** What of a municipality the sharing needs, once all of them are there. */
export type Sharer = { id: string; name: string; leaderId: string; brokerId: string; people: SeedPerson[]; openings: SeedOpening[]; employers: Map<string, { name: string }> }
type Write = (municipality: Sharer, work: (tx: Tx) => Promise<void>, by?: string) => Promise<void>

const YES = 'Jeg sier ja til at nabokommunen får se språk og erfaring for denne plassen. Jeg kan ta det tilbake når som helst.'

/** Places with a free seat that last a while yet. */
async function live(tx: Tx, { openings }: Sharer, today: PlainDate): Promise<SeedOpening[]> {
  const taken = new Map((await sql<{ openingId: string; taken: number }>`select * from app.taken_seats(${today}::date)`.execute(tx)).rows.map((row) => [row.openingId, row.taken]))
  return openings.filter(({ id, kind, withdrawnAt, seats, toDate }) => kind === 'practice_place' && withdrawnAt === null && seats > (taken.get(id) ?? 0) && toDate !== null && toDate > addDays(today, 60))
}

async function share(owner: Sharer, neighbour: Sharer, tx: Tx, random: Random, today: PlainDate): Promise<SeedOpening[]> {
  const shared = (await live(tx, owner, today)).slice(0, 2)
  await insertAll(tx, 'sharedOpening', shared.map((one) => ({ id: random.uuid(), openingId: one.id, neighbourId: neighbour.id, sharedOn: addDays(today, -30), sharedBy: owner.brokerId })))
  return shared
}

async function putForward(from: Sharer, owner: Sharer, opening: SeedOpening, tx: Tx, random: Random, today: PlainDate): Promise<string> {
  const person = random.pick(from.people.filter(({ status, protection }) => status === 'in_programme' && protection === 'none'))
  const id = random.uuid()
  await insertAll(tx, 'putForward', [{ id, personId: person.id, ownerId: owner.id, ownerName: owner.name, openingId: opening.id, openingTitle: opening.template.title, employerName: owner.employers.get(opening.employerId)?.name ?? null,
    putForwardOn: addDays(today, -4), consentOn: addDays(today, -5), consentHow: 'spoken_with_interpreter', consentText: YES, consentParts: ['languages', 'experience'], consentBy: from.brokerId,
    consentProfile: JSON.stringify({ languages: [{ language: 'no', skill: 'spoken_interaction', level: 'A2', asked: null }], experience: [{ title: 'Butikkmedarbeider', years: 3, toYear: 2021 }] }) }])
  return id
}

/** The two neighbours share places with the first: one agreement in force, one that waits for an answer; one person put forward each way. */
export async function writeRegion(first: Sharer, second: Sharer, third: Sharer, random: Random, today: PlainDate, write: Write): Promise<void> {
  const agreementId = random.uuid()
  // the database lets nobody accept in another's name, not even here
  await write(first, (tx) => insertAll(tx, 'sharingAgreement', [{ id: agreementId, neighbourId: second.id, proposedOn: addDays(today, -60), proposedBy: first.leaderId, note: 'Samme buss og samme arbeidsmarked' }]), first.leaderId)
  await write(second, async (tx) => { await sql`select app.settle_sharing(${agreementId}, 1, 'accept', ${addDays(today, -52)}::date, null)`.execute(tx) }, second.leaderId)
  await write(third, (tx) => insertAll(tx, 'sharingAgreement', [{ id: random.uuid(), neighbourId: first.id, proposedOn: addDays(today, -3), proposedBy: third.leaderId, note: 'Vi har to plasser på gartneriet til våren' }]), third.leaderId)
  const ours: SeedOpening[] = []
  const theirs: SeedOpening[] = []
  await write(first, async (tx) => { ours.push(...await share(first, second, tx, random, today)) })
  await write(second, async (tx) => { theirs.push(...await share(second, first, tx, random, today)) })
  const [here, there] = [ours[0], theirs[0]]
  if (here) await write(second, async (tx) => { await putForward(second, first, here, tx, random, today) })
  if (!there) return
  let forwarded = ''
  await write(first, async (tx) => { forwarded = await putForward(first, second, there, tx, random, today) })
  await write(second, (tx) => insertAll(tx, 'neighbourAnswer', [{ id: random.uuid(), putForwardId: forwarded, openingId: there.id, fromName: first.name, answer: 'meet', answeredOn: addDays(today, -2), answeredBy: second.brokerId }]))
}
