import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { inventContacts, inventEmployers, inventOpening } from '#db/seed/employers.ts'
import { occupations } from '#db/seed/occupations.ts'
import { inventPeople } from '#db/seed/people.ts'
import type { Random } from '#db/seed/random.ts'
import { seededRandom } from '#db/seed/random.ts'
import { insertAll, writeCompetence, writeEmployers, writeOpenings, writePeople } from '#db/seed/write.ts'
import { dayInNorway } from '#shared/date.ts'
import { permissions } from '#shared/permission.ts'
import type { Actor, Tx } from '#platform/db.ts'
import { asActor, openDatabase } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { startPostgres } from '#platform/postgres.ts'
import type { National } from './national.ts'
import { SECRET } from './national.ts'

const [PEOPLE, SEATS, EMPLOYERS] = [300, 200, 220]
const town = { name: 'Fjordvik', postcode: '9990', streets: ['Storgata', 'Fjordveien'] }

/** 200 seats at practice places of active employers, who have set limits of their own as the invented ones have. */
async function writePlaces(tx: Tx, random: Random, broker: string): Promise<void> {
  const today = dayInNorway(new Date())
  const employers = inventEmployers(random, today, town, EMPLOYERS)
  const contacts = new Map(employers.map((one) => [one.id, inventContacts(random, one)]))
  await writeEmployers(tx, random, employers, [...contacts.values()].flat(), [broker], '9901', today)
  const hosts = employers.filter(({ kind, status, places }) => kind === 'underenhet' && status === 'active' && places.length > 0)
  const openings: ReturnType<typeof inventOpening>[] = []
  for (let seats = 0, at = 0; seats < SEATS; at++) {
    const host = hosts[at % hosts.length] ?? random.pick(hosts)
    const opening = { ...inventOpening(random, today, host, contacts.get(host.id) ?? []), kind: 'practice_place' as const, withdrawnAt: null, toDate: null, seats: Math.min(SEATS - seats, random.int(1, 2)) }
    openings.push(opening)
    seats += opening.seats
  }
  await writeOpenings(tx, random, openings, new Map(employers.map((one) => [one.id, one])))
  await tx.updateTable('employer').set({ fullUntil: null, seatsAtOnce: 3 }).execute()
}

/** A municipality of 300 people without a place and 200 free seats, in a database of its own. */
export async function aCohort(): Promise<National & { accountId: string }> {
  const folder = join(process.env['FOTFESTE_BENCH_DATA'] ?? '/var/tmp/fotfeste-bench', `cohort-${process.pid}`)
  await mkdir(folder, { recursive: true })
  const postgres = await startPostgres(join(folder, 'database'), { durable: true })
  await migrate(postgres.url, SECRET)
  const owner = new pg.Pool({ connectionString: postgres.url, max: 2 })
  owner.on('error', () => undefined)
  const random = seededRandom(7)
  const [municipalityId, accountId] = [random.uuid(), random.uuid()]
  await owner.query("select app.create_municipality($1, '9901', 'Fjordvik', 'Regionen', true, '{}')", [municipalityId])
  const actor: Actor = { kind: 'system', id: random.uuid(), municipalityId, name: 'bench', locale: 'nb', permissions: [...permissions] }
  const db = openDatabase(postgres.url, SECRET)
  await asActor(db, actor, async (tx) => {
    await tx.insertInto('account').values({ id: accountId, name: 'Medarbeider', email: 'm@example.no', issuer: 'bench', subject: accountId, roles: ['programme_adviser', 'job_broker'] }).execute()
    await insertAll(tx, 'occupation', occupations.map(([code, name]) => ({ id: random.uuid(), code, name, level: 4 })))
    const people = inventPeople(random, dayInNorway(new Date()), PEOPLE).people.map((one) => ({ ...one, status: 'in_programme' as const, protection: 'none' as const }))
    await writePeople(tx, random, people, [], town, [accountId])
    await writeCompetence(tx, random, people, dayInNorway(new Date()))
    await writePlaces(tx, random, accountId)
  })
  await db.close()
  await owner.query('analyze')
  return { ownerUrl: postgres.url, folder, owner, ordinary: municipalityId, large: municipalityId, settings: '', accountId, stop: async () => { await owner.end(); await postgres.stop(); await rm(folder, { recursive: true, force: true }) } }
}
