import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import { operation } from '#platform/operation.ts'
import type { Facts } from '#rules/facts.ts'
import { FinalGoal } from '#rules/person-facts.ts'
import { Id } from '#shared/id.ts'
import { askNamed } from '../decision/ask-rules.core.ts'
import { loadFacts } from '../decision/load-facts.ts'
import { loadOpenPlan } from './load-plan.ts'
import { isLower } from './plan.core.ts'

const Length = z.object({ upToMonths: z.int(), extensionMonths: z.int(), extension: z.enum(['none', 'shall', 'may']) })
const Side = Length.extend({ goal: FinalGoal })

/** What another final goal leads to, before it is set: how much shorter or longer the programme may be, and the extension (QUA-13). */
export const previewGoal = operation({
  permission: 'programme.write', reads: true, input: z.object({ personId: Id, finalGoal: FinalGoal }),
  output: z.object({ personId: Id, isLower: z.boolean(), before: Side.nullable(), after: Side.nullable() }), subjects: ({ personId }) => [personId],
  async run({ tx, today }, { personId, finalGoal }) {
    const [{ facts, participation }, plan, grounds] = [await loadFacts(tx, personId, today), await loadOpenPlan(tx, personId), await loadGrounds(tx)]
    const had = plan?.content.finalGoal ?? participation?.finalGoal ?? null
    const withGoal = (goal: FinalGoal): z.infer<typeof Side> | null => {
      const asked: Facts = { ...facts, finalGoal: goal, offeredOn: facts.offeredOn ?? today }
      const length = Length.safeParse(askNamed('programme.length', asked, today, grounds)?.answer)
      return length.success ? { goal, ...length.data } : null
    }
    return { personId, isLower: isLower(had, finalGoal), before: had === null ? null : withGoal(had), after: withGoal(finalGoal) }
  },
})
