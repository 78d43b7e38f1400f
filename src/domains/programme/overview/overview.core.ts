import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween } from '#shared/date.ts'
import type { Facts } from '#rules/facts.ts'
import type { Grounds } from '#rules/rule.ts'
import type { Situation } from './groups.core.ts'
import { groupsOf } from './groups.core.ts'
import { GROUPS } from './groups.schema.ts'
import type { WaitReason } from './groups.schema.ts'
import type { AtRisk, Caseload, Overview } from './overview.schema.ts'
import { isAwaited, waitingStanding } from './waiting.core.ts'

/** One case without a name. */
export type Case = Omit<Situation, 'programme' | 'isAwaited'> & {
  /** What the act asks of her, as far as it is known. */
  facts: Facts; settledOn: PlainDate | null
  adviserName: string | null; startsOn: PlainDate | null; months: number | null; extensionMonths: number | null; endedOn: PlainDate | null
  waitReason: WaitReason | null; waitSince: PlainDate | null; nextStepDue: PlainDate | null
}

/** Participants to one adviser where a municipality has set no norm of its own: what the municipalities of the source aim at. */
export const USUAL_NORM = 20
/** A deadline this many days ahead is at risk. */
const AHEAD = 45
const MOST_AT_RISK = 100

type Seen = Case & { phase: 'waiting' | 'programme' | 'after' | 'other'; standing: ReturnType<typeof waitingStanding>; lastDay: PlainDate | null }

function see(one: Case, today: PlainDate, grounds: Grounds): Seen {
  const programme = one.startsOn === null ? 'none' : one.endedOn === null ? 'runs' : 'ended'
  const standing = programme === 'none' && one.status === 'settled' ? waitingStanding(one.facts, today, grounds) : undefined
  const lastDay = programme === 'runs' && one.startsOn && one.months !== null ? addDays(addMonths(one.startsOn, one.months + (one.extensionMonths ?? 0)), -1) : null
  const phase = programme === 'runs' ? 'programme' : programme === 'ended' ? 'after' : standing === undefined ? 'other' : 'waiting'
  return { ...one, phase, standing, lastDay }
}

function risksOf(one: Seen, today: PlainDate): AtRisk[] {
  const days: [AtRisk['what'], PlainDate | null | undefined][] = [['start', one.standing?.deadline], ['end', one.lastDay], ['next_step', one.nextStepDue]]
  return days.flatMap(([what, by]) => (by && by <= addDays(today, AHEAD) ? [{ what, by, daysLeft: daysBetween(today, by), adviserName: one.adviserName }] : []))
}

function caseloads(seen: readonly Seen[], norm: number): Caseload[] {
  const names = [...new Set(seen.filter(({ phase }) => phase !== 'other').map(({ adviserName }) => adviserName))]
  return names.map((adviserName) => {
    const own = seen.filter((one) => one.adviserName === adviserName)
    const count = (phase: Seen['phase']): number => own.filter((one) => one.phase === phase).length
    return { adviserName, waiting: count('waiting'), inProgramme: count('programme'), after: count('after'), share: count('programme') / norm }
  }).toSorted((a, b) => b.share - a.share)
}

function waitReasons(seen: readonly Seen[], today: PlainDate): Overview['waitReasons'] {
  const waiting = seen.filter(({ phase }) => phase === 'waiting')
  const waited = (one: Seen): number => { const since = one.waitSince ?? one.settledOn; return since === null ? 0 : daysBetween(since, today) }
  return [...new Set(waiting.map(({ waitReason }) => waitReason))].map((reason) => {
    const own = waiting.filter((one) => one.waitReason === reason)
    return { reason, count: own.length, longest: Math.max(...own.map(waited)) }
  }).toSorted((a, b) => b.count - a.count)
}

/** The whole picture, from cases without names. */
export function overviewOf(cases: readonly Case[], today: PlainDate, grounds: Grounds, norm: number): Overview {
  const seen = cases.map((one) => see(one, today, grounds))
  const between = seen.map((one) => ({ ...one, groups: groupsOf({ ...one, isAwaited: isAwaited(one.standing), programme: one.phase === 'programme' ? 'runs' : one.phase === 'after' ? 'ended' : 'none' }, today) })).filter(({ groups }) => groups.length > 0)
  const atRisk = seen.flatMap((one) => risksOf(one, today)).toSorted((a, b) => a.daysLeft - b.daysLeft)
  const waiting = seen.filter(({ phase }) => phase === 'waiting')
  return {
    norm, people: seen.length, waiting: waiting.length, inProgramme: seen.filter(({ phase }) => phase === 'programme').length,
    endingSoon: seen.filter(({ lastDay }) => lastDay !== null && lastDay <= addMonths(today, 6)).length, withoutPlan: between.length,
    waitReasons: waitReasons(seen, today),
    groups: GROUPS.map((group) => { const own = between.filter(({ groups }) => groups.includes(group)); return { group, count: own.length, withoutStep: own.filter(({ nextStepDue }) => nextStepDue === null).length } }),
    caseload: caseloads(seen, norm), atRisk: atRisk.slice(0, MOST_AT_RISK),
    overdueStarts: waiting.filter(({ standing }) => standing?.daysLeft !== null && standing?.daysLeft !== undefined && standing.daysLeft < 0).length,
    unclear: waiting.filter(({ standing }) => standing?.standing === 'unclear').length,
  }
}
