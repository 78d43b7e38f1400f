import { answerEmployerLink, getEmployerLink, syncEmployerLink, wishEmployerLink } from './employer-link.operations.ts'
import { againGuestLink, againMine, answerGuestLink, answerMine, getGuestLink, getMine, listMine, wishGuestLink, wishMine } from './guest.operations.ts'
import { getWall, getWallLink } from './wall.operations.ts'

/** The operations of this slice, by name. */
export const meetingsOperations = {
  'meetings.getEmployerLink': getEmployerLink,
  'meetings.answerEmployerLink': answerEmployerLink,
  'meetings.wishEmployerLink': wishEmployerLink,
  'meetings.syncEmployerLink': syncEmployerLink,
  'meetings.getGuestLink': getGuestLink,
  'meetings.answerGuestLink': answerGuestLink,
  'meetings.wishGuestLink': wishGuestLink,
  'meetings.againGuestLink': againGuestLink,
  'meetings.getWallLink': getWallLink,
  'meetings.listMine': listMine,
  'meetings.getMine': getMine,
  'meetings.answerMine': answerMine,
  'meetings.wishMine': wishMine,
  'meetings.againMine': againMine,
  'meetings.getWall': getWall,
}
