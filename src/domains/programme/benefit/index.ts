import { getPayrollFile, getPayslip } from './file.operations.ts'
import { decideBenefitIssue, holdBenefit, releaseBenefit } from './issue.operations.ts'
import { getMyBenefit } from './mine.operations.ts'
import { getMyPayslipPaper, getPayslipPaper } from './payslip/paper.operations.ts'
import { getPersonBenefit, saveBenefitIncome, saveBenefitSetting, saveBenefitTerms } from './person.operations.ts'
import { addBenefitRefund, withdrawBenefitRefund } from './refund.operations.ts'
import { approveBenefitRun, getBenefitRun, listBenefitRuns, prepareBenefitRun, returnBenefitRun } from './run.operations.ts'

/** The operations of this slice, by name. */
export const benefitOperations = {
  'programme.listBenefitRuns': listBenefitRuns,
  'programme.getBenefitRun': getBenefitRun,
  'programme.prepareBenefitRun': prepareBenefitRun,
  'programme.approveBenefitRun': approveBenefitRun,
  'programme.returnBenefitRun': returnBenefitRun,
  'programme.decideBenefitIssue': decideBenefitIssue,
  'programme.holdBenefit': holdBenefit,
  'programme.releaseBenefit': releaseBenefit,
  'programme.getPersonBenefit': getPersonBenefit,
  'programme.saveBenefitTerms': saveBenefitTerms,
  'programme.saveBenefitIncome': saveBenefitIncome,
  'programme.saveBenefitSetting': saveBenefitSetting,
  'programme.addBenefitRefund': addBenefitRefund,
  'programme.withdrawBenefitRefund': withdrawBenefitRefund,
  'programme.getPayrollFile': getPayrollFile,
  'programme.getPayslip': getPayslip,
  'programme.getMyBenefit': getMyBenefit,
  'programme.getPayslipPaper': getPayslipPaper,
  'programme.getMyPayslipPaper': getMyPayslipPaper,
}
