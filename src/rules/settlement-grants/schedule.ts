import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { addMonths, plainDate, yearsBetween } from '#shared/date.ts'
import type { Facts } from '../facts.ts'
import type { Parameter } from '../parameter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { firstYearGrants, imdi, laterGrants, minorGrants, onceGrants } from './rates.ts'

const names = ['settledOn', 'motherSettledOn', 'birthDate', 'grantCategory', 'isFamilyOfHumanitarian'] as const
type Ask = Asking<(typeof names)[number]>

const Kroner = z.int().nullable()
/** The years of the integration grant and what else follows from the settlement. Kroner; null is not known, and stands among the open questions. */
export const GrantSchedule = z.object({
  countsForGrant: z.boolean(),
  grantYears: z.array(z.object({ yearNumber: z.int(), year: z.int(), kroner: Kroner })),
  once: z.array(z.object({ kind: z.enum(['elderly', 'kindergarten']), year: z.int(), kroner: Kroner })),
  minorYears: z.array(z.object({ year: z.int(), kroner: Kroner })),
})
type GrantSchedule = z.infer<typeof GrantSchedule>

const [YEARS, YEARS_HUMANITARIAN, MONTHS_AFTER_SETTLEMENT] = [5, 3, 6]
const [ELDERLY_FROM, KINDERGARTEN_UNDER, MINOR_UNTIL, ADULT] = [60, 6, 16, 18]
const duration = imdi('imdi.no om integreringstilskudd, 2024')

/** The first of a year: the day its amounts hold from. */
const startOf = (year: number): PlainDate => plainDate(`${year}-01-01`)
const amountOf = (ask: Ask, parameter: Parameter, year: number): number | null => ask.valueOrOpen(parameter, startOf(year)) ?? null

/** The day the grant counts from: the person's settlement, or for a child born after it the mother's, when the child came within six months. */
function countedFrom(ask: Ask): PlainDate | null {
  const [mother, { birthDate }] = [ask.known('motherSettledOn'), ask.need('birthDate')]
  if (mother === undefined || birthDate < mother) return ask.need('settledOn').settledOn
  const latest = addMonths(mother, MONTHS_AFTER_SETTLEMENT)
  ask.step('step.grants.newborn', duration, { params: { months: MONTHS_AFTER_SETTLEMENT, mother, latest } })
  return birthDate <= latest ? mother : null
}

/** What is paid once by age at the settlement: from 60 years, and under six. */
function onceOf(ask: Ask, birthDate: PlainDate, settledOn: PlainDate): GrantSchedule['once'] {
  const age = yearsBetween(birthDate, settledOn)
  const kind = age >= ELDERLY_FROM ? 'elderly' : age < KINDERGARTEN_UNDER ? 'kindergarten' : null
  if (kind === null) return []
  const year = Number(settledOn.slice(0, 4))
  ask.step(kind === 'elderly' ? 'step.grants.elderly' : 'step.grants.kindergarten', duration, { params: { age: Math.max(0, age), limit: kind === 'elderly' ? ELDERLY_FROM : KINDERGARTEN_UNDER } })
  return [{ kind, year, kroner: amountOf(ask, onceGrants[kind], year) }]
}

/** The yearly grant for an unaccompanied minor, up to the year she turns 18 or the integration grant ends. */
function minorYearsOf(ask: Ask, category: Facts['grantCategory'], birthDate: PlainDate, years: readonly number[]): GrantSchedule['minorYears'] {
  if (category !== 'unaccompanied_minor') return []
  ask.step('step.grants.minor', imdi('KS om statsbudsjettet for 2023'), { params: { age: MINOR_UNTIL } })
  ask.open('open.grants.minorEnds')
  const born = Number(birthDate.slice(0, 4))
  return years.filter((year) => year - born <= ADULT).map((year) => ({ year, kroner: amountOf(ask, year - born <= MINOR_UNTIL ? minorGrants.until16 : minorGrants.after16, year) }))
}

/** The integration grant of a person year by year: the year of settlement and the four after it (GRA-01). Amounts are entered by the municipality from IMDi's circular. */
export const grantSchedule = rule({
  name: 'grants.schedule', version: 1, decidedBy: ['settledOn'], facts: names, answer: GrantSchedule,
  sources: [duration],
  checkedBy: 'IMDi',
  decide(ask): GrantSchedule {
    const { birthDate, grantCategory, isFamilyOfHumanitarian } = ask.need('birthDate', 'grantCategory', 'isFamilyOfHumanitarian')
    const settledOn = countedFrom(ask)
    if (settledOn === null) return { countsForGrant: false, grantYears: [], once: [], minorYears: [] }
    const first = Number(settledOn.slice(0, 4))
    const count = isFamilyOfHumanitarian ? YEARS_HUMANITARIAN : YEARS
    ask.step(isFamilyOfHumanitarian ? 'step.grants.threeYears' : 'step.grants.fiveYears', duration, { params: { first, last: first + count - 1 } })
    const parameters = [firstYearGrants[grantCategory], ...laterGrants].slice(0, count)
    const grantYears = parameters.map((parameter, index) => ({ yearNumber: index + 1, year: first + index, kroner: amountOf(ask, parameter, first + index) }))
    ask.judge('judge.grants.lives', duration)
    return { countsForGrant: true, grantYears, once: onceOf(ask, birthDate, settledOn), minorYears: minorYearsOf(ask, grantCategory, birthDate, grantYears.map(({ year }) => year)) }
  },
})
