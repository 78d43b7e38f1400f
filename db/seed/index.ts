import type { PlainDate } from '#shared/date.ts'
import pg from 'pg'
import type { Actor, Database, Tx } from '#platform/db.ts'
import { beginAs, poolOf, queriesOn } from '#platform/db.ts'
import { permissions } from '#shared/permission.ts'
import type { SeedAccount } from './accounts.ts'
import { fjordvikStaff, smallStaff } from './accounts.ts'
import type { Place } from './employers.ts'
import { writeAttendance } from './attendance.ts'
import { writeBenefit } from './benefit.ts'
import { writeCohortPlan } from './cohort.ts'
import { writeCourses } from './courses.ts'
import { writeDivision } from './cooperation.ts'
import { writeDecisions } from './decisions.ts'
import { inventContacts, inventEmployers, inventOpening } from './employers.ts'
import { writeExits } from './exit.ts'
import { writeInterpreters } from './interpreters.ts'
import { writeForecasts } from './forecasts.ts'
import { writeMeetings } from './meetings.ts'
import { occupations } from './occupations.ts'
import { inventPeople } from './people.ts'
import { writePayments } from './payments.ts'
import { writePaths } from './paths.ts'
import { writeMorePlaces } from './more-places.ts'
import { inventPlacements } from './placements.ts'
import { writePlans } from './plans.ts'
import { writeTalks } from './talks.ts'
import { writeRelatedOccupations } from './related-occupations.ts'
import { writeTravel } from './travel.ts'
import { writeProof } from './proof.ts'
import { writeRecognition } from './recognition.ts'
import type { Random } from './random.ts'
import { seededRandom } from './random.ts'
import { writeProgramme } from './programme.ts'
import { writeProposals } from './proposals.ts'
import type { Sharer } from './region.ts'
import { writeRegion } from './region.ts'
import { writeRuleChoices } from './rules.ts'
import { writePresentations, writeRelations } from './relations.ts'
import { writeSecondWishes } from './second-wishes.ts'
import { writeStandingWishes } from './standing-wishes.ts'
import { writeWeek } from './week.ts'
import { writeWhatIf } from './what-if.ts'
import { insertAll, writeCompetence, writeEmployers, writeOpenings, writePeople, writePlacements } from './write.ts'

type Plan = { number: string; town: Place; theme: object; people: number; employers: number; openings: number; staff: SeedAccount[] }
const region = 'Fjordregionen'

/** Three invented municipalities: Fjordvik and its two neighbours. Numbers and postcodes that no Norwegian municipality has. */
const plans: Plan[] = [
  { number: '9901', town: { name: 'Fjordvik', postcode: '9990', streets: ['Storgata', 'Fjordveien', 'Skolebakken', 'Havnegata', 'Solsvingen', 'Kirkeveien'] }, theme: { accent: '#0b5c6b' }, people: 300, employers: 120, openings: 80, staff: fjordvikStaff },
  { number: '9902', town: { name: 'Nordvåg', postcode: '9991', streets: ['Strandgata', 'Kaiveien', 'Moloveien'] }, theme: { accent: '#1f4e8c' }, people: 60, employers: 30, openings: 12, staff: smallStaff('nordvag', ['Anne Brekke', 'Arne Tangen']) },
  { number: '9903', town: { name: 'Elvedal', postcode: '9992', streets: ['Elvegata', 'Dalsveien', 'Sagveien'] }, theme: { accent: '#3f6212' }, people: 40, employers: 24, openings: 10, staff: smallStaff('elvedal', ['Heidi Nygård', 'Stian Sæther']) },
]

/** The issuer of the built-in sign-in, under which the invented people have their accounts. */
export type SeedOptions = { today: PlainDate; issuer: string; seed?: number }

