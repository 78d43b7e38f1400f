import { choice } from '../choice.ts'
import { ref } from '../source.ts'

/** The transitional rules say "after 1 January": whether an offer on 1 January itself falls under the new lengths. */
export const offerOnFirstOfJanuary = choice({
  name: 'offerOnFirstOfJanuary', options: ['new_rules', 'old_rules'], ask: 'IMDi',
  source: ref('IF', '75', { certainty: 'U', note: '«etter 1. januar 2026» lar 1. januar stå åpen' }),
})
