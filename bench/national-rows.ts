import type pg from 'pg'
import { copyRows, inventedName } from './national-copy.ts'

/** One of a municipality's accounts, employers … by turn: SQL for an element of an array. */
const byTurn = (array: string, turn: string): string => `${array}[1 + (${turn}) % cardinality(${array})]`
const mine = { municipality_id: 'b.municipality_id', id: 'gen_random_uuid()' }

/**
 * The rows of a group of municipalities. Every person, employer and opening is a copy of one of the invented ones (schema `bench`),
 * with another name, birth date, number and owner.
 */
export async function fillMunicipalities(client: pg.ClientBase, ids: string[]): Promise<void> {
  await fillPlaces(client, ids)
  await fillPeople(client, ids)
  await fillPlacements(client, ids)
}

async function fillPeople(client: pg.ClientBase, ids: string[]): Promise<void> {
  await client.query(`insert into bench.person_of (municipality_id, id, n, pattern_id)
    select m.id, gen_random_uuid(), n, (select ids from bench.person_ids)[1 + (hashint4(n)::bigint + 2147483648) % (select cardinality(ids) from bench.person_ids)]
    from bench.municipality m, generate_series(1, m.people) n where m.id = any ($1)`, [ids])
  await copyRows(client, 'person', 'bench.person_of b join bench.municipality m on m.id = b.municipality_id join bench.person s on s.id = b.pattern_id where b.municipality_id = any ($1)', {
    municipality_id: 'b.municipality_id', id: 'b.id', birth_date: 's.birth_date + b.n % 365', settled_on: 's.settled_on - b.n % 60',
    family_name: `case when b.n % 3 = 0 then s.family_name else ${inventedName('b.n')} end`, adviser_id: byTurn('m.accounts', 'b.n'),
  }, [ids])
  const about = { ...mine, person_id: 'b.id' }
  const copies: [string, Record<string, string>, string?][] = [
    ['language_level', about], ['education', about], ['work_experience', about], ['skill', { ...about, agreement_id: 'null', trial_task_id: 'null', assessment_id: 'null' }], ['certificate', about],
    ['wish', about], ['practical_frame', about], ['person_address', about], ['family_tie', about, 'and s.relative_id is null'],
    ['person_number', { ...about, number: "lpad(b.n::text, 11, '0')" }],
  ]
  for (const [table, instead, only = ''] of copies) {
    await copyRows(client, table, `bench.person_of b join bench.${table} s on s.person_id = b.pattern_id where b.municipality_id = any ($1) ${only}`, instead, [ids])
  }
}

async function fillPlaces(client: pg.ClientBase, ids: string[]): Promise<void> {
  await copyRows(client, 'occupation', 'bench.municipality b cross join bench.occupation s where b.id = any ($1)', { municipality_id: 'b.id', id: 'gen_random_uuid()' }, [ids])
  await client.query(`insert into bench.employer_of (municipality_id, id, n, pattern_id, org_number)
    select m.id, gen_random_uuid(), n, (select ids from bench.employer_ids)[1 + n % (select cardinality(ids) from bench.employer_ids)], nextval('bench.org_number')::text
    from bench.municipality m, generate_series(1, m.employers) n where m.id = any ($1)`, [ids])
  await copyRows(client, 'employer', 'bench.employer_of b join bench.municipality m on m.id = b.municipality_id join bench.employer s on s.id = b.pattern_id where b.municipality_id = any ($1)', {
    municipality_id: 'b.municipality_id', id: 'b.id', org_number: 'b.org_number', name: `s.name || ' ' || ${inventedName('b.n * 7')}`, municipality_number: 'm.number',
    parent_id: 'null', parent_org_number: 'null', contact_account_id: byTurn('m.accounts', 'b.n'), substitute_account_id: 'null',
  }, [ids])
  await copyRows(client, 'employer_contact', 'bench.employer_of b join bench.employer_contact s on s.employer_id = b.pattern_id where b.municipality_id = any ($1)', { ...mine, employer_id: 'b.id' }, [ids])
  await client.query(`with hosts as (select municipality_id, array_agg(id order by n) as ids from bench.employer_of where municipality_id = any ($1) group by 1)
    insert into bench.opening_of (municipality_id, id, pattern_id, employer_id)
    select m.id, gen_random_uuid(), (select ids from bench.opening_ids)[1 + n % (select cardinality(ids) from bench.opening_ids)], ${byTurn('hosts.ids', 'n')}
    from bench.municipality m join hosts on hosts.municipality_id = m.id, generate_series(1, m.places) n where m.id = any ($1)`, [ids])
  await copyRows(client, 'opening', 'bench.opening_of b join bench.opening s on s.id = b.pattern_id where b.municipality_id = any ($1)', {
    municipality_id: 'b.municipality_id', id: 'b.id', employer_id: 'b.employer_id', supervisor_contact_id: 'null', external_id: 'null',
    withdrawn_at: 'null', withdrawn_reason: 'null', to_date: 'null', apply_until: 'null', expires_at: 'null',
  }, [ids])
  await copyRows(client, 'opening_demand', 'bench.opening_of b join bench.opening_demand s on s.opening_id = b.pattern_id where b.municipality_id = any ($1)', { ...mine, opening_id: 'b.id' }, [ids])
}

