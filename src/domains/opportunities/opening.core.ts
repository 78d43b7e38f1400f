import type { PlainDate } from '#shared/date.ts'
import { daysBetween, dayInNorway } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Permission } from '#shared/permission.ts'
import { namesParagraph } from '#shared/paragraph.ts'
import { namesUnlawfulGround } from '#shared/unlawful-grounds.ts'
import type { Demand, Opening, OpeningState, SaveOpeningInput } from './opening.schema.ts'

type Facts = { withdrawnAt: string | null; expiresAt: string | null; applyUntil: PlainDate | null; toDate: PlainDate | null; seats: number; taken: number }

/** The last day one can use an opening: the earliest of the end of its advertisement, of applying, and of its period. */
export function lastDay({ expiresAt, applyUntil, toDate }: Pick<Facts, 'expiresAt' | 'applyUntil' | 'toDate'>): PlainDate | null {
  const days = [expiresAt === null ? null : dayInNorway(new Date(Date.parse(expiresAt) - 1)), applyUntil, toDate].filter((day) => day !== null)
  return days.toSorted()[0] ?? null
}

/** What an opening is today. Derived, never stored; `openingStateSql` says the same in SQL, and a test holds them together. */
export function openingState(facts: Facts, today: PlainDate): OpeningState {
  const last = lastDay(facts)
  if (facts.withdrawnAt !== null) return 'withdrawn'
  if (last !== null && last < today) return 'expired'
  return facts.seats > facts.taken ? 'open' : 'full'
}

/** Days left, 0 on the last day; null when it has no end. */
export function daysLeft(facts: Pick<Facts, 'expiresAt' | 'applyUntil' | 'toDate'>, today: PlainDate): number | null {
  const last = lastDay(facts)
  return last === null ? null : Math.max(0, daysBetween(today, last))
}

/** Whether a demand names a ground nobody may be chosen by, without the law asking for it. A language demand holds a code. */
const isUnlawful = ({ kind, name, statutoryBasis }: Demand): boolean => kind !== 'language' && name !== null && statutoryBasis === null && namesUnlawfulGround(name)

const isNamed = ({ kind, name }: Demand): boolean => kind === 'norwegian' || kind === 'experience' || name !== null

function demandRefusals(demand: Demand, at: number, kind: SaveOpeningInput['kind']): Refusal[] {
  const path = (field: string): string => `demands.${at}.${field}`
  const isNorwegian = demand.kind === 'norwegian'
  return [
    ...check(!isNorwegian || demand.skill !== null, { code: 'opportunities.demandSkill', path: path('skill') }),
    ...check(!isNorwegian || demand.level !== null, { code: 'opportunities.demandLevel', path: path('level') }),
    ...check(isNamed(demand), { code: 'opportunities.demandName', path: path('name') }),
    ...check(!isUnlawful(demand), { code: 'opportunities.demandUnlawful', path: path('name'), params: { name: demand.name ?? '' } }),
    ...check(demand.statutoryBasis === null || namesParagraph(demand.statutoryBasis), { code: 'opportunities.basisParagraph', path: path('statutoryBasis') }),
    // the statutory minimum of Norwegian binds those hired, never practice places (KVA-04)
    ...check(!isNorwegian || demand.statutoryBasis === null || kind === 'vacancy', { code: 'opportunities.basisNotForPractice', path: path('statutoryBasis') }),
    ...check(demand.statutoryBasis === null || demand.isRequired, { code: 'opportunities.basisOnlyRequired', path: path('statutoryBasis') }),
  ]
}

/** `employer` is absent where an advertisement is not tied to one; `agreement` are the reasons why it may not enter agreements. */
export type SavingFacts = { source: 'own' | 'nav'; employer: { agreement: Refusal[]; isGone: boolean } | undefined; supervisorIsTheirs: boolean }

/** Every reason why an opening may not be saved so. A main unit may have vacancies, for those are no agreement with us. */
export function saveOpening(opening: SaveOpeningInput, now: SavingFacts): Refusal[] {
  const { kind, fromDate, toDate, employerId, schedule } = opening
  const atWorkplace = kind === 'vacancy' ? [] : (now.employer?.agreement ?? []).map((refusal) => ({ ...refusal, path: 'employerId' }))
  return [
    ...check(employerId !== null || now.source === 'nav', { code: 'opportunities.employerMissing', path: 'employerId' }),
    ...atWorkplace,
    ...check(kind === 'practice_place' || !now.employer?.isGone, { code: 'opportunities.employerGone', path: 'employerId' }),
    ...check(!fromDate || !toDate || fromDate <= toDate, { code: 'opportunities.endsBeforeStart', path: 'toDate' }),
    ...check(opening.supervisorContactId === null || now.supervisorIsTheirs, { code: 'opportunities.supervisorElsewhere', path: 'supervisorContactId' }),
    ...check(schedule.every(({ from, to }) => from !== to), { code: 'opportunities.emptySlot', path: 'schedule' }),
    ...opening.demands.flatMap((demand, at) => demandRefusals(demand, at, kind)),
  ]
}

/** What the actor may do with an opening. */
export const openingActions = (held: readonly Permission[], { withdrawnAt }: Pick<Facts, 'withdrawnAt'>): Opening['actions'] =>
  held.includes('opportunities.write') ? (withdrawnAt === null ? ['change', 'withdraw'] : ['change', 'reopen']) : []
