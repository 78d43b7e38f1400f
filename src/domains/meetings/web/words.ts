import type { Output } from '#web/api.ts'
import type { Tone } from '#web/ui/Tag.tsx'
import type { DayState, Reply } from '../meeting.schema.ts'

/** A day as its page has it. */
export type Day = Output<'meetings.getDay'>
export type Guest = Day['guests'][number]
export type Employer = Day['employers'][number]
export type Slot = Day['slots'][number]

export const stateTones: Record<DayState, Tone> = { draft: 'neutral', invited: 'info', planned: 'accent', live: 'success', closed: 'neutral' }
export const replyTones: Record<Reply, Tone> = { not_asked: 'neutral', invited: 'info', yes: 'success', no: 'danger', later: 'warning' }

/** What a change on the day moved. */
export type Change = Output<'meetings.markGuest'>
/** Two who were to meet, and what was said. */
export type Pair = { key: string; guest: Guest; employer: Employer; state: Slot['state']; isUnnoted: boolean; outcome: Day['outcomes'][number] | undefined }

/** Everything that shows a day, fetched again after each change. */
export const showsDay = ['meetings.getDay', 'meetings.listDays', 'meetings.getReport', 'meetings.listCandidates', 'meetings.listEmployerChoices'] as const

/** Meetings that stand. */
export const standing = ({ slots }: Day): Slot[] => slots.filter(({ state }) => state === 'planned' || state === 'held')
