import { z } from 'zod'
import type { Grounds } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { PlainDate as Day } from '#shared/date.ts'
import { askNamed } from './ask-rules.core.ts'
import type { DecisionKind } from './decision.schema.ts'

/** What each kind is to the rule of procedure. A set-off kept here is a decision: whether it had to be one is asked before it is made. */
const kinds = {
  programme: 'programme', refusal: 'programme', extension: 'extension', stop_temporary: 'stop', stop_permanent: 'stop', leave: 'leave', absence: 'absence',
  benefit: 'benefit', set_off: 'benefit', repayment: 'repayment', norwegian: 'training', exemption: 'exemption', plan_change: 'plan_material_change',
} as const satisfies Record<DecisionKind, string>

const Appeal = z.object({ by: Day })
type Told = { kind: DecisionKind; decidedOn: PlainDate; toldOn: PlainDate | null }

/** How many weeks one has to complain, by the rule; the last day where it is known when she was told. */
export function appealOf({ kind, decidedOn, toldOn }: Told, grounds: Grounds): { weeks: number; lastDay: PlainDate | null } {
  const asked = askNamed('procedure.appeal', { decisionKind: kinds[kind], notifiedOn: toldOn ?? decidedOn, decisionMadeOn: decidedOn }, toldOn ?? decidedOn, grounds)
  const weeks = Number(asked?.steps.find(({ text }) => text === 'step.appeal.weeks')?.params['weeks'])
  return { weeks, lastDay: toldOn === null ? null : Appeal.parse(asked?.answer).by }
}
