import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, enforce, found } from '#platform/problem.ts'
import { accept, check, refuse } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { StartAgreementInput } from './agreement.schema.ts'

type Source = { employerId: string; openingId: string | null; tasks: string | null; fromDate: PlainDate | null; toDate: PlainDate | null; schedule: unknown; supervisorContactId: string | null }

/** Opens a draft, filled in with all that is known already: from the opening, the presentation and the employer's contacts (PLA-02, PLA-21). */
export const startAgreement = operation({
  permission: 'placements.write', input: StartAgreementInput, output: z.object({ id: Id }),
  subjects: ({ personId }) => [personId],
  async run(context, input) {
    const { tx, actor } = context
    found(await tx.selectFrom('person').select('id').where('id', '=', input.personId).executeTakeFirst())
    const openingId = await openingOf(context, input)
    const source = await sourceOf(context, openingId, input.employerId)
    await tx.insertInto('agreement').values({ id: input.id, personId: input.personId, employerId: source.employerId, openingId: source.openingId, presentationId: input.presentationId ?? null,
      beganFrom: input.beganFrom, kind: input.kind, tasks: source.tasks, fromDate: source.fromDate, toDate: source.toDate, schedule: JSON.stringify(source.schedule),
      ...await contactsOf(context, source), responsibleId: actor.id }).execute()
    return { id: input.id }
  },
})

/** The opening it begins from; from a match only one that has ended in a yes from both (EMP-05). */
async function openingOf({ tx }: Context, input: z.output<typeof StartAgreementInput>): Promise<string | undefined> {
  if (input.beganFrom === 'match' && input.presentationId === undefined) throw new Refused({ code: 'placements.presentationMissing', path: 'presentationId' })
  if (input.presentationId === undefined) return input.openingId
  const presentation = found(await tx.selectFrom('presentation').select(['openingId', 'personId', 'outcome']).where('id', '=', input.presentationId).executeTakeFirst())
  const refusals = [
    ...check(presentation.outcome === 'agreed', { code: 'placements.presentationNotAgreed', path: 'presentationId' }),
    ...check(presentation.personId === input.personId, { code: 'placements.presentationOfAnother', path: 'presentationId' }),
  ]
  return enforce(refusals.length > 0 ? refuse(...refusals) : accept(presentation.openingId))
}

async function sourceOf({ tx, today }: Context, openingId: string | undefined, employerId: string | undefined): Promise<Source> {
  const nothing = { openingId: null, tasks: null, fromDate: null, toDate: null, schedule: [], supervisorContactId: null }
  if (openingId === undefined) {
    if (employerId === undefined) throw new Refused({ code: 'shape.required', path: 'employerId' })
    found(await tx.selectFrom('employer').select('id').where('id', '=', employerId).executeTakeFirst())
    return { ...nothing, employerId }
  }
  const opening = found(await tx.selectFrom('opening').select(['employerId', 'tasks', 'fromDate', 'toDate', 'schedule', 'supervisorContactId']).where('id', '=', openingId).executeTakeFirst())
  const party = employerId ?? opening.employerId
  if (party === null) throw new Refused({ code: 'placements.openingWithoutEmployer', path: 'employerId' })
  // a period that has begun is the place's own history, not this agreement's
  const period = opening.fromDate !== null && opening.fromDate >= today ? {} : { fromDate: null, toDate: null }
  return { ...opening, ...period, employerId: party, openingId }
}

/** Who supervises and who signs: where there is only one it can be, nobody need choose. */
async function contactsOf({ tx }: Context, source: Source): Promise<{ supervisorContactId: string | null; signingContactId: string | null }> {
  const contacts = await tx.selectFrom('employerContact').select(['id', 'isSupervisor']).where('employerId', '=', source.employerId).where('isActive', '=', true).execute()
  const only = (some: { id: string }[]): string | null => (some.length === 1 ? some[0]?.id ?? null : null)
  const supervisorContactId = source.supervisorContactId ?? only(contacts.filter(({ isSupervisor }) => isSupervisor))
  const signingContactId = only(contacts.filter(({ isSupervisor }) => !isSupervisor)) ?? only(contacts) ?? supervisorContactId
  return { supervisorContactId, signingContactId }
}
