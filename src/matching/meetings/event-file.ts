import { z } from 'zod'
import { clockOf, minutesOf } from './clock.ts'
import type { MeetingEvent, MeetingPlan } from './event.ts'
import { whatIsWrong } from './what-is-wrong.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a clock time, for example "10:15".')
const Span = z.tuple([Clock, Clock])
const Count = z.int().min(0)
const There = { from: Clock.optional(), until: Clock.optional(), away: z.array(Span).optional() }
const Interest = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])

const EventFile = z.strictObject({
  slots: z.array(Span),
  rooms: z.array(z.strictObject({ id: z.string(), at: z.tuple([z.number(), z.number()]).optional(), tables: Count.optional() })).optional(),
  employers: z.array(z.strictObject({ id: z.string(), tables: Count.optional(), room: z.string().optional(), most: Count.optional(), ...There })),
  participants: z.array(z.strictObject({ id: z.string(), most: Count.optional(), least: Count.optional(), language: z.string().optional(), ...There })),
  interpreters: z.array(z.strictObject({ id: z.string(), languages: z.array(z.string()), ...There })).optional(),
  wishes: z.array(z.tuple([z.string(), z.string(), Interest, Interest])),
  fixed: z.array(z.strictObject({ participant: z.string(), employer: z.string(), from: Clock, table: z.int().min(1), interpreter: z.string().optional() })).optional(),
})
type EventFile = z.infer<typeof EventFile>

const PlanFile = z.object({
  meetings: z.array(z.object({ participant: z.string(), employer: z.string(), from: Clock, table: z.int().min(1), room: z.string(), interpreter: z.string().optional() })),
  value: z.number(), upperBound: z.number(),
})

export type ReadEvent = { ok: true; event: MeetingEvent } | { ok: false; reasons: string[] }
type Reading<T> = { ok: true; value: T } | { ok: false; reasons: string[] }

const MOST_REASONS = 50
const ONLY_ROOM = 'room'

function read<T>(schema: z.ZodType<T>, value: unknown): Reading<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const where = (path: readonly PropertyKey[]): string => path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '') || 'file'
  return { ok: false, reasons: parsed.error.issues.slice(0, MOST_REASONS).map(({ path, message }) => `${where(path)}: ${message}`) }
}

/** There in a slot: come when it begins, still there when it ends, and in no part of it away. */
function presentIn(slots: MeetingEvent['slots'], { from, until, away = [] }: { from?: string; until?: string; away?: [string, string][] }): boolean[] {
  const [come, leave] = [minutesOf(from ?? '00:00'), until === undefined ? Infinity : minutesOf(until)]
  return slots.map((slot) => come <= slot.from && slot.to <= leave && !away.some(([a, b]) => minutesOf(a) < slot.to && slot.from < minutesOf(b)))
}

const backwards = (where: string, one: { from?: string; until?: string; away?: [string, string][] }): string[] => [
  ...(one.from !== undefined && one.until !== undefined && one.until <= one.from ? [`${where}: leaves (${one.until}) before coming (${one.from}).`] : []),
  ...(one.away ?? []).flatMap(([from, to], at) => (to <= from ? [`${where}.away[${at}]: ends (${to}) before it begins (${from}).`] : [])),
]

function eventFrom(file: EventFile): MeetingEvent {
  const slots = file.slots.map(([from, to]) => ({ from: minutesOf(from), to: minutesOf(to) }))
  const rooms = file.rooms ?? [{ id: ONLY_ROOM }]
  return { slots, rooms: rooms.map(({ id, at = [0, 0], tables }) => ({ id, at, tables })),
    employers: file.employers.map(({ id, tables = 1, room = rooms[0]?.id ?? ONLY_ROOM, most, ...there }) => ({ id, tables, room, most, present: presentIn(slots, there) })),
    participants: file.participants.map(({ id, most = slots.length, least = 0, language, ...there }) => ({ id, most, least, language, present: presentIn(slots, there) })),
    interpreters: (file.interpreters ?? []).map(({ id, languages, ...there }) => ({ id, languages, present: presentIn(slots, there) })),
    wishes: file.wishes.map(([participant, employer, byParticipant, byEmployer]) => ({ participant, employer, byParticipant, byEmployer })),
    fixed: (file.fixed ?? []).map(({ from, table, ...one }) => ({ ...one, slot: slots.findIndex((slot) => slot.from === minutesOf(from)), table: table - 1 })) }
}

/** An event as `meeting plan` reads it (README.md), or every reason it cannot be read. */
export function readEvent(value: unknown): ReadEvent {
  const file = read(EventFile, value)
  if (!file.ok) return file
  const { employers, participants, interpreters = [], fixed = [], slots } = file.value
  const event = eventFrom(file.value)
  const starts = new Set(slots.map(([from]) => from))
  const reasons = [...Object.entries({ employers, participants, interpreters }).flatMap(([name, all]) => all.flatMap((one, at) => backwards(`${name}[${at}]`, one))),
    ...fixed.flatMap(({ from }, at) => (starts.has(from) ? [] : [`fixed[${at}].from: no slot begins at ${from}.`]))]
  const all = [...reasons, ...(reasons.length === 0 ? whatIsWrong(event).map(({ words }) => words) : [])]
  return all.length > 0 ? { ok: false, reasons: all.slice(0, MOST_REASONS) } : { ok: true, event }
}

/** A plan with clock times, tables numbered from 1. */
export const writePlan = ({ slots }: MeetingEvent, { meetings, ...plan }: MeetingPlan) => ({
  meetings: meetings.map(({ slot, table, participant, employer, room, interpreter }) => ({ from: clockOf(slots[slot]?.from ?? 0), to: clockOf(slots[slot]?.to ?? 0), participant, employer, room, table: table + 1, interpreter })),
  ...plan,
})

/** A plan as `writePlan` writes it, to be checked. */
export function readPlan({ slots }: MeetingEvent, value: unknown): Reading<Pick<MeetingPlan, 'meetings' | 'value' | 'upperBound'>> {
  const file = read(PlanFile, value)
  if (!file.ok) return file
  const meetings = file.value.meetings.map(({ from, table, ...one }) => ({ ...one, slot: slots.findIndex((slot) => slot.from === minutesOf(from)), table: table - 1 }))
  return { ok: true, value: { ...file.value, meetings } }
}
