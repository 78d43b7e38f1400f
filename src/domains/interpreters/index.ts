import { confirmInterpreter, noteNotHad, recordMeeting } from './answer.operations.ts'
import { cancelBooking, orderInterpreter, saveBooking } from './book.operations.ts'
import { getInterpreterCalendar } from './calendar.operations.ts'
import { listMyInterpreters, removeMyQuestion, saveMyQuestion } from './mine.operations.ts'
import { addQuestion, answerQuestion, removeQuestion, removeUnwanted, saveUnwanted } from './question.operations.ts'
import { countYear, getBooking, getBookingOptions, getInterpreterOfDay, listBookings, listForPerson } from './read.operations.ts'
import { getInterpreterSettings, saveLeadDays, saveSupplier } from './settings.operations.ts'

/** The operations of this slice, by name. */
export const interpretersOperations = {
  'interpreters.listBookings': listBookings,
  'interpreters.getBooking': getBooking,
  'interpreters.getBookingOptions': getBookingOptions,
  'interpreters.listForPerson': listForPerson,
  'interpreters.getInterpreterOfDay': getInterpreterOfDay,
  'interpreters.countYear': countYear,
  'interpreters.getInterpreterCalendar': getInterpreterCalendar,
  'interpreters.saveBooking': saveBooking,
  'interpreters.orderInterpreter': orderInterpreter,
  'interpreters.confirmInterpreter': confirmInterpreter,
  'interpreters.noteNotHad': noteNotHad,
  'interpreters.cancelBooking': cancelBooking,
  'interpreters.recordMeeting': recordMeeting,
  'interpreters.addQuestion': addQuestion,
  'interpreters.removeQuestion': removeQuestion,
  'interpreters.answerQuestion': answerQuestion,
  'interpreters.saveUnwanted': saveUnwanted,
  'interpreters.removeUnwanted': removeUnwanted,
  'interpreters.getInterpreterSettings': getInterpreterSettings,
  'interpreters.saveSupplier': saveSupplier,
  'interpreters.saveLeadDays': saveLeadDays,
  'interpreters.listMyInterpreters': listMyInterpreters,
  'interpreters.saveMyQuestion': saveMyQuestion,
  'interpreters.removeMyQuestion': removeMyQuestion,
}
