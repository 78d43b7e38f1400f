import { choice, enacted } from '../choice.ts'
import { plainDate } from '#shared/date.ts'
import { ref } from '../source.ts'

/** The transitional rules say "after 1 January": whether an offer on 1 January itself falls under the new lengths. */
export const offerOnFirstOfJanuary = choice({
  name: 'offerOnFirstOfJanuary', options: ['new_rules', 'old_rules'], ask: 'IMDi',
  source: ref('IF', '75', { certainty: 'U', note: '«etter 1. januar 2026» lar 1. januar stå åpen' }),
})

/** "Between 18 and 55 years": whether someone who has turned 55, and not 56, is inside. It decides who is "over 55" too. */
export const exactly55 = choice({
  name: 'exactly55', options: ['inside', 'outside'], ask: 'IMDi',
  source: ref('IL', '8', { ledd: 1, sentence: 1, certainty: 'U', note: '«mellom 18 og 55 år» sier ikke om 55-åringer er med; den vedtatte endringen sier «til og med 60 år»' }),
})

/** A period of months that begins on a day the last month does not have (31 January and one month). */
export const endOfMonth = choice({
  name: 'endOfMonth', options: ['whole_last_month', 'day_before_last'], ask: 'IMDi',
  source: ref('IL', '13', { ledd: 3, certainty: 'U', note: 'loven sier ikke hvordan måneder regnes når siste måned mangler startdatoen' }),
})

/** The 15-hour rule has no transitional rule: whether it binds programmes that had started before 2026. */
export const workHoursForEarlierStarts = choice({
  name: 'workHoursForEarlierStarts', options: ['new_rule_from_2026', 'rule_at_start'], ask: 'IMDi',
  source: ref('IL', '14 a', { ledd: 3, certainty: 'U', note: 'ingen overgangsregel funnet for program som var startet før 2026' }),
})

/** Age 60 instead of 55: LOV-2025-06-20-35, the part of § 8 that waits for the King. */
export const ageLimit60 = enacted({ name: 'ageLimit60', source: ref('LOV-2025-06-20-35', '8'), asOf: plainDate('2026-07-02') })

/** A declaration that the participant alone signs, instead of a contract: LOV-2026-06-12-23. */
export const integrationDeclaration = enacted({ name: 'integrationDeclaration', source: ref('LOV-2026-06-12-23', '16'), asOf: plainDate('2026-07-02') })
