import { z } from 'zod'
import { CefrLevel, LanguageSkill } from '#shared/cefr.ts'
import { OpeningKind } from '../../match.schema.ts'
import type { Part, PricedPart } from '../what-if.schema.ts'
import { Way } from '../what-if.schema.ts'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Cost = { cost: z.int().min(0).max(1_000_000_000) }
const Count = z.int().min(1).max(500)
const Name = z.string().trim().min(1).max(120)

/** What is typed for each kind of part: flat, so that every field has its place in a form. */
export const PartForms = {
  like: z.object({ count: Count, like: z.uuid(), ...Cost }),
  places: z.object({ count: Count, title: Name, occupationCode: z.string().optional(), level: CefrLevel.optional(), weekdays: z.array(z.string()).min(1), from: Time, to: Time, reachableBy: z.array(Way).optional(), ...Cost }),
  travel: z.object({ way: Way, to: z.array(Name).optional(), earliest: Time.optional(), ...Cost }),
  level: z.object({ from: CefrLevel, to: CefrLevel, employerId: z.uuid().optional(), occupation: z.string().regex(/^\d{1,4}$/).optional(), kind: OpeningKind.optional(), ...Cost }),
  course: z.object({ gives: z.enum(['level', 'certificate', 'skill']), skill: LanguageSkill.optional(), name: Name.optional(), seats: Count, ...Cost })
    .refine(({ gives, skill, name }) => (gives === 'level' ? skill : name) !== undefined, { path: ['name'], params: { code: 'shape.required' } }),
  licence: z.object({ name: Name, seats: Count, ...Cost }),
  childcare: z.object({ until: Time, seats: Count.optional(), ...Cost }),
} as const
export const PART_KINDS = ['like', 'places', 'travel', 'level', 'course', 'licence', 'childcare'] as const
export type PartKind = (typeof PART_KINDS)[number]
type Typed<K extends PartKind> = z.output<(typeof PartForms)[K]>

const none = { title: '–', occupationCode: null, level: null, schedule: [], reachableBy: [] }
/** The part that was typed. */
export const partOf: { [K in PartKind]: (typed: Typed<K>) => Part } = {
  like: ({ count, like }) => ({ is: 'places', count, like, ...none }),
  places: ({ count, title, occupationCode, level, weekdays, from, to, reachableBy }) => ({ is: 'places', count, like: null, title, occupationCode: occupationCode ?? null, level: level ?? null,
    schedule: weekdays.map((weekday) => ({ weekday: Number(weekday), from, to })), reachableBy: reachableBy ?? [] }),
  travel: ({ way, to, earliest }) => ({ is: 'travel', way, to: to ?? [], earliest: earliest ?? null }),
  level: ({ from, to, employerId, occupation, kind }) => ({ is: 'level', from, to, employerId: employerId ?? null, occupation: occupation ?? null, kind: kind ?? null }),
  course: ({ gives, skill, name, seats }) => ({ is: 'course', seats, gives: gives === 'level' ? { is: 'level', skill: skill ?? 'spoken_interaction' } : { is: gives, name: name ?? '' } }),
  licence: ({ name, seats }) => ({ is: 'licence', name, seats }),
  childcare: ({ until, seats }) => ({ is: 'childcare', until, seats: seats ?? null }),
}

export const pricedOf = <K extends PartKind>(kind: K, typed: Typed<K>): PricedPart => ({ part: partOf[kind](typed), cost: typed.cost })
