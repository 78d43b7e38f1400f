import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Body, Contact, DivisionContent, Duty, DutyKind, Gap, Phase, SaveDivisionInput, Version } from './division.schema.ts'
import { DUTY_KINDS } from './division.schema.ts'

/** A review within this many days is due: shown to the one who is to see to it. */
export const REVIEW_DAYS = 30

const twice = (list: readonly string[]): boolean => new Set(list).size !== list.length

function contentRefusals({ bodies, duties }: DivisionContent): Refusal[] {
  const keys = bodies.map(({ key }) => key)
  return [
    ...check(!twice(keys) && !twice(bodies.map(({ name }) => name.toLowerCase())), { code: 'division.bodyTwice', path: 'content.bodies' }),
    ...check(!twice(duties.map(({ id }) => id)), { code: 'division.dutyTwice', path: 'content.duties', params: { duty: '' } }),
    ...duties.flatMap((duty, index) => {
      const path = `content.duties.${index}`
      const named = [...(duty.responsible === null ? [] : [duty.responsible]), ...duty.takesPart, ...duty.told]
      return [
        ...check(named.every((key) => keys.includes(key)), { code: 'division.bodyUnknown', path, params: { duty: duty.name } }),
        ...check(!twice(named), { code: 'division.partTwice', path, params: { duty: duty.name } }),
        ...check(duty.kind === null || !duties.slice(0, index).some(({ kind, phase }) => kind === duty.kind && phase === duty.phase), { code: 'division.dutyTwice', path, params: { duty: duty.name } }),
      ]
    }),
  ]
}

/** Whether a version may be saved: whole, agreed by somebody on a day that has been, with somebody to look at it again, and a reason when it changes something. */
export const maySaveDivision = (input: SaveDivisionInput, before: { agreedOn: PlainDate | null } | undefined, today: PlainDate): Refusal[] => [
  ...check((input.agreedOn === null) === (input.agreedBy === null), { code: 'division.agreedHalf', path: input.agreedOn === null ? 'agreedOn' : 'agreedBy' }),
  ...check(input.agreedOn === null || input.agreedOn <= today, { code: 'division.agreedInFuture', path: 'agreedOn' }),
  ...check(input.reviewOn === null || input.reviewOn > input.validFrom, { code: 'division.reviewBeforeStart', path: 'reviewOn' }),
  ...check(input.reviewOn === null || input.reviewerId !== null, { code: 'division.reviewer', path: 'reviewerId' }),
  ...check(before === undefined || input.reason !== null, { code: 'division.reason', path: 'reason' }),
  ...contentRefusals(input.content),
]

type Dated = Pick<Version, 'number' | 'agreedOn' | 'validFrom'>

/** How each version stands on a day: the newest agreed one that has begun holds. A proposal that was replaced is a former one. */
export function statesOf<V extends Dated>(versions: readonly V[], today: PlainDate): Map<number, Version['state']> {
  const newest = Math.max(...versions.map(({ number }) => number))
  const begun = versions.filter(({ agreedOn, validFrom }) => agreedOn !== null && validFrom <= today)
  const holds = begun.toSorted((a, b) => b.number - a.number)[0]?.number ?? 0
  const stateOf = ({ number, agreedOn, validFrom }: V): Version['state'] => {
    if (number === holds) return 'holds'
    if (agreedOn === null) return number === newest ? 'proposal' : 'former'
    return validFrom > today && number > holds ? 'coming' : 'former'
  }
  return new Map(versions.map((one) => [one.number, stateOf(one)]))
}

/** Whether the review is due on a day, a month before and after. */
export const isReviewDue = (reviewOn: PlainDate | null, today: PlainDate): boolean => reviewOn !== null && reviewOn <= addDays(today, REVIEW_DAYS)

const isSet = ({ accountId, text }: Contact): boolean => accountId !== null || text !== null
const orElse = (own: Contact, other: Contact | undefined): Contact => (isSet(own) ? own : other ?? own)

/** The row for a duty in a phase: one of that phase, else the one that always holds. */
export const rowFor = (duties: readonly Duty[], kind: DutyKind, phase: Phase): Duty | undefined => {
  const rows = duties.filter((duty) => duty.kind === kind)
  return rows.find((duty) => duty.phase === phase) ?? rows.find((duty) => duty.phase === 'any')
}

/** Whom to turn to for a duty, and who stands in: its own, else the responsible body's. */
export function contactsOf(duty: Duty, bodies: readonly Body[]): { contact: Contact; standIn: Contact } {
  const body = bodies.find(({ key }) => key === duty.responsible)
  return { contact: orElse(duty.contact, body?.contact), standIn: orElse(duty.standIn, body?.standIn) }
}

/** What nobody has, or nobody can be rung about: what the agreement is there to prevent. */
export function gapsOf({ bodies, duties }: DivisionContent, closed: ReadonlySet<string>): Gap[] {
  const known = duties.flatMap((duty): Gap[] => {
    const of = { dutyId: duty.id, kind: duty.kind, name: duty.name, phase: duty.phase }
    if (duty.responsible === null) return [{ ...of, why: 'nobody' }]
    const { contact } = contactsOf(duty, bodies)
    if (!isSet(contact)) return [{ ...of, why: 'no_contact' }]
    return contact.accountId !== null && closed.has(contact.accountId) ? [{ ...of, why: 'contact_gone' }] : []
  })
  const leftOut = DUTY_KINDS.filter((kind) => !duties.some((duty) => duty.kind === kind)).map((kind): Gap => ({ why: 'left_out', dutyId: null, kind, name: null, phase: 'any' }))
  return [...known, ...leftOut]
}

/** Every account that is named in it. */
export const accountsIn = ({ bodies, duties }: DivisionContent): string[] =>
  [...new Set([...bodies, ...duties].flatMap(({ contact, standIn }) => [contact.accountId, standIn.accountId].filter((id) => id !== null)))]