/** Makes the invented municipalities in an empty database: about 400 people with families, employers, places, and histories of several years. */
export async function seed(db: Database, ownerUrl: string, { today, issuer, seed: start = 20 }: SeedOptions): Promise<void> {
  const random = seededRandom(start)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const actors = new Map<string, Actor>()
    const sharers: Sharer[] = []
    for (const plan of plans) {
      const municipalityId = random.uuid()
      await owner.query('select app.create_municipality($1, $2, $3, $4, true, $5)', [municipalityId, plan.number, plan.town.name, region, plan.theme])
      const actor: Actor = { kind: 'system', id: random.uuid(), municipalityId, name: 'seed', locale: 'nb', permissions: [...permissions] }
      actors.set(municipalityId, actor)
      await inOneTransaction(db, actor, async (tx) => { sharers.push({ id: municipalityId, name: plan.town.name, ...await fill(tx, random, plan, today, issuer, actor) }) })
    }
    const [first, second, third] = sharers
    const write = (of: Sharer, work: (tx: Tx) => Promise<void>, by?: string): Promise<void> => { const actor = actors.get(of.id); return actor ? inOneTransaction(db, by === undefined ? actor : { ...actor, kind: 'staff', id: by }, work) : Promise.resolve() }
    if (first && second && third) await writeRegion(first, second, third, seededRandom(start + 30), today, write)
    // last: the plan of the morning counts what neighbours share
    const actor = first && actors.get(first.id)
    if (actor) await inOneTransaction(db, actor, (tx) => writeCohortPlan(tx, seededRandom(Number(plans[0]?.number) * 19), actor, today))
    await owner.query('analyze')
  } finally {
    await owner.end()
  }
}

