import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import type { FactName, Facts } from '#rules/facts.ts'
import { FACTS } from '#rules/facts.ts'

const Part = z.record(z.string(), z.unknown()).catch({})
type Row = { personId: string; person: unknown; legal: unknown; programme: unknown }
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const isFact = (name: string): name is FactName => Object.hasOwn(FACTS, name)

function factsOf({ legal, person, programme }: Row): Facts {
  return Object.fromEntries([legal, person, programme].flatMap((part) => Object.entries(Part.parse(part ?? {}))).flatMap(([name, value]): [string, unknown][] => {
    const fact = camel(name)
    const read = isFact(fact) && value !== null ? FACTS[fact].safeParse(value) : undefined
    return read?.success ? [[fact, read.data]] : []
  }))
}

/**
 * What is known of persons by the names of the rules: of themselves, of what the law asks (with the ground `case`), and of the programme each is
 * in, or was in last. What is unknown, or cannot be read, is left out; so is a person the actor may not see.
 */
export async function loadRuleFacts(tx: Tx, personIds: readonly string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<Row>`select p.id as person_id, jsonb_build_object('birth_date', p.birth_date, 'settled_on', p.settled_on) as person,
      (select to_jsonb(l) || coalesce(to_jsonb(l) -> 'more', '{}') from legal_facts l where l.person_id = p.id limit 1) as legal,
      (select jsonb_build_object('offered_on', s.offered_on, 'decided_on', s.decided_on, 'started_on', s.starts_on, 'length_months', s.months, 'extension_months', s.extension_months, 'final_goal', s.final_goal)
        from participation s where s.person_id = p.id order by s.ended_on is null desc, s.starts_on desc limit 1) as programme
    from person p where p.id = any (${personIds}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.personId, factsOf(row)]))
}
