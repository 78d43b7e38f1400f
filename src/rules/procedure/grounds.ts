import { z } from 'zod'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import { administrationAct2025 } from './enacted.ts'

const names = ['grantsInFull', 'mayBeCarriedOutBeforeAppeal'] as const
type Ask = Asking<(typeof names)[number]>

const Item = z.enum(['rules', 'facts', 'main_considerations', 'appeal', 'access_to_documents', 'postponement', 'reasons_on_request', 'contact_and_names'])
type Item = z.infer<typeof Item>

/** What a decision and the notice of it must say. */
const Grounds = z.object({
  /** Whether reasons must be given with the decision, or may wait until they are asked for. */
  reasons: z.enum(['with_decision', 'on_request']),
  items: z.array(z.object({ item: Item, strength: z.enum(['shall', 'should']) })),
})
type Line = { item: Item; step: string; source: Source; strength?: 'should' }

const now: Record<'rules' | 'facts' | 'considerations' | 'appeal' | 'access' | 'postponement' | 'onRequest', Line> = {
  rules: { item: 'rules', step: 'step.grounds.rules', source: ref('FVL', '25', { ledd: 1 }) },
  facts: { item: 'facts', step: 'step.grounds.facts', source: ref('FVL', '25', { ledd: 2 }) },
  considerations: { item: 'main_considerations', step: 'step.grounds.considerationsShould', source: ref('FVL', '25', { ledd: 3 }), strength: 'should' },
  appeal: { item: 'appeal', step: 'step.grounds.appeal', source: ref('FVL', '27', { ledd: 3, sentence: 1 }) },
  access: { item: 'access_to_documents', step: 'step.grounds.access', source: ref('FVL', '27', { ledd: 3, sentence: 1 }) },
  postponement: { item: 'postponement', step: 'step.grounds.postponement', source: ref('FVL', '27', { ledd: 3, sentence: 2 }) },
  onRequest: { item: 'reasons_on_request', step: 'step.grounds.onRequest', source: ref('FVL', '27', { ledd: 2, sentence: 2 }) },
}

const later: typeof now = {
  rules: { ...now.rules, source: ref('FVL25', '57', { ledd: 1, letter: 'b' }) },
  facts: { ...now.facts, source: ref('FVL25', '57', { ledd: 1, letter: 'a' }) },
  considerations: { item: 'main_considerations', step: 'step.grounds.considerationsShall', source: ref('FVL25', '57', { ledd: 1, letter: 'c' }) },
  appeal: { ...now.appeal, source: ref('FVL25', '59', { ledd: 3, letter: 'a' }) },
  access: { ...now.access, source: ref('FVL25', '59', { ledd: 3, letter: 'c' }) },
  postponement: { ...now.postponement, source: ref('FVL25', '59', { ledd: 3, letter: 'f' }) },
  onRequest: { ...now.onRequest, source: ref('FVL25', '59', { ledd: 1, sentence: 2 }) },
}

/** The lines that hold, by the act in force. */
function linesOf(ask: Ask, mayWait: boolean): Line[] {
  const { mayBeCarriedOutBeforeAppeal } = ask.need('mayBeCarriedOutBeforeAppeal')
  const isNewAct = ask.inForce(administrationAct2025, ask.on)
  const act = isNewAct ? later : now
  const contact: Line = { item: 'contact_and_names', step: 'step.grounds.contact', source: ref('FVL25', '59', { ledd: 2 }) }
  return [
    ...(mayWait ? [act.onRequest] : [act.rules, act.facts, act.considerations]),
    act.appeal, act.access, ...(mayBeCarriedOutBeforeAppeal ? [act.postponement] : []), ...(isNewAct ? [contact] : []),
  ]
}

/** What an enkeltvedtak and the notice of it must say (fvl §§ 24, 25 and 27; the new act once it is in force). Reasons may wait only where an application is granted. */
export const procedureGrounds = rule({
  name: 'procedure.grounds', version: 1, decidedBy: [], facts: names, answer: Grounds,
  sources: [ref('FVL', '23'), ref('FVL', '24', { ledd: 1 }), ref('FVL', '24', { ledd: 2 }), ref('FVL', '25'), ref('FVL', '27')], checkedBy: 'statsforvalteren',
  decide(ask): z.infer<typeof Grounds> {
    const { grantsInFull } = ask.need('grantsInFull', 'mayBeCarriedOutBeforeAppeal')
    const isNewAct = ask.inForce(administrationAct2025, ask.on)
    ask.step('step.grounds.written', isNewAct ? ref('FVL25', '55', { ledd: 1 }) : ref('FVL', '23'), { force: 'shall' })
    if (grantsInFull) ask.step('step.grounds.mayWait', isNewAct ? ref('FVL25', '56', { ledd: 2 }) : ref('FVL', '24', { ledd: 2 }), { force: 'may' })
    else ask.step('step.grounds.withDecision', isNewAct ? ref('FVL25', '56', { ledd: 1 }) : ref('FVL', '24', { ledd: 1 }), { force: 'shall' })
    const lines = linesOf(ask, grantsInFull)
    ask.judge('judge.grounds.furtherInformation', isNewAct ? ref('FVL25', '59', { ledd: 3 }) : ref('FVL', '27', { ledd: 4 }))
    for (const { step, source, strength } of lines) ask.step(step, source, { force: strength === 'should' ? 'is' : 'shall' })
    return { reasons: grantsInFull ? 'on_request' as const : 'with_decision' as const, items: lines.map(({ item, strength }) => ({ item, strength: strength ?? 'shall' as const })) }
  },
})
