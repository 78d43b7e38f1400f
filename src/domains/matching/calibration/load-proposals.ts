import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Answer, Proposal } from './calibration.core.ts'
import { ageBand, countryGroup } from './groups-of-people.core.ts'

type Row = { score: number; weights: number | null; outcome: string; proposedOn: PlainDate; birthDate: PlainDate | null; gender: string | null; country: string | null
  placed: boolean; lastDay: PlainDate | null; endReason: string | null; wasEnded: boolean; hostAgain: string | null; placementOutcome: string | null }

const agreed = (outcome: string): Answer => (outcome === 'agreed' ? true : outcome === 'open' ? null : outcome === 'withdrawn' ? 'none' : false)

/** Kept to its last day, or ended because she was hired; a stay that still runs is not known yet. */
function kept({ lastDay, wasEnded, endReason }: Row, today: PlainDate): Answer {
  if (wasEnded) return endReason === 'completed' || endReason === 'hired'
  return lastDay !== null && lastDay < today ? true : null
}

/** What is asked of a stay: whether a column says yes, null where it is empty. */
const ofStay = ({ placed }: Row, answer: Answer): Answer => (placed ? answer : 'none')
const isSo = (value: string | null, yes: string): Answer => (value === null ? null : value === yes)

const proposalOf = (row: Row, today: PlainDate): Proposal => ({
  score: row.score, weights: row.weights,
  outcomes: { agreed: agreed(row.outcome), kept: ofStay(row, kept(row, today)), again: ofStay(row, isSo(row.hostAgain, 'yes')), job: ofStay(row, isSo(row.placementOutcome, 'hired')) },
  groups: { gender: row.gender ?? 'unknown', age: ageBand(row.birthDate, row.proposedOn), country: countryGroup(row.country) },
})

/** Every proposal with a score, and the stay that came of it, where one did: the one that names it, else the first at that place afterwards. */
export async function loadProposals({ tx, today }: Context): Promise<Proposal[]> {
  const { rows } = await sql<Row>`select p.score, p.score_weights as weights, p.outcome, (p.created_at at time zone 'Europe/Oslo')::date as proposed_on, who.birth_date, who.gender, who.country,
      g.id is not null as placed, coalesce(g.ended_on, g.to_date) as last_day, g.ended_on is not null as was_ended, g.end_reason, g.outcome as placement_outcome, v.answers->>'wouldHostAgain' as host_again
    from presentation p join person who on who.id = p.person_id and who.matching_objection_on is null
      left join lateral (select x.* from agreement x where x.person_id = p.person_id and x.submitted_at is not null and x.cancelled_at is null and (x.presentation_id = p.id or (x.presentation_id is null and x.opening_id = p.opening_id and x.created_at >= p.created_at))
        order by x.presentation_id is null, x.created_at limit 1) g on true
      left join evaluation v on v.municipality_id = g.municipality_id and v.agreement_id = g.id and v.party = 'employer'
    where p.score is not null and p.started_by = 'staff'`.execute(tx)
  return rows.map((row) => proposalOf(row, today))
}

/** Proposals from before the score was kept: they say nothing here. */
export const countUnscored = async ({ tx }: Context): Promise<number> =>
  Number((await tx.selectFrom('presentation').select(sql<number>`count(*)::int`.as('count')).where('score', 'is', null).where('startedBy', '=', 'staff').executeTakeFirst())?.count ?? 0)
