import type pg from 'pg'

/** SQL for the columns that are not simply copied, by column. */
export type Instead = Record<string, string>

/** `insert into <table> select … from <from>`: every column of the table as it stands in the row `s`, but those in `instead`. */
export async function copyRows(client: pg.ClientBase, table: string, from: string, instead: Instead, params: unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`, [table])
  const names = rows.map(({ name }) => name)
  const missing = Object.keys(instead).filter((name) => !names.includes(name))
  if (missing.length > 0) throw new Error(`${table} has no column ${missing.join(', ')}: the bench must follow the schema`)
  const { rowCount } = await client.query(`insert into ${table} (${names.join(', ')}) select ${names.map((name) => instead[name] ?? `s.${name}`).join(', ')} from ${from}`, params)
  return rowCount ?? 0
}

/** A family name of three syllables out of `seed` (SQL, a whole number): some 20,000 different ones, as a country has. */
export const inventedName = (seed: string): string => {
  const pick = (syllables: string, by: string) => `(string_to_array('${syllables}', ' '))[1 + (${by}) % ${syllables.split(' ').length}]`
  const mixed = `(hashint4((${seed})::int)::bigint + 2147483648)`
  return `initcap(${pick('ab ak al am ba be bo da de el fa ga ge ha ho is ja ka ke ko la le ma me mo na ni no om or pa ra re sa se sha so ta te tu va vo ya za', mixed)}
    || ${pick('bra da der di do fi ga go gu hi ka kha la li lo ma me mi mu na ne ni no ra ri ro sa she si ta ti tu va ve wa zo', `${mixed} / 64`)}
    || ${pick('ba dze hi ki ko lev li mi na nen ni ri rov shi tov van vych yan zai zi', `${mixed} / 4096`)})`
}

/** Takes away the indexes that no constraint needs, and answers the statements that make them again: filling is far quicker without. */
export async function dropIndexes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i join pg_class t on t.oid = i.indrelid
     where t.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint where conindid = indexrelid)`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
