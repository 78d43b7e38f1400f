import type { Refusal } from '#shared/decision.ts'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import { mayEnterAgreement } from './employer.core.ts'
import { getEmployer, handOverContact, listColleagues, listEmployers, saveContact, saveEmployerRelation } from './employer.operations.ts'
import { importEmployers } from './import.operations.ts'
import { answerInitiative, listWaitingInitiatives, passOnInitiative, receiveInitiative } from './initiative.operations.ts'
import { confirmNeed, writeNeed } from './need.operations.ts'
import { answerRequest, getPressure, joinRequests, noteRequest } from './request.operations.ts'

export { mayEnterAgreement }
export { listEmployerColleagues } from './colleagues.ts'

/** Why this employer may not be party to an agreement, empty when it may. NotFound when there is no such employer. */
export async function agreementRefusals(tx: Tx, employerId: string): Promise<Refusal[]> {
  return mayEnterAgreement(found(await tx.selectFrom('employer').select(['kind', 'status']).where('id', '=', employerId).executeTakeFirst()))
}

/** The operations of this slice, by name. */
export const employersOperations = {
  'employers.listEmployers': listEmployers,
  'employers.getEmployer': getEmployer,
  'employers.listColleagues': listColleagues,
  'employers.saveEmployerRelation': saveEmployerRelation,
  'employers.handOverContact': handOverContact,
  'employers.saveContact': saveContact,
  'employers.writeNeed': writeNeed,
  'employers.confirmNeed': confirmNeed,
  'employers.getPressure': getPressure,
  'employers.noteRequest': noteRequest,
  'employers.answerRequest': answerRequest,
  'employers.joinRequests': joinRequests,
  'employers.receiveInitiative': receiveInitiative,
  'employers.answerInitiative': answerInitiative,
  'employers.passOnInitiative': passOnInitiative,
  'employers.listWaitingInitiatives': listWaitingInitiatives,
  'employers.importEmployers': importEmployers,
}
