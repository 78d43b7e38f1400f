import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { refuseIf } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { loadSettings } from '../../plan/steps.operations.ts'
import { loadTemplate, loadTemplates } from './load-templates.ts'
import { ourPoints } from './our-template.ts'
import { maySaveTemplate, settlePoints } from './template.core.ts'
import { SaveTalkTemplateInput, TalkTemplates } from './template.schema.ts'

/** The templates of the municipality, and our own to begin anew from. */
export const getTalkTemplates = operation({
  permission: 'rules.manage', reads: true, input: z.object({}), output: TalkTemplates, subjects: () => [],
  async run({ tx }) {
    const { own } = await loadSettings(tx)
    return { templates: (await loadTemplates(tx)).map((one) => ({ ...one, ours: ourPoints(one.kind, own.writtenForm) })) }
  },
})

/** Saves a template as a new revision. Talks that were planned or held keep the points they have (QUA-02). */
export const saveTalkTemplate = operation({
  permission: 'rules.manage', input: SaveTalkTemplateInput, output: z.object({ revision: z.int() }), subjects: () => [],
  async run({ tx, now }, { id, kind, from, points }) {
    const before = await loadTemplate(tx, kind)
    refuseIf(maySaveTemplate(points, from, before.revision))
    const revision = before.revision + 1
    await tx.insertInto('talkTemplate').values({ id, kind, revision, points: JSON.stringify(settlePoints(points, before.points)), savedAt: instantOf(now) }).execute()
    return { revision }
  },
})
