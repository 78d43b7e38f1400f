import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import { operation } from '#platform/operation.ts'
import { Refused, refuseIf } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { loadPage } from '../load-page.ts'
import type { DoorPaper, GuestPaper, HostPaper } from './write-papers.ts'
import { doorPaper, guestPaper, hostPaper } from './write-papers.ts'

const template = readFileSync(new URL('meeting-papers.typ', import.meta.url), 'utf8')

/** Of whom: all who have not said no, or those named. */
const PapersInput = z.object({ dayId: Id, of: z.enum(['guests', 'employers', 'doors']), ids: z.array(Id).max(1000).optional(), locale: z.enum(['nb', 'nn']).default('nb') })

const fileNames = { guests: 'planer', employers: 'lister', doors: 'dorer' } as const

/** The papers of a day in one file for the printer: every guest's plan in large print in her language, every employer's list, or the pictures for the doors. */
export const getPapers = operation({
  permission: 'meetings.read', reads: true, input: PapersInput, output: FileOutput.extend({ personIds: z.array(z.uuid()) }), subjects: (_, { personIds }) => personIds,
  async run(context, { dayId, of, ids, locale }) {
    const day = await loadPage(context, dayId)
    const isAsked = ({ id, reply }: { id: string; reply: string }): boolean => (ids === undefined ? reply !== 'no' : ids.includes(id))
    const guests = of === 'guests' ? day.guests.filter(isAsked) : []
    const papers = of === 'doors' ? day.rooms.map((room) => doorPaper(day, room.id)) : of === 'guests' ? guests.map((guest) => guestPaper(day, guest)) : day.employers.filter(isAsked).map((employer) => hostPaper(day, employer, locale))
    refuseIf(check(papers.length > 0, { code: 'meetings.nobodyToPrint' }))
    return { personIds: guests.flatMap(({ personId }) => personId ?? []), fileName: `motedag-${day.onDate}-${fileNames[of]}.pdf`, contentType: 'application/pdf', bytes: set({ title: day.title, author: day.office, madeOn: context.today, papers }) }
  },
})

function set(data: { title: string; author: string; madeOn: string; papers: (GuestPaper | HostPaper | DoorPaper)[] }): Uint8Array<ArrayBuffer> {
  try {
    return setPdf(template, data, 'a-2a')
  } catch (error) {
    if (error instanceof NoTypst) throw new Refused({ code: 'meetings.noTypesetter' })
    throw error
  }
}
