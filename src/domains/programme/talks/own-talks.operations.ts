import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { serverLocales } from '#platform/texts.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { talkState } from './talk.core.ts'
import { OwnTalk, StoredStep } from './talk.schema.ts'
import { Point } from './template/template.schema.ts'

const Row = z.object({ id: Id, kind: OwnTalk.shape.kind, points: z.array(Point), plannedOn: PlainDate.nullable(), plannedAt: z.string().nullable(), place: z.string().nullable(), interpreterLanguage: z.string().nullable(), heldOn: PlainDate.nullable(), cancelledOn: PlainDate.nullable() })

/** What she is asked, in her language where somebody wrote it, else in Norwegian. */
const askedIn = (points: readonly Point[], locale: ServerLocale): OwnTalk['asked'] => points.flatMap(({ asked }) => {
  const own = locale === 'nb' || locale === 'nn' ? asked.no : asked[locale]
  const text = own ?? asked.no
  return text === null ? [] : [{ text, lang: own === null ? 'nb' : locale }]
})

/** Her own talks: beforehand what it will be about, afterwards what was agreed. */
export const listMyTalks = operation({
  permission: 'own.read', reads: true, input: z.object({ locale: z.enum(serverLocales) }), output: z.object({ personId: Id, talks: z.array(OwnTalk) }), subjects: (_, { personId }) => [personId],
  async run({ tx, actor, today }, { locale }) {
    const personId = found(actor.personId)
    const rows = await tx.selectFrom('talk').select(['id', 'kind', 'points', 'plannedOn', 'plannedAt', 'place', 'interpreterLanguage', 'heldOn', 'cancelledOn'])
      .where('personId', '=', personId).where('cancelledOn', 'is', null).orderBy('heldOn', (order) => order.desc().nullsFirst()).orderBy('plannedOn').orderBy('id').execute()
    const steps = (await tx.selectFrom('agreedStep').select(['id', 'talkId', 'version', 'what', 'who', 'dueOn', 'doneOn']).where('personId', '=', personId).orderBy('place').execute()).map((one) => StoredStep.parse(one))
    const talks = rows.map((row) => Row.parse(row)).map(({ points, cancelledOn, ...row }) => ({
      ...row, plannedAt: row.plannedAt?.slice(0, 5) ?? null, state: talkState({ ...row, cancelledOn, isBegun: false }, today), asked: row.heldOn === null ? askedIn(points, locale) : [], steps: steps.filter(({ talkId }) => talkId === row.id) }))
    return { personId, talks }
  },
})
