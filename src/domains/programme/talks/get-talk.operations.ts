import { z } from 'zod'
import { RuleLocale } from '#domains/rules/rules.schema.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import { loadKnown } from './known/load-known.ts'
import { loadAgreedSteps, loadTalk, loadTalks } from './load-talk.ts'
import { mayOpen, talkActions } from './talk.core.ts'
import { TalkList, TalkPage } from './talk.schema.ts'
import { inLocale } from './template/our-template.ts'

/** Her talks, planned and held, and what was agreed in them. What was said stands in the talk itself. */
export const listTalks = operation({
  permission: 'programme.read', reads: true, input: z.object({ personId: Id }), output: TalkList, subjects: ({ personId }) => [personId],
  async run({ tx, actor, today }, { personId }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const talks = (await loadTalks(tx, personId, today)).map((talk) => ({ ...talk, mayOpen: mayOpen(talk.kind, actor.permissions) }))
    const held = new Set(talks.filter(({ state }) => state === 'held').map(({ id }) => id))
    return { personId, talks, steps: (await loadAgreedSteps(tx, personId)).filter(({ talkId }) => held.has(talkId)), actions: actor.permissions.includes('programme.write') ? ['plan' as const, 'settleStep' as const] : [] }
  },
})

/** One talk: its points, what is known to each with day and source, and what was said. */
export const getTalk = operation({
  permission: 'programme.read', reads: true, input: z.object({ talkId: Id, locale: RuleLocale }), output: TalkPage, subjects: (_, { personId }) => [personId],
  async run(context, { talkId, locale }) {
    const { tx, actor, today } = context
    const talk = await loadTalk(tx, talkId, today)
    if (!mayOpen(talk.kind, actor.permissions)) throw new NotFound()
    const all = await loadTalks(tx, talk.personId, today)
    const known = await loadKnown(context, talk.personId, talk.points, all.filter(({ state, id }) => state === 'held' && id !== talkId), locale)
    const held = all.filter(({ state, id }) => state === 'held' && id !== talkId).map(({ id }) => id)
    const openSteps = (await loadAgreedSteps(tx, talk.personId)).filter((one) => one.doneOn === null && held.includes(one.talkId))
    return { ...talk, points: inLocale(talk.kind, talk.points, locale), known, openSteps, actions: talkActions(talk.kind, talk.state, actor.permissions) }
  },
})
