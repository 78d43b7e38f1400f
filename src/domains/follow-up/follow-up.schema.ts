import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const FollowUpKind = z.enum(['visit', 'call', 'meeting', 'message', 'concern'])
export type FollowUpKind = z.infer<typeof FollowUpKind>
export const Mood = z.enum(['good', 'so_so', 'bad'])
export const Side = z.enum(['participant', 'employer'])
export const RaisedBy = z.enum(['participant', 'employer', 'municipality'])
const Note = z.string().trim().max(4000)

/** A planned contact: a visit, call or meeting on a day. */
export const PlanContactInput = z.object({ id: Id, agreementId: Id, kind: z.enum(['visit', 'call', 'meeting']), dueOn: PlainDate })

/** Another day for a planned contact that has not taken place. */
export const MoveContactInput = z.object({ id: Id, version: z.int(), dueOn: PlainDate })

/**
 * What a call or visit came to: noted on a phone in under a minute (PLA-21). With the `version` of a planned contact it is
 * that contact which is done; without, a new one.
 */
export const NoteContactInput = z.object({
  id: Id, agreementId: Id, version: z.int().optional(), kind: FollowUpKind.exclude(['concern']), doneOn: PlainDate,
  talkedWith: z.array(Side).max(2), mood: Mood.nullable(), note: Note.nullable(),
  nextStep: z.string().trim().max(500).nullable(), nextStepDue: PlainDate.nullable(),
})
export type NoteContactInput = z.infer<typeof NoteContactInput>

/** A small problem, raised by any of the three, with a day by which it is answered (PLA-06). */
export const RaiseConcernInput = z.object({ id: Id, agreementId: Id, raisedBy: RaisedBy, note: Note.min(1), answerDue: PlainDate })
export const AnswerConcernInput = z.object({ id: Id, version: z.int(), answer: Note.min(1) })

/** How a contact stands on a day. `late` is said first, for nothing else on the page matters as much. */
export const DueState = z.enum(['late', 'today', 'soon', 'later', 'done'])
export type DueState = z.infer<typeof DueState>

export const FollowUpAction = z.enum(['note', 'move', 'drop', 'finishNextStep', 'answer'])
export const FollowUp = z.object({
  id: Id, version: z.int(), agreementId: Id, kind: FollowUpKind, dueOn: PlainDate.nullable(), doneOn: PlainDate.nullable(), doneByName: z.string().nullable(),
  talkedWith: z.array(Side), mood: Mood.nullable(), note: z.string().nullable(), raisedBy: RaisedBy.nullable(),
  nextStep: z.string().nullable(), nextStepDue: PlainDate.nullable(), nextStepDoneOn: PlainDate.nullable(),
  state: DueState, actions: z.array(FollowUpAction),
})
export type FollowUp = z.infer<typeof FollowUp>

const Whose = z.object({ agreementId: Id, personId: Id, personName: z.string(), employerName: z.string(), responsibleName: z.string().nullable(), employerPhone: z.string().nullable() })
export const DueContact = FollowUp.extend(Whose.shape)
export type DueContact = z.infer<typeof DueContact>

/** Something others owe an answer to: an approval, an evaluation. */
export const WaitingItem = Whose.extend({ what: z.enum(['approval', 'evaluation', 'my_approval', 'outcome']), who: z.array(RaisedBy), since: PlainDate.nullable() })
export type WaitingItem = z.infer<typeof WaitingItem>

/** The day's page: what is due, what waits for me, what waits for others. */
export const Today = z.object({
  contacts: z.array(DueContact), nextSteps: z.array(DueContact), waitingForMe: z.array(WaitingItem), waitingForOthers: z.array(WaitingItem),
  endingSoon: z.array(Whose.extend({ toDate: PlainDate })), mine: z.boolean(),
})
export type Today = z.infer<typeof Today>
