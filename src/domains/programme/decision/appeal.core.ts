import { z } from 'zod'
import type { Grounds } from '#rules/rule.ts'
import type { PlainDate } from '#shared/date.ts'
import { PlainDate as Day } from '#shared/date.ts'
import { askNamed } from './ask-rules.ts'

const Appeal = z.object({ weeks: z.int(), lastDay: Day.nullable() })

/** How long one may complain, by the rule; the last day where it is known when she was told. */
export function appealOf(toldOn: PlainDate | null, on: PlainDate, grounds: Grounds): z.infer<typeof Appeal> {
  return Appeal.parse(askNamed('procedure.appeal', toldOn === null ? {} : { toldOn } as never, on, grounds)?.answer)
}
