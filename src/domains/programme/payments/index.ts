import { getMyPayments } from './mine.operations.ts'
import { getPayments, notePaymentPaid, planStartUpSupport, saveExpectedPayment, stopExpectedPayment, withdrawPaymentNote } from './payments.operations.ts'

/** The operations of this slice, by name. */
export const paymentsOperations = {
  'programme.getPayments': getPayments,
  'programme.saveExpectedPayment': saveExpectedPayment,
  'programme.planStartUpSupport': planStartUpSupport,
  'programme.stopExpectedPayment': stopExpectedPayment,
  'programme.notePaymentPaid': notePaymentPaid,
  'programme.withdrawPaymentNote': withdrawPaymentNote,
  'programme.getMyPayments': getMyPayments,
}
