import { randomUUID } from 'node:crypto'
import { instantOf } from '#shared/date.ts'
import type { Municipality } from './world.ts'
import { NOW, TODAY } from './world.ts'

type Persons = { personId: string; otherId: string; employerId: string; agreementId: string }
type Tx = Parameters<Parameters<Municipality['put']>[0]>[0]
type Whose = { personId: string; agreementId: string | null; employerId: string; authorityId: string; code: string; word: string; staffId: string }

async function aProof(tx: Tx, { personId, agreementId, employerId, authorityId, code, word, staffId }: Whose) {
  const [educationId, caseId, trialId, sheetId, assessmentId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const content = { person: word, municipality: 'Fjordvik', items: [{ key: 'work:1', kind: 'work', title: word, evidence: 'claimed' }] }
  await tx.insertInto('education').values({ id: educationId, personId, level: 6, field: word }).execute()
  await tx.insertInto('recognitionCase').values({ id: caseId, personId, educationId, authorityId, openedOn: TODAY, responsibleId: staffId, nextCheckOn: TODAY, note: word }).execute()
  await tx.insertInto('recognitionDocument').values({ id: randomUUID(), personId, caseId, name: word, gatheredBy: 'person' }).execute()
  await tx.insertInto('recognitionStep').values({ id: randomUUID(), personId, caseId, kind: 'sent', onDay: TODAY, note: word, accountId: staffId }).execute()
  await tx.insertInto('competenceAssessment').values({ id: assessmentId, personId, against: 'other', subject: word, assessor: 'county', assessorName: word, orderedOn: TODAY }).execute()
  await tx.insertInto('workTrial').values({ id: trialId, personId, employerId, agreementId, name: word, startsOn: TODAY, responsibleId: staffId }).execute()
  await tx.insertInto('trialTask').values([{ id: randomUUID(), personId, trialId, position: 0, task: word }, { id: randomUUID(), personId, trialId, position: 1, task: word, seen: 'with_help', seenBy: word, seenRole: 'kokk', seenOn: TODAY, notedBy: staffId }]).execute()
  await tx.insertInto('proofSheet').values({ id: sheetId, personId, code, issuedOn: TODAY, chosen: ['work:1'], content: JSON.stringify(content), issuedBy: staffId }).execute()
  return { caseId, trialId, sheetId }
}

/** A row in every table of recognition and proof, for a person who is strictly confidential and for one who is not. */
export async function aHiddenProof(municipality: Municipality, { personId, otherId, employerId, agreementId }: Persons, staffId: string) {
  const authorityId = randomUUID()
  return municipality.put(async (tx) => {
    await tx.insertInto('recognitionAuthority').values({ id: authorityId, scheme: 'higher_general', name: 'HK-dir', expectedWeeks: 8, source: 'hkdir.no', sourceOn: TODAY }).execute()
    await tx.insertInto('taskList').values({ id: randomUUID(), name: 'Kokk', tasks: ['En', 'To', 'Tre', 'Fire', 'Fem'] }).execute()
    const shared = { authorityId, employerId, staffId }
    const hers = await aProof(tx, { ...shared, personId, agreementId, code: 'HEMMEL23', word: 'Hemmelig' })
    const other = await aProof(tx, { ...shared, personId: otherId, agreementId: null, code: 'ANNEN234', word: 'Alminnelig' })
    await tx.insertInto('personalLink').values({ id: randomUUID(), tokenHash: Buffer.from(randomUUID()), purpose: 'see_tasks', party: 'employer', agreementId, personId, email: 'kari@example.no', locale: 'nb', createdAt: instantOf(NOW), expiresAt: instantOf(NOW) }).execute()
    return { ...hers, code: 'HEMMEL23', otherSheetId: other.sheetId }
  })
}
