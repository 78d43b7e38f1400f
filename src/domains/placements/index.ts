import { getDocument, previewDocument } from './agreement-document/get-document.operations.ts'
import { cancelAgreement, endAgreement, extendAgreement, getAgreement, saveAgreement } from './agreement.operations.ts'
import { approveByLink, askToTalkByLink, getAgreementForLink } from './approve-by-link.operations.ts'
import { approveAsMunicipality, approveInMeeting, resendLink, revokeLink, submitForApproval, withdrawApproval } from './approval.operations.ts'
import { listAgreements } from './list-agreements.ts'
import { startAgreement } from './start-agreement.operations.ts'

export { sendLinks } from './agreement-mail.ts'
export { openAgreement } from './agreement.operations.ts'

/** The operations of this slice, by name. */
export const placementsOperations = {
  'placements.startAgreement': startAgreement,
  'placements.getAgreement': getAgreement,
  'placements.listAgreements': listAgreements,
  'placements.saveAgreement': saveAgreement,
  'placements.submitForApproval': submitForApproval,
  'placements.approveInMeeting': approveInMeeting,
  'placements.approveAsMunicipality': approveAsMunicipality,
  'placements.withdrawApproval': withdrawApproval,
  'placements.revokeLink': revokeLink,
  'placements.resendLink': resendLink,
  'placements.cancelAgreement': cancelAgreement,
  'placements.endAgreement': endAgreement,
  'placements.extendAgreement': extendAgreement,
  'placements.previewDocument': previewDocument,
  'placements.getDocument': getDocument,
  'placements.getAgreementForLink': getAgreementForLink,
  'placements.approveByLink': approveByLink,
  'placements.askToTalkByLink': askToTalkByLink,
}
