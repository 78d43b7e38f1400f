import { choices } from '#rules/registry.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, instantOf } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { Random } from './random.ts'
import { insertAll } from './write.ts'

/** Questions the invented municipality still waits for an answer to. */
const WAITING = 2

type Chosen = { option: string; reason: string; source: string }
/** Where the invented municipality has a reading of its own; of the rest it has taken the first one offered. */
const own: Record<string, Chosen> = {
  benefitRounding: { option: 'nearest_ore', reason: 'Lønnssystemet betaler ut øre, og da er ingen avrunding nødvendig.', source: 'Rutine for introduksjonsstønad, punkt 4' },
  deductionBase: { option: 'own_benefit', reason: 'En dag skal koste deltakeren en dag av hennes egen stønad.', source: 'Avklart med statsforvalteren i e-post' },
  ageInPaymentPeriod: { option: 'each_day', reason: 'Satsen følger alderen fra fødselsdagen.', source: 'Rutine for introduksjonsstønad, punkt 2' },
  partMonthDays: { option: 'days_with', reason: 'Dagene i programmet telles, som i resten av kommunens lønn.', source: 'Rutine for introduksjonsstønad, punkt 3' },
  effectOnLengthAmount: { option: 'only_excess', reason: 'Programmet forlenges med det som går utover kvoten.', source: 'Rutine for fravær, punkt 6' },
}

/** How the invented municipality reads what the law leaves open: most of it chosen, a little still open, as in life. */
export async function writeRuleChoices(tx: Tx, random: Random, administrators: readonly string[], today: PlainDate): Promise<void> {
  const made = choices.slice(0, -WAITING).map(({ name, options, ask }) => {
    const on = addDays(today, -random.int(30, 200))
    const first: Chosen = { option: options[0] ?? '', reason: `Fagteamet leser reglene slik til vi har fått svar fra ${ask}.`, source: `Fagmøte ${on}, sak ${random.int(10, 99)}` }
    return { id: random.uuid(), name, ...(own[name] ?? first), chosenBy: administrators[0], at: instantOf(new Date(`${on}T10:00:00Z`)) }
  })
  await insertAll(tx, 'ruleChoice', made)
}