/** Every sixth has had a placement and every second of those is in it now, with approvals and visits; and everybody has been looked at. */
async function fillPlacements(client: pg.ClientBase, ids: string[]): Promise<void> {
  await client.query(`with hosts as (select municipality_id, array_agg(id order by n) as ids from bench.employer_of where municipality_id = any ($1) group by 1)
    insert into agreement (municipality_id, id, person_id, employer_id, began_from, kind, purpose, tasks, from_date, to_date, responsible_id, submitted_at, outcome, outcome_on)
    select b.municipality_id, gen_random_uuid(), b.id, ${byTurn('hosts.ids', 'b.n')}, 'match', 'language_practice', 'Bruke norsk hver dag på en arbeidsplass', 'Varepåfylling og kundeservice',
      current_date - case when b.n % 12 = 0 then 60 else 400 end, current_date + case when b.n % 12 = 0 then 1500 else -200 end, ${byTurn('m.accounts', 'b.n')}, now() - interval '70 days',
      case when b.n % 12 = 0 then null else 'extended' end, case when b.n % 12 = 0 then null else current_date - 200 end
    from bench.person_of b join bench.municipality m on m.id = b.municipality_id join hosts on hosts.municipality_id = m.id where b.n % 6 = 0 and b.municipality_id = any ($1)`, [ids])
  await client.query(`insert into approval (municipality_id, id, agreement_id, party, revision, approved_at, how, name)
    select g.municipality_id, gen_random_uuid(), g.id, party, 1, now() - interval '65 days', 'meeting', 'Etter møte' from agreement g, unnest(array['participant', 'employer', 'municipality']) party where g.municipality_id = any ($1)`, [ids])
  await client.query(`insert into follow_up (municipality_id, id, agreement_id, person_id, kind, due_on, done_on, done_by, talked_with, mood, note)
    select g.municipality_id, gen_random_uuid(), g.id, g.person_id, 'visit', g.from_date + week * 7, g.from_date + week * 7, g.responsible_id, '{participant}', 'good', 'Går bra' from agreement g, generate_series(1, 3) week where g.municipality_id = any ($1)`, [ids])
  await client.query(`insert into audit_log (municipality_id, at, actor_id, actor_kind, operation, subjects)
    select b.municipality_id, now() - b.n % 700 * interval '1 day', ${byTurn('m.accounts', 'b.n')}, 'staff', 'people.getPerson', array[b.id] from bench.person_of b join bench.municipality m on m.id = b.municipality_id where m.id = any ($1)`, [ids])
  await client.query(`insert into audit_log (municipality_id, at, actor_id, actor_kind, operation, subjects)
    select municipality_id, now() - max(n) % 700 * interval '1 day', any_value(account), 'staff', 'people.listPeople', array_agg(id) from (
      select b.municipality_id, b.id, b.n, ${byTurn('m.accounts', 'b.n / 25')} as account from bench.person_of b join bench.municipality m on m.id = b.municipality_id where m.id = any ($1)) seen
    group by municipality_id, n / 25`, [ids])
}
