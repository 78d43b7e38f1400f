import type { z } from 'zod'
import { Instant } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { findOpening } from './load-openings.ts'
import { lockSeats } from './lock-seats.ts'
import { hasGround } from './match.core.ts'
import { explainOne } from './match.operations.ts'
import type { Course } from './presentation.core.ts'
import * as core from './presentation.core.ts'
import type { Index } from './presentation-rows.ts'
import { courseOf, findPresentations, loadPresentations } from './presentation-rows.ts'
import { PresentationState as States, type PresentationState } from './match.schema.ts'
import { AskForYesInput, DecideInput, Done, GetPresentationInput, ListPresentationsInput, PresentInput, Presentation, Presentations, ProposeInput, RecordMeetingInput } from './presentation.schema.ts'

const PAGE_SIZE = 25

/** One presentation as it stands, or NotFound. */
export const loadCourse = async ({ tx }: Context, presentationId: string) => {
  const row = found(await tx.selectFrom('presentation').selectAll().where('id', '=', presentationId).executeTakeFirst())
  return { ...row, course: courseOf(row) }
}

/** Saves a step and answers how far it has come with it. */
export async function saveStep(context: Context, row: { id: string; personId: string; course: Course }, version: number, values: Parameters<typeof saveVersioned<'presentation'>>[3], next: Partial<Course>): Promise<z.input<typeof Done>> {
  const saved = await saveVersioned(context, 'presentation', { id: row.id, version }, values)
  return { id: row.id, version: saved, personId: row.personId, state: core.stateOf({ ...row.course, ...next }) }
}

export const propose = operation({
  permission: 'matching.present', input: ProposeInput, output: Done,
  subjects: ({ personId }) => [personId],
  async run(context, { id, personId, openingId, note = null }) {
    await lockSeats(context)
    const { opening, match, reckoning } = await explainOne(context, personId, openingId)
    enforce(core.mayPropose({ isOpen: opening.isOpen, hasGround: hasGround(match), note, sharedBy: opening.card.sharedBy }))
    // what the score was then is kept, so that it can be asked later whether scores predict (calibration); where there is no sum none is
    await context.tx.insertInto('presentation').values({ id, personId, openingId, startedBy: 'staff', note, ...(reckoning && { score: reckoning.score, scoreVerdict: match.verdict, scoreWeights: reckoning.weightsNumber }) }).execute()
    return { id, version: 1, personId, state: 'proposed' as const }
  },
})

export const askForYes = operation({
  permission: 'matching.present', input: AskForYesInput, output: Done,
  subjects: (_, { personId }) => [personId],
  async run(context, { presentationId, version }) {
    const row = await loadCourse(context, presentationId)
    enforce(core.mayAsk(row.course))
    return saveStep(context, row, version, { askedOn: context.today }, { askedOn: context.today })
  },
})

export const present = operation({
  permission: 'matching.present', input: PresentInput, output: Done,
  subjects: (_, { personId }) => [personId],
  async run(context, { presentationId, version }) {
    const { tx, actor, now, today } = context
    const row = await loadCourse(context, presentationId)
    const { card, isOpen } = found(await findOpening(context, row.openingId))
    const employer = card.employerId === null ? undefined : await tx.selectFrom('employer').select(['kind', 'status', 'contactAccountId']).where('id', '=', card.employerId).executeTakeFirst()
    enforce(core.mayPresent(row.course, { isOpen, freeSeats: card.freeSeats, employer: employer ? { kind: employer.kind, status: employer.status, hasContact: employer.contactAccountId !== null } : null }))
    return saveStep(context, row, version, { decidedBy: actor.id, decidedAt: Instant.parse(now.toISOString()) }, { decidedOn: today })
  },
})

export const recordMeeting = operation({
  permission: 'matching.present', input: RecordMeetingInput, output: Done,
  subjects: (_, { personId }) => [personId],
  async run(context, { presentationId, version, on, note = null }) {
    const row = await loadCourse(context, presentationId)
    enforce(core.mayRecordMeeting(row.course, on, context.today))
    return saveStep(context, row, version, { metOn: on, meetingNote: note }, { metOn: on })
  },
})

export const decide = operation({
  permission: 'matching.present', input: DecideInput, output: Done,
  subjects: (_, { personId }) => [personId],
  async run(context, { presentationId, version, outcome, reason = null }) {
    const row = await loadCourse(context, presentationId)
    enforce(core.mayDecide(row.course, outcome, reason))
    return saveStep(context, row, version, { outcome, outcomeReason: reason }, { outcome })
  },
})

/** Whether the next step is this account's: the adviser's while it is about her yes, then the employer's contact's, or the adviser's where there is none. */
function isFor(accountId: string, { course, adviserId, contactIds }: Index): boolean {
  const waits = core.waitsFor(course)
  if (waits === 'nobody') return false
  const atEmployer = waits === 'contact' || waits === 'employer'
  return atEmployer && contactIds.length > 0 ? contactIds.includes(accountId) : adviserId === accountId
}

const countStates = (all: readonly Index[]): Record<PresentationState, number> => {
  const counts = { proposed: 0, waiting_for_yes: 0, ready: 0, presented: 0, met: 0, agreed: 0, ended: 0 } satisfies Record<PresentationState, number>
  for (const { course } of all) counts[core.stateOf(course)] += 1
  return counts
}

export const getPresentation = operation({
  permission: 'matching.read', reads: true, input: GetPresentationInput, output: Presentation,
  subjects: (_, { person }) => [person.id],
  async run(context, { presentationId }) {
    return found((await loadPresentations(context, [presentationId]))[0])
  },
})

export const listPresentations = operation({
  permission: 'matching.read', reads: true, input: ListPresentationsInput, output: Presentations,
  subjects: (_, { rows }) => rows.map(({ person }) => person.id),
  async run(context, { mine, state, page, ...of }) {
    const all = (await findPresentations(context, of)).filter((one) => !mine || isFor(context.actor.id, one))
    const chosen = all.filter(({ course }) => state === undefined || core.stateOf(course) === state)
      .toSorted((a, b) => States.options.indexOf(core.stateOf(a.course)) - States.options.indexOf(core.stateOf(b.course)))
    const rows = await loadPresentations(context, chosen.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map(({ id }) => id))
    return { rows, total: chosen.length, pageSize: PAGE_SIZE, counts: countStates(all) }
  },
})
