import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { loadSettings } from '../../plan/steps.operations.ts'
import { ourPoints } from './our-template.ts'
import type { TalkTemplate } from './template.schema.ts'
import { Point, TALK_KINDS, type TalkKind } from './template.schema.ts'

/** The template of one kind of talk as it is now: the municipality's newest, or our own in the Norwegian of its papers. */
export async function loadTemplate(tx: Tx, kind: TalkKind): Promise<TalkTemplate> {
  const row = await tx.selectFrom('talkTemplate as t').leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 't.municipalityId').onRef('a.id', '=', 't.savedBy'))
    .select(['t.revision', 't.points', 't.savedAt', 'a.name as savedBy']).where('t.kind', '=', kind).orderBy('t.revision', 'desc').limit(1).executeTakeFirst()
  if (row) return { kind, ...row, points: z.array(Point).parse(row.points) }
  const { own } = await loadSettings(tx)
  return { kind, revision: 0, points: ourPoints(kind, own.writtenForm), savedAt: null, savedBy: null }
}

/** Every kind's template. */
export async function loadTemplates(tx: Tx): Promise<TalkTemplate[]> {
  const all: TalkTemplate[] = []
  for (const kind of TALK_KINDS) all.push(await loadTemplate(tx, kind))
  return all
}