async function fill(tx: Tx, random: Random, plan: Plan, today: PlainDate, issuer: string, actor: Actor): Promise<Omit<Sharer, 'id' | 'name'>> {
  // colleagues and the programme have a stream of their own: one more of them changes nothing of what is invented besides
  const own = seededRandom(Number(plan.number))
  const accounts = plan.staff.map((one) => ({ ...one, id: own.uuid() }))
  await insertAll(tx, 'account', accounts.map(({ id, subject, name, roles }) => ({ id, name, email: `${subject}@${plan.town.name.toLowerCase().replace('å', 'a')}.example`, issuer, subject, roles })))
  const holding = (role: string): string[] => accounts.filter(({ roles }) => roles.some((one) => one === role)).map(({ id }) => id)
  await insertAll(tx, 'occupation', occupations.map(([code, name]) => ({ id: random.uuid(), code, name, level: 4 })))

  const { people, ties } = inventPeople(random, today, plan.people)
  await writePeople(tx, random, people, ties, plan.town, holding('programme_adviser'))
  await writeCompetence(tx, random, people, today)
  await writeSecondWishes(tx, seededRandom(Number(plan.number) * 29), people, today)
  await insertAll(tx, 'account', people.filter(({ status }) => status === 'in_programme').slice(0, 3).map((one) => ({ id: random.uuid(), name: `${one.givenName} ${one.familyName}`, email: `${one.id}@epost.example`, issuer, subject: `deltaker-${one.id.slice(0, 8)}`, roles: ['participant'], personId: one.id, locale: one.country === 'UA' ? 'uk' as const : one.firstLanguage === 'ar' ? 'ar' as const : 'nb' as const })))

  const employers = inventEmployers(random, today, plan.town, plan.employers)
  const contacts = new Map(employers.map((one) => [one.id, inventContacts(random, one)]))
  await writeEmployers(tx, random, employers, [...contacts.values()].flat(), holding('job_broker'), plan.number, today)
  await writeRelations(tx, random, employers, holding('job_broker'), today)
  const hosts = employers.filter(({ kind, status, places }) => kind === 'underenhet' && status === 'active' && places.length > 0)
  const openings = Array.from({ length: plan.openings }, (_, index) => { const host = hosts[index % hosts.length] ?? random.pick(hosts); return inventOpening(random, today, host, contacts.get(host.id) ?? []) })
  const byId = new Map(employers.map((one) => [one.id, one]))
  await writeOpenings(tx, random, openings, byId)
  const responsible = [...new Set([...holding('programme_adviser'), ...holding('job_broker')])]
  const placements = inventPlacements(random, today, people, { openings, employers: byId, contacts, responsible })
  await writePlacements(tx, random, placements, new Map(people.map((one) => [one.id, one])))
  await writePresentations(tx, random, people, openings, responsible, today)
  await writeRuleChoices(tx, seededRandom(Number(plan.number) + 1), holding('administrator'), today)
  const participations = await writeProgramme(tx, own, people, today)
  await writeDecisions(tx, own, { people, participations, advisers: holding('programme_adviser'), today })
  await writePlans(tx, own, { people, participations, advisers: holding('programme_adviser'), today })
  await writeTalks(tx, seededRandom(Number(plan.number) * 11), { people, participations, advisers: holding('programme_adviser'), today })
  const terms = seededRandom(Number(plan.number) * 7)
  const teachers = holding('teacher').length > 0 ? holding('teacher') : holding('programme_adviser')
  const week = { people, participations, placements, teachers, advisers: holding('programme_adviser'), town: plan.town.name, today }
  const classes = await writeWeek(tx, terms, week)
  await writeAttendance(tx, terms, week, classes)
  await writeCourses(tx, seededRandom(Number(plan.number) * 11), week, classes)
  await writeExits(tx, own, people, participations, today, { advisers: holding('programme_adviser'), nav: holding('nav_adviser')[0] })
  await writeInterpreters(tx, seededRandom(Number(plan.number) * 11), { people, participations, staff: accounts, classes, today })
  await writeBenefit(tx, own, { people, participations, advisers: holding('programme_adviser'), approvers: holding('benefit_approver'), today })
  await writePayments(tx, seededRandom(Number(plan.number) * 11), { people, participations, advisers: holding('programme_adviser'), today })
  const proof = seededRandom(Number(plan.number) * 11)
  await writeRecognition(tx, proof, { advisers: holding('programme_adviser'), today })
  await writeProof(tx, proof, { advisers: holding('programme_adviser'), town: plan.town.name, today })
  await writePaths(tx, seededRandom(Number(plan.number) * 17), people, today)
  const broker = holding('job_broker')[0]
  if (plan.number === '9901') await writeMorePlaces(tx, seededRandom(Number(plan.number) * 31), { town: plan.town, brokers: holding('job_broker'), number: plan.number, today })
  if (broker && plan.number === '9901') await writeMeetings(tx, seededRandom(Number(plan.number) * 19), { people, employers: byId, openings, contacts, host: broker, town: plan.town.name, today })
  await writeTravel(tx, today)
  await writeRelatedOccupations(tx, seededRandom(Number(plan.number) * 29), today)
  const enteredBy = holding('hr_leader')[0] ?? holding('job_broker')[0]
  if (enteredBy) await writeForecasts(tx, seededRandom(Number(plan.number) * 13), enteredBy, today)
  const [adviser, manager] = [holding('programme_adviser')[0], holding('manager')[0]]
  if (broker && plan.number === '9901') await writeWhatIf(tx, seededRandom(Number(plan.number) * 19), actor, { people, savedBy: broker, today })
  // one of the small ones has not agreed on anything yet
  await writeProposals(tx, seededRandom(Number(plan.number) * 19), { people, placements, openings, deciders: responsible, today })
  await writeStandingWishes({ tx, actor, today, now: new Date(`${today}T05:00:00Z`), changes: [] }, seededRandom(Number(plan.number) * 23), { employers: hosts, brokers: holding('job_broker') })
  if (adviser && manager && plan.number !== '9903') await writeDivision(tx, seededRandom(Number(plan.number) * 11), { broker: holding('job_broker')[0], teacher: holding('teacher')[0], nav: holding('nav_adviser')[0], hr: holding('hr_leader')[0], adviser, manager }, today)
  return { leaderId: manager ?? '', brokerId: holding('job_broker')[0] ?? '', people, openings, employers: byId }
}

async function inOneTransaction(db: Database, actor: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
  const client = await poolOf(db, actor).connect()
  try {
    await client.query(beginAs(actor, 'write'))
    await work(queriesOn(client))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
