import { getActivity, listActivities, listTeachers, removeException, saveActivity, saveException } from './activity.operations.ts'
import { getCalendar, getClassCalendar, getMyCalendar } from './calendar.operations.ts'
import { addParticipants, endParticipation, removeFamilyTime, saveFamilyTime } from './participants.operations.ts'
import { getMyWeek, getWeek } from './week.operations.ts'

export { kindText } from './kind-words.ts'

/** The operations of this slice, by name. */
export const weekOperations = {
  'programme.listActivities': listActivities,
  'programme.getActivity': getActivity,
  'programme.listTeachers': listTeachers,
  'programme.saveActivity': saveActivity,
  'programme.saveException': saveException,
  'programme.removeException': removeException,
  'programme.addParticipants': addParticipants,
  'programme.endParticipation': endParticipation,
  'programme.saveFamilyTime': saveFamilyTime,
  'programme.removeFamilyTime': removeFamilyTime,
  'programme.getWeek': getWeek,
  'programme.getMyWeek': getMyWeek,
  'programme.getCalendar': getCalendar,
  'programme.getClassCalendar': getClassCalendar,
  'programme.getMyCalendar': getMyCalendar,
}
