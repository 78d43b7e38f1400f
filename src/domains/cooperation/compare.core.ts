import type { Body, Contact, Difference, DivisionContent, Duty } from './division.schema.ts'

type Names = (id: string) => string

const contactText = ({ accountId, text }: Contact, nameOf: Names): string => [accountId === null ? null : nameOf(accountId), text].filter(Boolean).join(', ')

function changedFields<T extends object>(before: T, after: T): string[] {
  return (Object.keys(after) as (keyof T & string)[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])) // reason for the cast: Object.keys forgets the literal names
}

type Told<T> = { what: Difference['what']; nameOf: (one: T) => string; idOf: (one: T) => string; textOf: (one: T) => string }

function differencesIn<T extends object>(before: readonly T[], after: readonly T[], { what, nameOf, idOf, textOf }: Told<T>): Difference[] {
  const gone = before.filter((one) => !after.some((other) => idOf(other) === idOf(one))).map((one): Difference => ({ what, name: nameOf(one), change: 'removed', fields: [], before: textOf(one), after: null }))
  const others = after.flatMap((one): Difference[] => {
    const was = before.find((other) => idOf(other) === idOf(one))
    if (was === undefined) return [{ what, name: nameOf(one), change: 'added', fields: [], before: null, after: textOf(one) }]
    const fields = changedFields(was, one)
    return fields.length === 0 ? [] : [{ what, name: nameOf(one), change: 'changed', fields, before: textOf(was), after: textOf(one) }]
  })
  return [...others, ...gone]
}

/** What is otherwise between two versions: duties first, then bodies, then open questions. Ids of accounts come out as names. */
export function divisionDifferences(before: DivisionContent, after: DivisionContent, nameOf: Names): Difference[] {
  const bodyName = (content: DivisionContent) => (key: string): string => content.bodies.find((one) => one.key === key)?.name ?? key
  const dutyText = (content: DivisionContent) => (duty: Duty): string => [duty.responsible === null ? null : bodyName(content)(duty.responsible), [...duty.takesPart, ...duty.told].map(bodyName(content)).join(', '), contactText(duty.contact, nameOf), contactText(duty.standIn, nameOf), duty.note].filter(Boolean).join(' · ')
  const bodyText = ({ name, contact, standIn }: Body): string => [name, contactText(contact, nameOf), contactText(standIn, nameOf)].filter(Boolean).join(' · ')
  const of = (content: DivisionContent) => (one: Duty): string => dutyText(after.duties.includes(one) ? after : content)(one)
  return [
    ...differencesIn(before.duties, after.duties, { what: 'duty', nameOf: ({ name }) => name, idOf: ({ id }) => id, textOf: of(before) }),
    ...differencesIn(before.bodies, after.bodies, { what: 'body', nameOf: ({ name }) => name, idOf: ({ key }) => key, textOf: bodyText }),
    ...(before.openQuestions === after.openQuestions ? [] : [{ what: 'questions' as const, name: '', change: 'changed' as const, fields: [], before: before.openQuestions, after: after.openQuestions }]),
  ]
}
