import { z } from 'zod'
import type { Facts } from '#rules/facts.ts'
import { FinalGoal } from '#rules/person-facts.ts'
import type { Answer, Grounds } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { PlainDate as Day, daysBetween } from '#shared/date.ts'
import { askNamed } from './ask-rules.core.ts'
import type { GoalLength, Rights, RightsDeadline } from './rights.schema.ts'

/** The whole picture of one person, in the order it is read. */
const PICTURE = ['programme.targetGroup', 'programme.deadlines', 'programme.goal', 'programme.length', 'programme.lastDay', 'programme.content', 'programme.workHours', 'programme.parentalGuidance', 'norwegian.right', 'norwegian.goal', 'norwegian.tests'] as const

/** A deadline is soon this many days before it. */
const SOON = 30

/** Every rule about her asked on one day. Where there is no decision it is put as if it were decided and offered on that day; the caller says so. */
export function askPicture(facts: Facts, on: PlainDate, grounds: Grounds): Answer<unknown>[] {
  const asIf: Facts = { ...facts, offeredOn: facts.offeredOn ?? on }
  return PICTURE.flatMap((name) => askNamed(name, asIf, on, grounds) ?? [])
}

const Goals = z.object({ open: z.array(FinalGoal), first: FinalGoal.nullable(), onlyIfUnable: z.array(FinalGoal) })
const Length = z.object({ upToMonths: z.int(), extensionMonths: z.int() })
const Deadlines = z.array(z.object({ what: z.string(), by: Day.nullable(), force: z.enum(['shall', 'should']) }))

const answerOf = <S extends z.ZodType>(shape: S, answers: readonly Answer<unknown>[], rule: string): z.output<S> | undefined => shape.safeParse(answers.find((one) => one.rule === rule)?.answer).data

/** How long the programme can be with each goal that is open to her. */
export function goalLengths(answers: readonly Answer<unknown>[], facts: Facts, on: PlainDate, grounds: Grounds): GoalLength[] {
  const goals = answerOf(Goals, answers, 'programme.goal')
  return (goals?.open ?? []).flatMap((goal) => {
    const length = Length.safeParse(askNamed('programme.length', { ...facts, offeredOn: facts.offeredOn ?? on, finalGoal: goal }, on, grounds)?.answer)
    return length.success ? [{ goal, ...length.data, isFirst: goals?.first === goal, onlyIfUnable: goals?.onlyIfUnable.includes(goal) ?? false }] : []
  })
}

/** What has been done of what there is a deadline for: the day it was. */
export type DoneOn = Readonly<Record<string, PlainDate | null>>

function stateOf(by: PlainDate | null, doneOn: PlainDate | null, today: PlainDate): RightsDeadline['state'] {
  if (doneOn !== null && doneOn <= today) return by !== null && doneOn > by ? 'late' : 'done'
  if (by === null) return 'unknown'
  const left = daysBetween(today, by)
  return left < 0 ? 'late' : left <= SOON ? 'soon' : 'later'
}

/** The deadlines with how near they are, the nearest first and those without a day last. */
export function shownDeadlines(answers: readonly Answer<unknown>[], done: DoneOn, today: PlainDate): RightsDeadline[] {
  const list = (answerOf(Deadlines, answers, 'programme.deadlines') ?? []).map((one) => ({ ...one, doneOn: done[one.what] ?? null, state: stateOf(one.by, done[one.what] ?? null, today) }))
  return list.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'))
}

/** What may be decided about her now. */
export function rightsActions(isRunning: boolean, standing: Rights['standing'], extensionMonths: number | null, extended: number): Rights['actions'] {
  return [
    'saveFacts', 'decideOther',
    ...(!isRunning && (standing === 'right' || standing === 'may') ? (['decideProgramme'] as const) : []),
    ...(!isRunning && (standing === 'none' || standing === 'may') ? (['refuse'] as const) : []),
    ...(isRunning && extensionMonths !== null && extended < extensionMonths ? (['extend'] as const) : []),
    ...(isRunning ? (['stop'] as const) : []),
  ]
}
