import { sql } from 'kysely'
import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { absenceQuota } from '#rules/absence/quota.ts'
import { decideRule } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import { AbsenceKind, PartTime, Pause } from './absence.schema.ts'
import type { Registration } from './desk.schema.ts'
import { GetAttendanceInput, PersonMonth } from './desk.schema.ts'
import { loadAbsences } from './load-absences.ts'
import { loadPlannedDays } from './load-patterns.ts'
import { loadReports } from './load-reports.ts'
import type { DayMinutes } from './month.core.ts'
import { calendarOf, monthSpan } from './month.core.ts'
import { patternsOf } from './pattern.core.ts'
import { selfCertificationOf } from './self-certification.ts'

type Span = { first: PlainDate; last: PlainDate }

async function minutesOf({ tx }: Context, personId: string, { first, last }: Span): Promise<DayMinutes[]> {
  const { rows } = await sql<DayMinutes>`select on_day, sum(planned)::int as planned, sum(present)::int as present, sum(missing)::int as missing, sum(presumed)::int as presumed, sum(unregistered)::int as unregistered
    from app.programme_days(array[${personId}]::uuid[], ${first}, ${last}, ${daysOffBetween(first, last)}::date[]) group by on_day`.execute(tx)
  return rows
}

/** Every registration with its history. Why an adviser corrected one may tell of absence, so it is for those with that ground; a teacher reads her own. */
async function registrationsOf({ tx, actor }: Context, personId: string, { first, last }: Span) {
  const { rows } = await sql<z.input<typeof Registration>>`select r.id, r.on_day, coalesce(a.title, e.name, '') as title, r.planned_minutes, r.present_minutes, r.state, r.how, c.name as registered_by_name, r.registered_at, r.corrects_id,
      case when r.how <> 'adviser' or ${actor.permissions.includes('programme.absence')} then r.correction_reason end as correction_reason,
      exists (select from attendance n where n.municipality_id = r.municipality_id and n.corrects_id = r.id) as is_replaced
    from attendance r left join activity a on a.id = r.activity_id left join agreement g on g.id = r.agreement_id left join employer e on e.id = g.employer_id left join account c on c.id = r.registered_by
    where r.person_id = ${personId} and r.on_day between ${first} and ${last} order by r.on_day desc, r.registered_at desc, r.id`.execute(tx)
  return rows
}

/** Days on which she is known to be away, by those who may not know why. */
async function daysAway({ tx }: Context, personId: string, { first, last }: Span): Promise<Set<string>> {
  const { rows } = await sql<{ day: PlainDate }>`select d::date as day from generate_series(${first}::date, ${last}::date, interval '1 day') d where exists (select from app.reported_away(array[${personId}]::uuid[], d::date))`.execute(tx)
  return new Set(rows.map(({ day }) => day))
}

/** Whether the benefit is usually kept for each kind, by the rule: where the adviser begins, not where she ends. */
async function usually({ tx, today }: Context, personId: string) {
  const [facts, grounds] = [(await loadRuleFacts(tx, [personId])).get(personId), await loadGrounds(tx)]
  return Object.fromEntries(AbsenceKind.options.map((kind) => [kind, decideRule(absenceQuota, { ...facts, absenceKind: kind, ...(kind === 'welfare' && { welfareReason: 'other' as const }) }, today, grounds).answer?.withBenefit ?? true])) as PersonMonth['usuallyWithBenefit'] // reason for the cast: every kind is asked
}

async function behindTheGround(context: Context, personId: string, { first, last }: Span) {
  const { tx, today } = context
  const [days] = await loadPlannedDays(tx, [personId], today)
  return {
    absences: await loadAbsences(tx, [personId], first, last), reports: await loadReports(tx, sql`r.person_id = ${personId}`),
    pauses: z.array(Pause).parse(await tx.selectFrom('pause').select(['id', 'version', 'personId', 'fromDate', 'toDate', 'reason', 'addsToLength']).where('personId', '=', personId).orderBy('fromDate', 'desc').execute()),
    patterns: days ? patternsOf(days.days, today) : [], selfCertification: await selfCertificationOf(context, personId), usuallyWithBenefit: await usually(context, personId),
    actions: ['absence', 'report', 'correct', 'pause', 'partTime'] as const,
  }
}

/** One participant's month as a calendar, every registration with its history, and, for those with the ground, absence and what it comes to. */
export const getAttendance = operation({
  permission: 'programme.read', reads: true, input: GetAttendanceInput, output: PersonMonth, subjects: ({ personId }) => [personId],
  async run(context, { personId, month = context.today.slice(0, 7) }) {
    const { tx, today, actor } = context
    const person = found(await tx.selectFrom('person').select(['givenName', 'familyName']).where('id', '=', personId).executeTakeFirst())
    const span = monthSpan(month)
    const known = actor.permissions.includes('programme.absence') ? await behindTheGround(context, personId, span)
      : { absences: null, reports: null, pauses: null, patterns: null, selfCertification: null, usuallyWithBenefit: null, actions: actor.permissions.includes('placements.followUp') ? (['report'] as const) : [] }
    const beside = { today, away: await daysAway(context, personId, span), absences: known.absences, pauses: known.pauses ?? [], daysOff: daysOffBetween(span.first, span.last) }
    return {
      ...known, actions: [...known.actions], personId, personName: `${person.givenName} ${person.familyName}`, month, days: calendarOf(month, await minutesOf(context, personId, span), beside), registrations: await registrationsOf(context, personId, span),
      partTimes: z.array(PartTime).parse(await tx.selectFrom('partTime').select(['id', 'version', 'personId', 'fromDate', 'toDate', 'percent', 'reason']).where('personId', '=', personId).orderBy('fromDate', 'desc').execute()),
    }
  },
})
