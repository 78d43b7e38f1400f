import { occurrencesOf } from '#domains/programme/payments/occurrence.core.ts'
import type { PaymentKind } from '#domains/programme/payments/payments.schema.ts'
import { usualPayer } from '#domains/programme/payments/payments.schema.ts'
import { startUpDays } from '#domains/programme/payments/start-up.core.ts'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, instantOf, plainDate } from '#shared/date.ts'
import type { SeedPerson } from './people.ts'
import type { SeedParticipation } from './programme.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

type Seeded = { people: readonly SeedPerson[]; participations: readonly SeedParticipation[]; advisers: readonly string[]; today: PlainDate }
type Planned = { id: string; personId: string; kind: PaymentKind; payer: (typeof usualPayer)[PaymentKind]; amountOre: number | null; isMonthly: boolean; firstOn: PlainDate; startUpMonth: number | null; addedBy: string; addedAt: ReturnType<typeof instantOf> }

const at = (day: PlainDate): ReturnType<typeof instantOf> => instantOf(new Date(`${day}T08:30:00Z`))
/** The same day of the month in the month of another day. */
const onThe = (date: string, inMonthOf: PlainDate): PlainDate => plainDate(`${inMonthOf.slice(0, 7)}-${date}`)

/** What a person who was settled lately lives on until the benefit: a start sum, and three months of support. */
function startOf(random: Random, one: SeedPerson, by: string): Planned[] {
  const said = { personId: one.id, payer: 'municipality' as const, isMonthly: false, addedBy: by, addedAt: at(one.settledOn) }
  const monthly = random.int(110, 150) * 10_000
  return [{ ...said, id: random.uuid(), kind: 'start_sum', amountOre: random.int(60, 140) * 10_000, firstOn: addDays(one.settledOn, 1), startUpMonth: null },
    ...startUpDays(addDays(one.settledOn, random.int(2, 9))).map((firstOn, index): Planned => ({ ...said, id: random.uuid(), kind: 'start_up_support', amountOre: monthly, firstOn, startUpMonth: index + 1 }))]
}

/** What comes every month beside the benefit. Amounts are invented; some are not known yet. */
function monthlyOf(random: Random, { personId, startsOn }: SeedParticipation, by: string): Planned[] {
  const kinds: PaymentKind[] = [...(random.chance(0.6) ? ['child_benefit' as const] : []), ...(random.chance(0.35) ? ['housing_support' as const] : []), ...(random.chance(0.12) ? ['social_assistance' as const] : []), ...(random.chance(0.08) ? ['cash_for_care' as const] : [])]
  return kinds.map((kind) => ({ id: random.uuid(), personId, kind, payer: usualPayer[kind], amountOre: random.chance(0.06) ? null : random.int(15, 52) * 10_000, isMonthly: true,
    firstOn: onThe(kind === 'housing_support' ? '20' : kind === 'social_assistance' ? '01' : '28', startsOn), startUpMonth: null, addedBy: by, addedAt: at(startsOn) }))
}

/** Money somebody can expect beside the benefit; of what was to come before today, what is paid by the municipality is noted as paid. */
export async function writePayments(tx: Tx, random: Random, { people, participations, advisers, today }: Seeded): Promise<void> {
  const by = advisers[0]
  if (by === undefined) return
  const lately = people.filter(({ settledOn, status }) => settledOn > addMonths(today, -5) && settledOn <= today && (status === 'settled' || status === 'in_programme'))
  const planned = [...lately.flatMap((one) => startOf(random, one, by)), ...participations.flatMap((one) => monthlyOf(random, one, by))]
  await insertAll(tx, 'expectedPayment', planned)
  const came = planned.filter(({ payer, isMonthly }) => payer === 'municipality' && !isMonthly).flatMap((one) => occurrencesOf({ ...one, lastOn: null, stoppedOn: null }, addDays(today, -3)).map((day) => ({ ...one, ...day })))
  await insertAll(tx, 'paymentReceipt', came.map(({ id, personId, dueOn, payOn }) => ({ id: random.uuid(), personId, paymentId: id, dueOn, paidOn: payOn, notedBy: by, notedAt: at(payOn) })))
}
