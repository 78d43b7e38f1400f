import type { Tx } from '#platform/db.ts'
import type { Approval } from '../approval.schema.ts'
import type { AgreementContent, AgreementPeople } from '../agreement.schema.ts'
import { loadPlannedFollowUps } from '../load-agreement.ts'
import type { DocumentFacts } from './write-document.ts'

type Loaded = AgreementContent & AgreementPeople & { id: string; personId: string; employerId: string; revision: number }

/** Reads what the paper says with columns every party may see, so that staff, participant and employer get the same paper. */
export async function loadDocumentFacts(tx: Tx, agreement: Loaded, approvals: readonly Approval[]): Promise<DocumentFacts> {
  const person = await tx.selectFrom('person').select(['givenName', 'familyName']).where('id', '=', agreement.personId).executeTakeFirstOrThrow()
  const employer = await tx.selectFrom('employer').select('name').where('id', '=', agreement.employerId).executeTakeFirstOrThrow()
  const municipality = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  const responsible = agreement.responsibleId === null ? undefined : await tx.selectFrom('account').select(['name', 'email']).where('id', '=', agreement.responsibleId).executeTakeFirst()
  const contact = async (id: string | null) => {
    const row = id === null ? undefined : await tx.selectFrom('employerContact').select(['name', 'title']).where('id', '=', id).executeTakeFirst()
    return row ? { name: row.name, detail: row.title ?? '' } : null
  }
  return { agreement, approvals, followUps: await loadPlannedFollowUps(tx, agreement.id),
    names: { person: `${person.givenName} ${person.familyName}`, employer: employer.name, municipality: municipality.name,
      supervisor: await contact(agreement.supervisorContactId), signer: await contact(agreement.signingContactId), responsible: responsible ? { name: responsible.name, detail: responsible.email } : null } }
}
