import { saveAbsence, withdrawAbsence } from './absence.operations.ts'
import { countWaitingAbsence } from './count-waiting.operations.ts'
import { getCounters } from './counters.operations.ts'
import { getAbsenceDesk } from './desk.operations.ts'
import { getAttendance } from './month.operations.ts'
import { checkIn, getMyDay, reportMyAbsence } from './own.operations.ts'
import { correctAttendance, getClassDay, registerClass } from './register.operations.ts'
import { dismissReport, noteAbsenceReport } from './report.operations.ts'
import { getAttendanceSettings, saveAttendanceSettings } from './settings.operations.ts'
import { savePartTime, savePause } from './time.operations.ts'

export { basisFor, lockPaid } from './basis.ts'
export type { BasisDay } from './basis.ts'
export { receiveSms } from './sms.ts'

/** The operations of this slice, by name. */
export const attendanceOperations = {
  'programme.getClassDay': getClassDay,
  'programme.registerClass': registerClass,
  'programme.correctAttendance': correctAttendance,
  'programme.getMyDay': getMyDay,
  'programme.checkIn': checkIn,
  'programme.reportMyAbsence': reportMyAbsence,
  'programme.noteAbsenceReport': noteAbsenceReport,
  'programme.dismissReport': dismissReport,
  'programme.saveAbsence': saveAbsence,
  'programme.withdrawAbsence': withdrawAbsence,
  'programme.getAbsenceDesk': getAbsenceDesk,
  'programme.countWaitingAbsence': countWaitingAbsence,
  'programme.getAttendance': getAttendance,
  'programme.getCounters': getCounters,
  'programme.getAttendanceSettings': getAttendanceSettings,
  'programme.saveAttendanceSettings': saveAttendanceSettings,
  'programme.savePause': savePause,
  'programme.savePartTime': savePartTime,
}
