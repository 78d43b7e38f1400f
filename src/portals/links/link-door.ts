import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Actor, Database } from '#platform/db.ts'
import { asActor } from '#platform/db.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { toServerLocale } from '#platform/texts.ts'
import { Instant } from '#shared/date.ts'

const FoundLink = z.object({
  municipality_id: z.uuid(), id: z.uuid(), purpose: z.enum(['approve', 'evaluate', 'sign_plan', 'see_tasks', 'meet_guests', 'meet_employers', 'meeting_wall']), party: z.enum(['participant', 'employer']), agreement_id: z.uuid().nullable(), plan_id: z.uuid().nullable(), person_id: z.uuid().nullable(),
  meeting_day_id: z.uuid().nullable(), meeting_employer_id: z.uuid().nullable(), meeting_guest_id: z.uuid().nullable(),
  locale: z.string(), expires_at: Instant, used_at: Instant.nullable(), revoked_at: Instant.nullable(),
})

export type LinkPurpose = z.infer<typeof FoundLink>['purpose']
/** Why a link opens nothing. */
export type ClosedLink = 'unknown' | 'used' | 'expired' | 'revoked'
export type OpenLink = { purpose: LinkPurpose; actor: Actor; locale: ServerLocale }

const permissionOf = { approve: 'link.approve', evaluate: 'link.evaluate', sign_plan: 'link.signPlan', see_tasks: 'link.evaluate',
  meet_guests: 'link.meeting', meet_employers: 'link.meeting', meeting_wall: 'link.meeting' } as const

/**
 * Whoever holds a mailed link, as an actor that may see one agreement, or one plan. A link that is used, too old, closed or made up
 * opens nothing: that is noted at the door, and for one that was real also in the audit of its municipality. `mayNote` is asked first: it throws where too many were noted.
 */
export async function openLink(db: Database, token: string, now: Date, mayNote: () => void = () => undefined): Promise<OpenLink | { closed: ClosedLink; locale?: ServerLocale }> {
  const { rows } = await db.portal.query('select * from app.find_link($1)', [createHash('sha256').update(token).digest()])
  if (rows.length === 0) {
    mayNote()
    await noteAtDoor(db, 'unknown')
    return { closed: 'unknown' }
  }
  const link = FoundLink.parse(rows[0])
  const actor: Actor = { kind: link.party, id: link.id, municipalityId: link.municipality_id, name: link.party, locale: link.locale,
    permissions: [permissionOf[link.purpose]], personId: link.person_id ?? undefined, agreementId: link.agreement_id ?? undefined, planId: link.plan_id ?? undefined,
    meeting: link.meeting_day_id === null ? undefined : { dayId: link.meeting_day_id, employerId: link.meeting_employer_id ?? undefined, guestId: link.meeting_guest_id ?? undefined } }
  // a link to a meeting day is not used up by answering: it was closed by whoever came by it
  const closed = link.used_at ? (link.meeting_day_id === null ? 'used' : 'revoked') : link.revoked_at ? 'revoked' : link.expires_at <= now.toISOString() ? 'expired' : undefined
  const locale = toServerLocale(link.locale)
  if (closed === undefined) return { purpose: link.purpose, actor, locale }
  mayNote()
  await noteAtDoor(db, closed)
  await asActor(db, actor, (tx) => tx.insertInto('auditLog').values({ operation: 'portal.openLink', outcome: 'refused', subjects: link.person_id === null ? [] : [link.person_id], detail: JSON.stringify({ link: closed }) }).execute())
  return { closed, locale }
}

const noteAtDoor = async (db: Database, what: ClosedLink): Promise<void> => { await db.portal.query('select app.note_at_door($1, null)', [`link_${what}`]) }
