import { draws } from '#matching/engine/draw.ts'
import type { Interest, MeetingEvent } from '#matching/meetings/event.ts'

export type Shape = {
  participants: number
  employers: number
  slots: number
  /** Tables at each employer. */
  tables: number
  wishesEach: number
  most: number
  least?: number
  /** Share of slots in which somebody is away. */
  away?: number
  rooms?: number
  /** How many tables a room holds at once. */
  roomTables?: number
  /** Share of participants who need an interpreter, and how many interpreters there are. */
  needsInterpreter?: number
  interpreters?: number
}

const interests = [0, 1, 2, 3] as const

/** A day drawn by a seed; some employers are wished for much more than others. */
export function drawnEvent(shape: Shape, seed: number): MeetingEvent {
  const draw = draws(seed)
  const below = (most: number): number => Math.floor(draw() * most)
  const { away = 0, rooms = Math.ceil(shape.employers / 6), least = 0, needsInterpreter = 0, interpreters = 0 } = shape
  const present = (): boolean[] => Array.from({ length: shape.slots }, () => draw() >= away)
  const interest = (): Interest => interests[below(4)] ?? 0
  const languages = ['ti', 'ar', 'uk']
  const made = {
    slots: Array.from({ length: shape.slots }, (_, s) => ({ from: 540 + 15 * s, to: 552 + 15 * s })),
    rooms: Array.from({ length: rooms }, (_, r) => ({ id: `R${r}`, at: [(r % 4) * 15, Math.floor(r / 4) * 20] satisfies [number, number], tables: shape.roomTables })),
    employers: Array.from({ length: shape.employers }, (_, e) => ({ id: `E${e}`, tables: shape.tables, room: `R${e % rooms}`, present: present() })),
    participants: Array.from({ length: shape.participants }, (_, p) => ({ id: `P${p}`, present: present(), most: shape.most, least, language: draw() < needsInterpreter ? languages[below(3)] : undefined })),
    interpreters: Array.from({ length: interpreters }, (_, k) => ({ id: `T${k}`, languages: languages.filter((_one, at) => at === k % 3 || draw() < 0.2), present: present() })),
    fixed: [],
  }
  const wishes = made.participants.flatMap(({ id }) => {
    const chosen = new Set<number>()
    while (chosen.size < Math.min(shape.wishesEach, shape.employers)) chosen.add(Math.floor(draw() ** 1.5 * shape.employers))
    return [...chosen].map((e) => ({ participant: id, employer: `E${e}`, byParticipant: interest(), byEmployer: interest() }))
  })
  return { ...made, wishes }
}
