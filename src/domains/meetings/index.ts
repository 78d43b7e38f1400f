import { closeOwnLink } from './close-own-link.operations.ts'
import { closeLinks } from './close-links.operations.ts'
import { getPapers } from './paper/paper.operations.ts'
import { getReport, propose, saveOutcome, sendThanks, startPlace } from './after.operations.ts'
import { closeDay, getDay, listDays, saveDay, startDay } from './day.operations.ts'
import { answerEmployerLink, getEmployerLink, syncEmployerLink, wishEmployerLink } from './employer-link.operations.ts'
import { againGuestLink, againMine, answerGuestLink, answerMine, getGuestLink, getMine, hideGuestLink, hideMine, listMine, wishGuestLink, wishMine } from './guest.operations.ts'
import { addGuests, listCandidates, removeGuest, saveGuest } from './guests.operations.ts'
import { noteCame } from './note-came.operations.ts'
import { makeLink, recordReply, sendInvitations } from './invite.operations.ts'
import { listEmployerChoices, removeEmployer, saveEmployer } from './employer.operations.ts'
import { markEmployer, markGuest, markInterpreter, markMeeting } from './live.operations.ts'
import { removeInterpreter, removeRoom, saveInterpreter, saveRoom } from './place.operations.ts'
import { makePlan, pinMeeting, setMeeting } from './plan.operations.ts'
import { saveWish } from './wish.operations.ts'
import { getWallLink } from './wall.operations.ts'

/** The operations of this slice, by name. */
export const meetingsOperations = {
  'meetings.listDays': listDays,
  'meetings.getDay': getDay,
  'meetings.saveDay': saveDay,
  'meetings.startDay': startDay,
  'meetings.closeDay': closeDay,
  'meetings.saveRoom': saveRoom,
  'meetings.removeRoom': removeRoom,
  'meetings.saveInterpreter': saveInterpreter,
  'meetings.removeInterpreter': removeInterpreter,
  'meetings.listEmployerChoices': listEmployerChoices,
  'meetings.saveEmployer': saveEmployer,
  'meetings.removeEmployer': removeEmployer,
  'meetings.listCandidates': listCandidates,
  'meetings.addGuests': addGuests,
  'meetings.saveGuest': saveGuest,
  'meetings.removeGuest': removeGuest,
  'meetings.saveWish': saveWish,
  'meetings.sendInvitations': sendInvitations,
  'meetings.recordReply': recordReply,
  'meetings.makeLink': makeLink,
  'meetings.makePlan': makePlan,
  'meetings.pinMeeting': pinMeeting,
  'meetings.setMeeting': setMeeting,
  'meetings.markGuest': markGuest,
  'meetings.markEmployer': markEmployer,
  'meetings.markInterpreter': markInterpreter,
  'meetings.markMeeting': markMeeting,
  'meetings.noteCame': noteCame,
  'meetings.saveOutcome': saveOutcome,
  'meetings.startPlace': startPlace,
  'meetings.propose': propose,
  'meetings.getReport': getReport,
  'meetings.sendThanks': sendThanks,
  'meetings.getPapers': getPapers,
  'meetings.closeLinks': closeLinks,
  'meetings.getEmployerLink': getEmployerLink,
  'meetings.answerEmployerLink': answerEmployerLink,
  'meetings.wishEmployerLink': wishEmployerLink,
  'meetings.syncEmployerLink': syncEmployerLink,
  'meetings.getGuestLink': getGuestLink,
  'meetings.answerGuestLink': answerGuestLink,
  'meetings.wishGuestLink': wishGuestLink,
  'meetings.againGuestLink': againGuestLink,
  'meetings.hideGuestLink': hideGuestLink,
  'meetings.getWallLink': getWallLink,
  'meetings.closeOwnLink': closeOwnLink,
  'meetings.listMine': listMine,
  'meetings.getMine': getMine,
  'meetings.answerMine': answerMine,
  'meetings.wishMine': wishMine,
  'meetings.againMine': againMine,
  'meetings.hideMine': hideMine,
}
