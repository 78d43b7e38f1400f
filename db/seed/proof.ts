import { gatherItems } from '#domains/competence/proof/gather-items.ts'
import { chosenAtFirst, codeFrom } from '#domains/competence/proof/proof.core.ts'
import { SheetItem } from '#domains/competence/proof/proof.schema.ts'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Staff = { advisers: string[]; town: string; today: PlainDate }

const lists = [
  { name: 'Kokk og kjøkkenhjelp', code: '5120', tasks: ['Følger en enkel oppskrift', 'Veier og måler riktig', 'Vasker benk og utstyr etter bruk', 'Holder rått og ferdig fra hverandre', 'Sier fra når en vare tar slutt', 'Dekker og rydder en buffet'] },
  { name: 'Renhold', code: '9112', tasks: ['Vasker et rom etter planen', 'Bruker riktig middel til riktig flate', 'Bytter mopp og klut når det trengs', 'Fyller på såpe og papir', 'Sier fra om noe er ødelagt'] },
  { name: 'Butikk', code: '5223', tasks: ['Fyller på varer etter dato', 'Finner en vare kunden spør om', 'Tar imot betaling i kassen', 'Rydder og holder orden i hyllene', 'Svarer høflig når det er kø', 'Tar imot en varelevering'] },
  { name: 'Lager', code: '4321', tasks: ['Plukker en ordre uten feil', 'Pakker slik at varene tåler turen', 'Skriver ut og setter på etiketter', 'Løfter riktig og bruker verneutstyr', 'Teller og melder fra om avvik'] },
] as const

/** The municipality's short lists. */
const writeLists = (tx: Tx, random: Random): Promise<void> => insertAll(tx, 'taskList', lists.map(({ name, code, tasks }) => ({ id: random.uuid(), name, occupationCode: code, tasks: [...tasks] })))

const seers = [['Kari Moen', 'kjøkkensjef'], ['Per Lund', 'avdelingsleder'], ['Siri Hagen', 'fadder'], ['Jonas Vik', 'butikksjef']] as const

/** Trials at work in placements that run or have just ended, some of them half seen; what was done alone is a skill. */
async function writeTrials(tx: Tx, random: Random, { advisers, today }: Staff): Promise<string[]> {
  const agreements = await tx.selectFrom('agreement as g').innerJoin('employer as e', (join) => join.onRef('e.municipalityId', '=', 'g.municipalityId').onRef('e.id', '=', 'g.employerId'))
    .select(['g.id', 'g.personId', 'g.employerId', 'g.fromDate', 'e.name as employerName']).where('g.submittedAt', 'is not', null).where('g.cancelledAt', 'is', null).where('g.fromDate', '<', addDays(today, -14)).where('g.fromDate', '>', addDays(today, -200)).orderBy('g.fromDate', 'desc').orderBy('g.id').limit(8).execute()
  for (const [index, one] of agreements.entries()) {
    const list = lists[index % lists.length] ?? lists[0]
    const [id, startsOn] = [random.uuid(), addDays(today, -random.int(6, 12))]
    const [seenBy, seenRole] = random.pick(seers)
    await insertAll(tx, 'workTrial', [{ id, personId: one.personId, employerId: one.employerId, agreementId: one.id, name: list.name, occupationCode: list.code, startsOn, responsibleId: random.pick(advisers) }])
    const tasks = list.tasks.map((task, position) => ({ id: random.uuid(), personId: one.personId, trialId: id, position, task, seen: random.chance(index % 3 === 2 ? 0.3 : 0.85) ? random.weighted([['alone', 5], ['with_help', 3], ['not_yet', 1]] as const) : null }))
    const seen = { seenBy, seenRole, seenOn: addDays(startsOn, 4), notedBy: random.pick(advisers) }
    await insertAll(tx, 'trialTask', tasks.map((task) => ({ seenBy: null, seenRole: null, seenOn: null, notedBy: null, ...task, ...(task.seen !== null && seen), personAnswer: task.seen === 'with_help' && random.chance(0.4) ? 'Jeg klarer det alene nå' : null })))
    await insertAll(tx, 'skill', tasks.filter((task) => task.seen === 'alone').map((task) => ({ id: random.uuid(), personId: one.personId, name: task.task, evidence: 'observed' as const, knownOn: seen.seenOn, seenBy: `${seenBy}, ${one.employerName}`, agreementId: one.id, trialTaskId: task.id })))
  }
  return [...new Set(agreements.map(({ personId }) => personId))]
}

