import { choices } from '#rules/registry.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, instantOf } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

/** Questions the invented municipality still waits for an answer to. */
const WAITING = 2

/** How the invented municipality reads what the law leaves open: most of it chosen, a little still open, as in life. */
export async function writeRuleChoices(tx: Tx, random: Random, administrators: readonly string[], today: PlainDate): Promise<void> {
  const made = choices.slice(0, -WAITING).map(({ name, options, ask }) => {
    const on = addDays(today, -random.int(30, 200))
    return { id: random.uuid(), name, option: options[0] ?? null, reason: `Fagteamet leser reglene slik til vi har fått svar fra ${ask}.`, source: `Fagmøte ${on}, sak ${random.int(10, 99)}`, chosenBy: administrators[0], at: instantOf(new Date(`${on}T10:00:00Z`)) }
  })
  await insertAll(tx, 'ruleChoice', made)
}
