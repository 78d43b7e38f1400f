import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

const Word = z.string().nullable()
const Year = z.int().nullable()

/** What is kept of one person that a talk would otherwise ask for, as it stands on a day. Nothing of health, numbers, addresses or economy. */
export const PersonFacts = z.object({
  firstLanguage: Word, interpreterLanguage: Word,
  languages: z.array(z.object({ language: z.string(), skill: z.string(), level: z.string(), evidence: z.string(), on: PlainDate.nullable(), source: Word })),
  education: z.array(z.object({ level: z.int(), field: Word, country: Word, fromYear: Year, toYear: Year, isCompleted: z.boolean(), recognition: z.string(), evidence: z.string() })),
  work: z.array(z.object({ title: z.string(), occupationName: Word, employer: Word, country: Word, fromYear: Year, toYear: Year, months: Year, evidence: z.string() })),
  skills: z.array(z.object({ name: z.string(), evidence: z.string(), on: PlainDate.nullable(), seenBy: Word })),
  certificates: z.array(z.object({ kind: z.string(), name: z.string(), validUntil: PlainDate.nullable(), evidence: z.string() })),
  wishes: z.array(z.object({ wording: z.string(), occupationName: Word })),
  frame: z.object({ hoursPerWeek: z.number().nullable(), earliest: Word, latest: Word, weekdays: z.array(z.int()), transport: z.array(z.string()), travelMinutes: z.int().nullable() }).nullable(),
  goal: z.object({ finalGoal: Word, goalIs: z.string(), occupationName: Word, longTermGoals: Word, on: PlainDate }).nullable(),
  words: z.array(z.object({ words: z.string(), language: Word, on: PlainDate })),
})
export type PersonFacts = z.infer<typeof PersonFacts>

/** What colleagues see besides in a talk, and what is never sent along to anybody. */
export const HomeFacts = z.object({ family: z.array(z.object({ relation: z.string(), name: z.string(), birthYear: z.int().nullable() })), careDuties: Word, cannot: z.array(z.string()), note: Word })
export type HomeFacts = z.infer<typeof HomeFacts>
