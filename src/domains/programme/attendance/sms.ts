import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { textsIn } from '#platform/texts.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import nb from './messages/sms.nb.json' with { type: 'json' }
import { mayReport, namedBy, readSms } from './report.core.ts'

type SmsText = keyof typeof nb
/** Workplaces in the municipality are answered in bokmål: the language of a telephone number is not known. */
const text = textsIn<SmsText>({ nb, nn: nb, en: nb, uk: nb, ar: nb }, 'nb')

/** A text message as the municipality's gateway hands it on; `id` is the gateway's own. */
export const InboundSms = z.object({ id: z.string().min(1).max(200), from: z.string().min(3).max(30), text: z.string().max(2000) })
const Received = z.object({ personIds: z.array(Id), reply: z.string().nullable() })

/** A number as it is dialled within Norway, whatever signs and country codes it was written with. */
export const dialled = (number: string): string => number.replace(/\D/g, '').replace(/^(?:00)?47(?=\d{8}$)/, '')

type Candidate = { agreementId: string; contactId: string; personId: string; name: string }

/** The running placements whose contact has this number: nobody else can be named by it. */
async function candidatesOf({ tx, today }: Context, from: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`select distinct on (g.id) g.id as agreement_id, c.id as contact_id, g.person_id, p.given_name || ' ' || p.family_name as name
    from employer_contact c join agreement g on g.municipality_id = c.municipality_id and c.id in (g.supervisor_contact_id, g.signing_contact_id) join person p on p.municipality_id = g.municipality_id and p.id = g.person_id
    where c.is_active and regexp_replace(regexp_replace(c.phone, '[^0-9]', '', 'g'), '^(00)?47(?=[0-9]{8}$)', '') = ${dialled(from)} and app.is_agreed(g.id, g.kind, g.revision, g.submitted_at, g.cancelled_at)
      and g.from_date <= ${today} and coalesce(least(g.to_date, g.ended_on), ${today}::date) >= ${today} order by g.id, c.id`.execute(tx)
  return rows
}

/**
 * Takes a text message from a workplace: that one of its own participants is away, never why; what else was written is not kept.
 * Answers what to write back. An unknown number gets no answer at all, so that nobody can find out who is where.
 * No operation of the API: only the door of the gateway carries it out, as the system.
 */
export const receiveSms = operation({
  permission: 'programme.absence', input: InboundSms, output: Received, subjects: (_, { personIds }) => personIds,
  async run(context, { id, from, text: written }) {
    const { tx, now, today } = context
    const candidates = await candidatesOf(context, from)
    if (candidates.length === 0) return { personIds: [], reply: null }
    const read = readSms(written, today)
    if (!read || mayReport(read, today).length > 0) return { personIds: [], reply: text('sms.form') }
    const [one, ...others] = namedBy(read.names, candidates)
    if (!one || others.some(({ personId }) => personId !== one.personId)) return { personIds: [], reply: text('sms.who') }
    await tx.insertInto('absenceReport').values({ id: randomUUID(), personId: one.personId, agreementId: one.agreementId, contactId: one.contactId, fromDate: read.fromDate, toDate: read.toDate, words: null, channel: 'sms', outsideId: id, toldAt: instantOf(now) })
      .onConflict((on) => on.constraint('absence_report_outside_once').doNothing()).execute()
    return { personIds: [one.personId], reply: text('sms.thanks') }
  },
})
