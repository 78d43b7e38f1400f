import type { Refusal } from '#shared/decision.ts'
import type { FieldChange } from '#shared/import-result.ts'
import type { Permission } from '#shared/permission.ts'
import { fold } from '#shared/text.ts'
import { ADDRESS_PROTECTIONS } from './arrival.schema.ts'
import type { ParticipantRow } from './participants-file.schema.ts'
import type { Address, NumberKind, PersonBasics } from './person.schema.ts'
import type { z } from 'zod'

type Number = { kind: z.infer<typeof NumberKind>; number: string }
type Place = z.infer<typeof Address>

/** What an import may set of a person; the rest of her is not in the file. */
export const IMPORTED = ['givenName', 'familyName', 'birthDate', 'gender', 'country', 'phone', 'email', 'firstLanguage', 'otherLanguages',
  'interpreterLanguage', 'arrivalCategory', 'settledOn', 'addressProtection', 'note'] as const
export type Imported = Required<Pick<PersonBasics, (typeof IMPORTED)[number]>>

export type KnownPerson = Imported & { id: string; version: number; numbers: Number[]; address: Place | null }
/** Somebody who may be the person of a row: by number, by name and birth date, or near. She may be hidden from the actor. */
export type Match = { personId: string; how: 'number' | 'exact' | 'near' }

export type Plan =
  | { outcome: 'created'; person: Imported; numbers: Number[]; address: Place | null }
  | { outcome: 'changed' | 'unchanged'; known: KnownPerson; person: Imported; numbers: Number[]; address: Place | null; changes: FieldChange[] }
  | { outcome: 'refused' | 'duplicate'; refusals: (Refusal & { path?: string })[]; personId?: string }

const EMPTY: Imported = { givenName: '', familyName: '', birthDate: null, gender: null, country: null, phone: null, email: null, firstLanguage: null, otherLanguages: [],
  interpreterLanguage: null, arrivalCategory: null, settledOn: null, addressProtection: 'none', note: null }

export const numbersOf = (row: ParticipantRow): Number[] => [
  ...(row.nationalNumber ? [{ kind: row.nationalNumber.kind, number: row.nationalNumber.number }] : []),
  ...(row.dufNumber ? [{ kind: 'duf' as const, number: row.dufNumber }] : []),
]
export const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string => `${givenName} ${familyName}`

/** What makes a row somebody: her number, else DUF, else name and birth date. Two rows with the same are one person twice. */
export const identityOf = (row: ParticipantRow): string => numbersOf(row)[0]?.number ?? `${fold(nameOf(row))} ${row.birthDate ?? ''}`

const show = (value: string | readonly string[] | null): string | null => (typeof value === 'string' ? value : (value ?? []).join(', ')) || null
const stronger = (a: Imported['addressProtection'], b: Imported['addressProtection']) => ADDRESS_PROTECTIONS.findLast((one) => one === a || one === b) ?? 'none'

/** A note in a file is added to what the adviser has written, never put in its place. */
const joinNotes = (before: string | null, added: string | undefined): string | null =>
  added === undefined || before?.includes(added) ? before : before ? `${before}\n${added}` : added

/** The person after the row: what the file says over what was known; an empty cell changes nothing, protection only grows. */
function afterRow(before: Imported, row: ParticipantRow): Imported {
  const { nationalNumber: _, dufNumber: __, norwegian: ___, licences: ____, ...said } = row
  const own = Object.fromEntries(IMPORTED.flatMap((field) => (field in said && said[field] !== undefined ? [[field, said[field]] as const] : [])))
  return { ...before, ...own, otherLanguages: [...new Set([...before.otherLanguages, ...row.otherLanguages])],
    addressProtection: stronger(before.addressProtection, row.addressProtection), note: joinNotes(before.note, row.note) }
}

const addressAfter = (before: Place | null, said: ParticipantRow['address']): Place | null =>
  said === undefined ? before : { street: said.street ?? before?.street ?? null, postcode: said.postcode ?? before?.postcode ?? null, place: said.place ?? before?.place ?? null }

const addressText = (address: Place | null): string | null => show(address && [address.street, [address.postcode, address.place].filter(Boolean).join(' ')].filter(Boolean).join(', '))

