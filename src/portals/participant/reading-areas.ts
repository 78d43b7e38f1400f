import type { PortalText } from './texts.ts'

type Area = Extract<PortalText, `area.${string}`>

/** Operations that say something else to her than the rest of their slice. */
const ofOperation: Readonly<Record<string, Area>> = {
  'people.listPeople': 'area.list', 'people.listDuplicates': 'area.list', 'matching.listPresentations': 'area.list', 'placements.listAgreements': 'area.list', 'followUp.getToday': 'area.list', 'interpreters.listBookings': 'area.list', 'programme.listTodayTalks': 'area.list',
  'people.listHealthNotes': 'area.health', 'people.saveHealthNote': 'area.health',
  'followUp.getEvaluation': 'area.evaluation', 'followUp.askForEvaluation': 'area.evaluation', 'followUp.noteAnswers': 'area.evaluation', 'followUp.codeOutcome': 'area.evaluation',
  'followUp.getEvaluationForLink': 'area.evaluation', 'followUp.answerByLink': 'area.evaluation',
  'programme.prepareBenefitRun': 'area.benefit', 'programme.getBenefitRun': 'area.benefit', 'programme.approveBenefitRun': 'area.benefit', 'programme.decideBenefitIssue': 'area.benefit', 'programme.holdBenefit': 'area.benefit', 'programme.releaseBenefit': 'area.benefit',
  'programme.getPersonBenefit': 'area.benefit', 'programme.saveBenefitTerms': 'area.benefit', 'programme.saveBenefitIncome': 'area.benefit', 'programme.addBenefitRefund': 'area.benefit', 'programme.withdrawBenefitRefund': 'area.benefit', 'programme.getPayrollFile': 'area.benefit', 'programme.getPayslip': 'area.benefit', 'programme.getPayslipPaper': 'area.benefit',
  'programme.getPayments': 'area.benefit', 'programme.saveExpectedPayment': 'area.benefit', 'programme.planStartUpSupport': 'area.benefit', 'programme.stopExpectedPayment': 'area.benefit', 'programme.notePaymentPaid': 'area.benefit', 'programme.withdrawPaymentNote': 'area.benefit',
  'matching.readByNeighbour': 'area.neighbour', 'cli.export': 'area.export', 'identity.readAudit': 'area.audit', 'identity.readAuditOfPerson': 'area.audit',
}
const ofSlice: Readonly<Record<string, Area>> = { matching: 'area.matching', opportunities: 'area.matching', employers: 'area.matching', meetings: 'area.matching', placements: 'area.placements', portal: 'area.placements', followUp: 'area.followUp', interpreters: 'area.interpreter' }

/** Of the programme: what is about her week, her attendance and her absence. */
const ofWeek = /^programme\.(getWeek|getCalendar|getActivity|getClassDay|registerClass|saveActivity|saveException|removeException|addParticipants|endParticipation|\w*FamilyTime|\w*Attendance|\w*Absence\w*|getCounters|receiveSms|dismissReport|savePause|savePartTime|getRoad|listCandidates|listNearEnd|saveCredit|removeCredit)$/

/** Which of a few plain phrases says to the participant what somebody did, from the operation's name. */
export function areaOf(operation: string): Area {
  const [slice = '', verb = ''] = operation.split('.')
  const ofHers = /^(get|list|preview)/.test(verb) ? 'area.read' : 'area.wrote'
  if (ofWeek.test(operation)) return 'area.week'
  return ofOperation[operation] ?? (slice === 'people' || slice === 'competence' ? ofHers : ofSlice[slice] ?? 'area.other')
}
