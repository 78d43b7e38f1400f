import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { isOpen } from './evaluation.core.ts'
import type { Placement } from './evaluation.core.ts'
import type { WaitingItem } from './follow-up.schema.ts'
import { Today } from './follow-up.schema.ts'
import { loadFollowUps } from './load-follow-ups.ts'

const ENDING_WITHIN = 42
/** Late contacts older than this are history that nobody will mend by a telephone call today. */
const LATE_AT_MOST = 120

type Row = Placement & { agreementId: string; personId: string; personName: string; employerName: string; responsibleName: string | null; employerPhone: string | null
  isNavs: boolean; approved: WaitingItem['who']; answered: string[]; outcome: string | null; asked: boolean }

/** Placements that are not finished with: waiting for a yes, running, or ended without answers or outcome. */
async function openPlacements({ tx, today }: Context, whose: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`select g.id as agreement_id, g.person_id, p.given_name || ' ' || p.family_name as person_name, e.name as employer_name, r.name as responsible_name, c.phone as employer_phone,
      g.from_date, g.to_date, g.ended_on, g.end_reason, g.submitted_at, g.cancelled_at, g.outcome, g.kind in ('work_training', 'wage_subsidy') as is_navs,
      array(select a.party from approval a where a.municipality_id = g.municipality_id and a.agreement_id = g.id and a.revision = g.revision and a.withdrawn_at is null) as approved,
      array(select v.party from evaluation v where v.municipality_id = g.municipality_id and v.agreement_id = g.id) as answered,
      exists (select from personal_link l where l.municipality_id = g.municipality_id and l.agreement_id = g.id and l.purpose = 'evaluate') as asked
    from agreement g join person p on p.municipality_id = g.municipality_id and p.id = g.person_id join employer e on e.municipality_id = g.municipality_id and e.id = g.employer_id
      left join account r on r.municipality_id = g.municipality_id and r.id = g.responsible_id left join employer_contact c on c.municipality_id = g.municipality_id and c.id = g.signing_contact_id
    where g.cancelled_at is null and g.submitted_at is not null and coalesce(g.ended_on, g.to_date, ${today}::date) > ${addDays(today, -LATE_AT_MOST)}::date and ${whose}
    order by coalesce(g.ended_on, g.to_date) nulls last, g.id limit 300`.execute(tx)
  return rows
}

const outside = ['participant', 'employer'] as const

function waitingFor(row: Row, today: PlainDate): { mine?: WaitingItem; others?: WaitingItem } {
  const whose = { agreementId: row.agreementId, personId: row.personId, personName: row.personName, employerName: row.employerName, responsibleName: row.responsibleName, employerPhone: row.employerPhone }
  const unapproved = row.isNavs || row.endedOn !== null ? [] : outside.filter((party) => !row.approved.includes(party))
  if (unapproved.length > 0) return { others: { ...whose, what: 'approval', who: unapproved, since: null } }
  if (!row.isNavs && row.endedOn === null && !row.approved.includes('municipality')) return { mine: { ...whose, what: 'my_approval', who: ['municipality'], since: null } }
  if (!isOpen(row, today)) return {}
  const unanswered = outside.filter((party) => !row.answered.includes(party))
  const over = (row.endedOn ?? row.toDate ?? today) < today
  return { ...(unanswered.length > 0 && row.outcome === null && { others: { ...whose, what: 'evaluation' as const, who: unanswered, since: null } }),
    ...(over && row.outcome === null && { mine: { ...whose, what: 'outcome' as const, who: ['municipality' as const], since: row.endedOn ?? row.toDate } }) }
}

/** The day's page for one colleague, or for all: what is due and late, what waits for her, what waits for others. */
export const getToday = operation({
  permission: 'placements.followUp', reads: true, input: z.object({ mine: z.boolean().default(true) }), output: Today,
  subjects: (_, { contacts, nextSteps, waitingForMe, waitingForOthers, endingSoon }) => [contacts, nextSteps, waitingForMe, waitingForOthers, endingSoon].flat().map(({ personId }) => personId),
  async run(context, { mine }) {
    const { tx, actor, today } = context
    const now = { today, held: actor.permissions }
    const whose = mine ? sql`(g.responsible_id = ${actor.id} or p.adviser_id = ${actor.id})` : sql`true`
    const contacts = await loadFollowUps(tx, sql`f.done_on is null and f.due_on between ${addDays(today, -LATE_AT_MOST)}::date and ${addDays(today, 7)}::date and g.cancelled_at is null and ${whose}`, now)
    const nextSteps = await loadFollowUps(tx, sql`f.next_step is not null and f.next_step_done_on is null and f.done_on is not null and f.next_step_due between ${addDays(today, -LATE_AT_MOST)}::date and ${addDays(today, 7)}::date and ${whose}`, now)
    const rows = await openPlacements(context, whose)
    const waiting = rows.map((row) => waitingFor(row, today))
    return { mine, contacts, nextSteps: nextSteps.toSorted((a, b) => (a.nextStepDue ?? '').localeCompare(b.nextStepDue ?? '')),
      waitingForMe: waiting.flatMap((one) => one.mine ?? []), waitingForOthers: waiting.flatMap((one) => one.others ?? []),
      endingSoon: rows.flatMap((row) => row.endedOn === null && row.toDate !== null && row.toDate >= today && row.toDate <= addDays(today, ENDING_WITHIN) ? [{ ...row, toDate: row.toDate }] : []) }
  },
})