function changesOf(before: KnownPerson, after: Imported, address: Place | null, added: Number[]): FieldChange[] {
  const fields = IMPORTED.flatMap((field) => (show(before[field]) === show(after[field]) ? [] : [{ field, from: show(before[field]), to: show(after[field]) }]))
  return [...fields, ...(addressText(before.address) === addressText(address) ? [] : [{ field: 'address', from: addressText(before.address), to: addressText(address) }]),
    ...added.map(({ kind, number }) => ({ field: kind, from: null, to: number }))]
}

type Facts = { matches: readonly Match[]; known: ReadonlyMap<string, KnownPerson>; held: readonly Permission[] }

/** Two numbers of a kind that a person has only one of. */
const disagree = (a: readonly Number[], b: readonly Number[]): boolean =>
  a.some((one) => b.some((other) => one.kind !== 'dnr' && one.kind === other.kind && one.number !== other.number))

function nearRefusal(near: readonly Match[], known: Facts['known']): Plan {
  const seen = near.map(({ personId }) => known.get(personId)).find((person) => person !== undefined)
  if (!seen) return { outcome: 'duplicate', refusals: [{ code: 'people.possibleDuplicateHidden' }] }
  return { outcome: 'duplicate', personId: seen.id, refusals: [{ code: 'people.possibleDuplicate', params: { name: nameOf(seen) } }] }
}

/** Whom a row is: somebody known, nobody yet, or a refusal because it cannot be told. */
function findPerson(row: ParticipantRow, { matches, known }: Facts): { person?: KnownPerson; refused?: Plan } {
  const numbers = numbersOf(row)
  const byNumber = [...new Set(matches.filter(({ how }) => how === 'number').map(({ personId }) => personId))]
  if (byNumber.length > 1) return { refused: { outcome: 'refused', refusals: [{ code: 'people.numbersDisagree', path: 'nationalNumber' }] } }
  const others = matches.filter(({ how, personId }) => how !== 'number' && !disagree(known.get(personId)?.numbers ?? [], numbers))
  const exact = others.filter(({ how }) => how === 'exact')
  const id = byNumber[0] ?? (exact.length === 1 ? exact[0]?.personId : undefined)
  if (id === undefined) return others.length > 0 ? { refused: nearRefusal(others, known) } : {}
  const person = known.get(id)
  if (!person) return { refused: nearRefusal([{ personId: id, how: 'near' }], known) }
  return disagree(person.numbers, numbers) ? { refused: { outcome: 'refused', personId: id, refusals: [{ code: 'people.numbersDisagree', path: 'nationalNumber' }] } } : { person }
}

/** What becomes of one row: a new person, changes to a known one, nothing, or every reason why not. */
export function planRow(row: ParticipantRow, facts: Facts): Plan {
  const mayProtect = facts.held.includes('people.protected')
  const { person: known, refused } = findPerson(row, facts)
  if (refused) return refused
  const before = known ?? EMPTY
  const person = afterRow(before, row)
  if (person.addressProtection !== before.addressProtection && !mayProtect) return { outcome: 'refused', refusals: [{ code: 'people.protectionNotYours', path: 'addressProtection' }] }
  if (numbersOf(row).length > 0 && !facts.held.includes('people.numbers')) return { outcome: 'refused', refusals: [{ code: 'people.numbersNotYours', path: 'nationalNumber' }] }
  if (person.settledOn && person.birthDate && person.settledOn < person.birthDate) return { outcome: 'refused', refusals: [{ code: 'people.settledBeforeBirth', path: 'settledOn' }] }
  // an address the actor may not see is not written over either
  const mayPlace = person.addressProtection === 'none' || mayProtect
  if (!known) return { outcome: 'created', person, numbers: numbersOf(row), address: mayPlace && row.address ? addressAfter(null, row.address) : null }
  const numbers = numbersOf(row).filter((one) => !known.numbers.some(({ kind, number }) => kind === one.kind && number === one.number))
  const address = mayPlace ? addressAfter(known.address, row.address) : known.address
  const changes = changesOf(known, person, address, numbers)
  return { outcome: changes.length > 0 ? 'changed' : 'unchanged', known, person, numbers, address, changes }
}
