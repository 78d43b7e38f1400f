import { sql } from 'kysely'
import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { makeProfile } from '../consent.operations.ts'
import { hasGround } from '../match.core.ts'
import { explainOne } from '../match.operations.ts'
import { findSharedPlace } from './places.operations.ts'
import * as core from './sharing.core.ts'
import type { PutForward as Row } from './sharing.schema.ts'
import { ListPutForwardInput, PreviewPutForwardInput, PutForward, PutForwardInput, PutForwardPreview, TakeBackInput } from './sharing.schema.ts'

/** What must hold of her and of the place, as it is now. */
async function factsOf(context: Context, { personId, openingId }: { personId: string; openingId: string }) {
  const place = await findSharedPlace(context, openingId)
  const { addressProtection } = found(await context.tx.selectFrom('person').select('addressProtection').where('id', '=', personId).executeTakeFirst())
  const before = await context.tx.selectFrom('putForward').select('id').where('personId', '=', personId).where('openingId', '=', openingId).where('withdrawnOn', 'is', null).executeTakeFirst()
  return { place, facts: { isOpen: place.isOpen, freeSeats: place.freeSeats, addressProtection, isPutForward: before !== undefined } }
}

/** What the neighbour would see, for her to look at before she answers; and what stands in the way. */
export const previewPutForward = operation({
  permission: 'matching.present', reads: true, input: PreviewPutForwardInput, output: PutForwardPreview, subjects: (_, { personId }) => [personId],
  async run(context, { parts, ...pair }) {
    const { place, facts } = await factsOf(context, pair)
    const { person, match } = await explainOne(context, pair.personId, pair.openingId)
    return { personId: pair.personId, person, place, profile: await makeProfile(context, pair, parts), obstacles: core.forwardObstacles(facts).map(({ code }) => code), hasGround: hasGround(match) }
  },
})

/** Puts her forward for a neighbour's place, with her yes to it: who noted it, when, in which words, for which parts. */
export const putForward = operation({
  permission: 'matching.present', input: PutForwardInput, output: z.object({ id: z.string(), version: z.int(), personId: z.string() }), subjects: ({ personId }) => [personId],
  async run(context, { id, parts, profile, how, on, text, note = null, ...pair }) {
    const { place, facts } = await factsOf(context, pair)
    const { match } = await explainOne(context, pair.personId, pair.openingId)
    refuseIf(core.mayPutForward({ ...facts, consentOn: on, today: context.today, hasGround: hasGround(match), note }))
    const current = await makeProfile(context, pair, parts)
    // she said yes to what was on the screen; if her mapping was changed meanwhile, she is asked anew
    if (JSON.stringify(current) !== JSON.stringify(profile)) throw new Refused({ code: 'matching.profileChanged' })
    const { rows: [owner] } = await sql<{ ownerId: string }>`select owner_id from app.shared_openings(${context.today}::date, ${context.now.toISOString()}::timestamptz) where id = ${pair.openingId}`.execute(context.tx)
    await context.tx.insertInto('putForward').values({ id, ...pair, ownerId: found(owner).ownerId, ownerName: place.ownerName, openingTitle: place.title, employerName: place.employerName, note, putForwardOn: context.today,
      consentOn: on, consentHow: how, consentText: text, consentParts: parts, consentProfile: JSON.stringify(current) }).execute()
    return { id, version: 1, personId: pair.personId }
  },
})

type Loaded = Omit<Row, 'state' | 'actions' | 'person'> & { personId: string; givenName: string; familyName: string; adviserName: string | null; withdrawnOn: PlainDate | null }

/** Those of ours who are or were put forward elsewhere, and what the owners of the places answered. */
export const listPutForward = operation({
  permission: 'matching.read', reads: true, input: ListPutForwardInput, output: z.object({ rows: z.array(PutForward) }), subjects: (_, { rows }) => rows.map(({ person }) => person.id),
  async run({ tx, actor }, { personId, openingId }) {
    const { rows } = await sql<Loaded>`select f.*, f.consent_profile as profile, noted.name as consent_by, who.given_name, who.family_name, adviser.name as adviser_name, n.answer, n.reason, n.answered_on, n.answered_by_name, n.confirmed_on, n.ended_on
      from put_forward f join person who on who.id = f.person_id left join app.answers_from_neighbours() n on n.put_forward_id = f.id
        left join account adviser on adviser.municipality_id = who.municipality_id and adviser.id = who.adviser_id left join account noted on noted.municipality_id = f.municipality_id and noted.id = f.consent_by
      where ${personId === undefined ? sql`true` : sql`f.person_id = ${personId}`} and ${openingId === undefined ? sql`true` : sql`f.opening_id = ${openingId}`}
      order by f.withdrawn_on is not null, f.put_forward_on desc, f.id`.execute(tx)
    const may = actor.permissions.includes('matching.present')
    return { rows: rows.map(({ personId: id, givenName, familyName, adviserName, ...row }) =>
      ({ ...row, person: { id, givenName, familyName, adviserName }, state: core.putForwardState(row), actions: may && row.withdrawnOn === null ? ['takeBack' as const] : [] })) }
  },
})

/** Notes that she has taken her yes back, or that we have: the neighbour sees her no more, and a seat that was hers is free. */
export const takeBackYes = operation({
  permission: 'matching.present', input: TakeBackInput, output: z.object({ id: z.string(), version: z.int(), personId: z.string() }), subjects: (_, { personId }) => [personId],
  async run(context, { id, version, by, reason = null }) {
    const row = found(await context.tx.selectFrom('putForward').select(['personId', 'withdrawnOn']).where('id', '=', id).executeTakeFirst())
    refuseIf(row.withdrawnOn === null ? [] : [{ code: 'sharing.alreadyTakenBack' }])
    return { id, personId: row.personId, version: await saveVersioned(context, 'putForward', { id, version }, { withdrawnOn: context.today, withdrawnBy: by, withdrawnReason: reason }) }
  },
})
