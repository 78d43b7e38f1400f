import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText, directionOf, toServerLocale } from '#platform/texts.ts'
import type { DayPage } from '../day.schema.ts'
import { roomPictures } from '../room-picture.core.ts'
import { paperTexts } from './paper-texts.ts'

/** A drawing as the type setter reads it. */
type Drawing = { name: string; svg: string } | null
type GuestRow = { time: string; employer: string; table: number; room: Drawing; interpreter: boolean }
/** One guest's plan, in her language, ready to be set in large print. */
export type GuestPaper = { kind: 'guest'; lang: ServerLocale; dir: 'ltr' | 'rtl'; number: number; name: string; day: string; place: string; rows: GuestRow[]; words: { title: string; number: string; table: string; room: string; interpreter: string; none: string; changes: string } }
type HostRow = { time: string; table: number; number: number; name: string; interpreter: boolean }
/** An employer's list, with room to tick and to write. */
export type HostPaper = { kind: 'host'; lang: ServerLocale; dir: 'ltr'; employer: string; day: string; place: string; rows: HostRow[]; words: Record<'title' | 'time' | 'table' | 'who' | 'name' | 'interpreter' | 'further' | 'perhaps' | 'notNow' | 'note' | 'noteHelp', string> }

/** The picture for the door of a room. */
export type DoorPaper = { kind: 'door'; room: Drawing }

type Slot = DayPage['slots'][number]
const goesOn = ({ state }: Slot): boolean => state === 'planned' || state === 'held'
const drawingOf = ({ rooms }: DayPage, roomId: string | null): Drawing => {
  const room = rooms.find(({ id }) => id === roomId)
  return room ? { name: room.name, svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="#12564d" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="${roomPictures[room.picture]}"/></svg>` } : null
}
const timeOf = ({ rounds }: DayPage, { round }: Slot): string => `${rounds[round]?.from ?? ''}–${rounds[round]?.to ?? ''}`
const slotsOf = ({ slots }: DayPage, is: (slot: Slot) => boolean): Slot[] => slots.filter((slot) => goesOn(slot) && is(slot)).toSorted((a, b) => a.round - b.round || a.table - b.table)

/** The plan of one guest. A sheet may be left lying, so it has her given name only with her yes; the number is enough to find her. Her number, and each meeting with the time, the picture on the door, and the table. */
export function guestPaper(day: DayPage, guest: DayPage['guests'][number]): GuestPaper {
  const lang = toServerLocale(guest.locale)
  const t = paperTexts(lang)
  return {
    kind: 'guest', lang, dir: directionOf(lang), number: guest.number, name: guest.shownName ?? '', day: dayNameText(lang, day.onDate), place: day.place,
    rows: slotsOf(day, ({ guestId }) => guestId === guest.id).map((slot) => ({ time: timeOf(day, slot), employer: day.employers.find(({ id }) => id === slot.employerId)?.name ?? '', table: slot.table, room: drawingOf(day, slot.roomId), interpreter: slot.interpreterId !== null })),
    words: { title: t('paper.title'), number: t('paper.number'), table: t('paper.table'), room: t('paper.room'), interpreter: t('paper.interpreter'), none: t('paper.none'), changes: t('paper.changes') },
  }
}

/** The list of one employer: numbers, and given names with their yes; never more. */
export function hostPaper(day: DayPage, employer: DayPage['employers'][number], lang: 'nb' | 'nn'): HostPaper {
  const t = paperTexts(lang)
  return {
    kind: 'host', lang, dir: 'ltr', employer: employer.name, day: dayNameText(lang, day.onDate), place: day.place,
    rows: slotsOf(day, ({ employerId }) => employerId === employer.id).flatMap((slot) => {
      const guest = day.guests.find(({ id }) => id === slot.guestId)
      return guest ? [{ time: timeOf(day, slot), table: slot.table, number: guest.number, name: guest.shownName ?? '', interpreter: slot.interpreterId !== null }] : []
    }),
    words: { title: t('paper.hostTitle'), time: t('paper.time'), table: t('paper.table'), who: t('paper.who'), name: t('paper.name'), interpreter: t('paper.interpreter'), further: t('paper.further'), perhaps: t('paper.perhaps'), notNow: t('paper.notNow'), note: t('paper.note'), noteHelp: t('paper.noteHelp') },
  }
}

/** One room's picture, as large as a door sign, with its name. */
export const doorPaper = (day: DayPage, roomId: string): DoorPaper => ({ kind: 'door', room: drawingOf(day, roomId) })
