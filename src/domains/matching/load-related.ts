import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { Related } from '#shared/occupation-distance.ts'

type Row = { code: string; related: Related }

/** Everything that is near anything by ESCO or a list of related occupations, by code; only of these codes where they are given. */
export async function loadAllRelated({ tx }: Pick<Context, 'tx'>, asked?: readonly string[]): Promise<Record<string, Related>> {
  const { rows } = await sql<Row>`select code, jsonb_object_agg(other, jsonb_build_object('by', by, 'name', name, 'source', source, 'on', source_on)) as related from app.related_occupations(${asked ? [...asked] : null}::text[]) group by code`.execute(tx)
  return Object.fromEntries(rows.map(({ code, related }) => [code, related]))
}

/** What is near each of these occupations: one question, and one answer shared by all openings of a code. */
export async function loadRelated(context: Pick<Context, 'tx'>, codes: readonly (string | null)[]): Promise<(code: string | null) => Related | null> {
  const asked = [...new Set(codes.filter((code) => code !== null))]
  const related = asked.length === 0 ? {} : await loadAllRelated(context, asked)
  return (code) => (code === null ? null : related[code] ?? null)
}
