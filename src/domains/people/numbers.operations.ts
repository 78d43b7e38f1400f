import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { birthDateIn } from '#shared/identity-number.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { ddmmyy, readDufNumber, readNationalNumber } from './participants-file.numbers.ts'
import { SaveNumbersInput } from './person.schema.ts'

/** Numbers of invented persons are taken only where everybody is invented. */
export const allowsSynthetic = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('municipality').select('isTest').executeTakeFirstOrThrow()).isTest

type Given = z.output<typeof SaveNumbersInput>['numbers'][number]
type Known = { allowSynthetic: boolean; today: PlainDate; birthDate: PlainDate | null }

/** The number as it is kept, or why it cannot be. A national number must fit the birth date that is registered. */
function readNumber({ kind, number }: Given, path: string, known: Known): { value?: Given; refusals: Refusal[] } {
  const reading = kind === 'duf' ? readDufNumber(number, known.today) : readNationalNumber(number, known.allowSynthetic)
  if (!reading.ok) return { refusals: [{ code: reading.code, path, params: reading.params }] }
  if ('kind' in reading.value && reading.value.kind !== kind) return { refusals: [{ code: 'people.otherKindOfNumber', path }] }
  const born = kind === 'duf' ? undefined : birthDateIn(reading.value.number)
  const agrees = !born || !known.birthDate || (born.date ? born.date === known.birthDate : born.ddmmyy === ddmmyy(known.birthDate))
  return agrees ? { value: { kind, number: reading.value.number }, refusals: [] } : { refusals: [{ code: 'birthDate.conflict', path }] }
}

/** The numbers of a person, all of them: one that is left out is taken away. */
export const saveNumbers = operation({
  permission: 'people.numbers', input: SaveNumbersInput, output: z.object({ personId: Id }), subjects: ({ personId }) => [personId],
  async run({ tx, today }, { personId, numbers }) {
    const { birthDate } = found(await tx.selectFrom('person').select('birthDate').where('id', '=', personId).executeTakeFirst())
    const known = { today, birthDate, allowSynthetic: await allowsSynthetic(tx) }
    const read = numbers.map((number, at) => readNumber(number, `numbers.${at}.number`, known))
    const refusals = read.flatMap((one) => one.refusals)
    if (refusals.length > 0) throw new Refused(...refusals)
    const values = read.flatMap(({ value }) => (value ? [{ personId, ...value }] : []))
    await tx.deleteFrom('personNumber').where('personId', '=', personId).execute()
    if (values.length > 0) await tx.insertInto('personNumber').values(values).execute()
    return { personId }
  },
})
