import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

const Answer = z.string().trim().max(2000).transform((value) => value || null).nullable().default(null)
const Count = z.int().min(0).max(10_000).nullable().default(null)

export const NeedChannel = z.enum(['visit', 'call', 'meeting', 'mail'])
export type NeedChannel = z.infer<typeof NeedChannel>

/** The one-page guide (EMP-01): every question may stay unanswered, for the talk decides. */
export const NeedAnswers = z.object({
  business: Answer, formalCompetence: Answer, informalCompetence: Answer, tasks: Answer,
  numberNow: Count, numberComing: Count, comingYears: Answer, seasons: Answer,
  supervisors: Answer, experience: Answer, toSayYes: Answer, supportKnown: Answer, labourToday: Answer, longTerm: Answer,
  /** Occupations the need is for, where the talk came to that: what a plan can be set beside (KAR-02). */
  occupationCodes: z.array(z.string().regex(/^\d{4}$/)).max(8).default([]),
})
export type NeedAnswers = z.infer<typeof NeedAnswers>

/** The questions in the order of the talk, under their headings. */
export const needGuide = [
  { heading: 'work', questions: ['business', 'tasks', 'formalCompetence', 'informalCompetence'] },
  { heading: 'people', questions: ['numberNow', 'numberComing', 'comingYears', 'seasons', 'labourToday'] },
  { heading: 'together', questions: ['supervisors', 'experience', 'toSayYes', 'supportKnown', 'longTerm'] },
] as const satisfies readonly { heading: string; questions: readonly Exclude<keyof NeedAnswers, 'occupationCodes'>[] }[]

export const WriteNeedInput = z.object({
  id: Id, /** Absent for a new one. */ version: z.int().optional(), employerId: Id, talkedOn: PlainDate, channel: NeedChannel, answers: NeedAnswers,
})
export type WriteNeedInput = z.output<typeof WriteNeedInput>

export const Need = z.object({
  id: Id, version: z.int(), talkedOn: PlainDate, channel: NeedChannel, by: z.string(), confirmedOn: PlainDate, answers: NeedAnswers,
})
export type Need = z.infer<typeof Need>