const subjects = [['trade_certificate', 'Kokkfaget', ['Råvarer og produksjon', 'Hygiene']], ['trade_certificate', 'Tømrerfaget', ['Bindingsverk', 'HMS på byggeplass']], ['upper_secondary', 'Vg1 helse- og oppvekstfag', ['Yrkesliv i helse- og oppvekstfag']], ['primary', 'Matematikk i grunnskolen', ['Tall og regning']]] as const

/** Assessments of real competence: ordered, held, answered. */
async function writeAssessments(tx: Tx, random: Random, { today, town }: Staff): Promise<void> {
  const people = await tx.selectFrom('workExperience').select('personId').distinct().orderBy('personId').limit(40).execute()
  for (const [index, { personId }] of random.some(people, 6).entries()) {
    const [against, subject, parts] = random.pick(subjects)
    const [orderedOn, resultOn] = [addDays(today, -random.int(90, 200)), addDays(today, -random.int(10, 60))]
    const approved = index % 3 === 0 ? [] : [...parts]
    const one = { id: random.uuid(), personId, against, subject, assessor: 'county' as const, assessorName: `Karrieresenteret i ${town}`, orderedOn, heldOn: index % 3 === 0 ? null : addDays(resultOn, -7), result: index % 3 === 0 ? null : 'part' as const, resultOn: index % 3 === 0 ? null : resultOn, approved }
    await insertAll(tx, 'competenceAssessment', [one])
    await insertAll(tx, 'skill', approved.map((name) => ({ id: random.uuid(), personId, name, evidence: 'tested' as const, knownOn: resultOn, seenBy: one.assessorName, assessmentId: one.id })))
  }
}

/** A sheet for some, as they would have made it with their adviser. */
async function writeSheets(tx: Tx, random: Random, personIds: readonly string[], { advisers, town, today }: Staff): Promise<void> {
  for (const personId of personIds.slice(0, 3)) {
    const person = await tx.selectFrom('person').select(['givenName', 'familyName', 'adviserId']).where('id', '=', personId).executeTakeFirstOrThrow()
    const contact = person.adviserId === null ? undefined : await tx.selectFrom('account').select(['name', 'email']).where('id', '=', person.adviserId).executeTakeFirst()
    const all = await gatherItems(tx, personId, today)
    const chosen = chosenAtFirst(all)
    const content = { person: `${person.givenName} ${person.familyName}`, municipality: town, items: all.filter(({ key }) => chosen.includes(key)).map((one) => SheetItem.parse(one)) }
    await insertAll(tx, 'proofSheet', [{ id: random.uuid(), personId, code: codeFrom(Uint8Array.from({ length: 8 }, () => random.int(0, 255))), issuedOn: addDays(today, -random.int(1, 20)), chosen, content: JSON.stringify(content), contactName: contact?.name ?? null, contactEmail: contact?.email ?? null, issuedBy: person.adviserId ?? random.pick(advisers) }])
  }
}

/** Short lists, trials at work, assessments, and sheets. */
export async function writeProof(tx: Tx, random: Random, staff: Staff): Promise<void> {
  await writeLists(tx, random)
  const tried = await writeTrials(tx, random, staff)
  await writeAssessments(tx, random, staff)
  await writeSheets(tx, random, tried, staff)
}
