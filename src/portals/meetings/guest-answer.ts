import type { z } from 'zod'
import type { GuestAnswerInput, GuestPage } from '#domains/meetings/portal.schema.ts'
import { Answer } from '#domains/meetings/meeting.schema.ts'
import { Refused } from '#platform/problem.ts'
import type { GuestNotice } from './guest-invitation.ts'

type Fields = Record<string, string | undefined>
type Input = z.input<typeof GuestAnswerInput>

/** Her answer as posted: a press of "I am coming" leaves what she needs as it was, and the other way round. */
export function guestAnswer({ guest }: GuestPage, fields: Fields): Input {
  const said = Answer.safeParse(fields['action'] === 'reply' ? fields['reply'] : guest.reply)
  const reply = said.success ? said.data : 'yes'
  const { shownName, introduction, language, from, to } = guest
  if (fields['action'] === 'reply') return { reply, showName: shownName !== null, name: shownName, introduction: introduction ?? '', language, from, to }
  const words = (name: string): string | null => fields[name]?.trim() || null
  return { reply, showName: fields['showName'] === 'on', name: words('name'), introduction: words('introduction') ?? '', language: words('language'), from: words('from'), to: words('to') }
}

const notices = { 'meetings.answerTooLate': 'refused.closed', 'meetings.wishTooLate': 'refused.closed', 'meetings.nameIsProtected': 'refused.name', 'meetings.leavesBefore': 'refused.hours' } as const
const isKnown = (code: string): code is keyof typeof notices => Object.hasOwn(notices, code)

/** What the page says of how it went. */
export async function noticeOf(work: Promise<unknown>): Promise<GuestNotice> {
  try {
    await work
    return 'saved'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.refusals.map(({ code }) => code).filter(isKnown).map((code) => notices[code])[0] ?? 'refused'
  }
}
