import { choice } from '../choice.ts'
import { ref } from '../source.ts'

/** The act has no rule for rounding. */
export const benefitRounding = choice({
  name: 'benefitRounding', options: ['nearest_krone', 'down_to_krone', 'nearest_ore'], ask: 'IMDi',
  source: ref('IL', '20', { certainty: 'U', note: 'Loven sier ikke hvordan stønaden rundes av.' }),
})

/** A reduction points to the units of IL § 20 second paragraph, which are parts of the whole benefit, also for those who get 2/3, 1/3 or 5/6 of it. */
export const deductionBase = choice({
  name: 'deductionBase', options: ['own_benefit', 'full_benefit'], ask: 'IMDi',
  source: ref('IL', '21', { certainty: 'U', note: 'Loven sier ikke om en time eller dag regnes av egen stønad eller av full stønad når stønaden er 2/3, 1/3 eller 5/6.' }),
})

/** Who turns 25 within a payment period. */
export const ageInPaymentPeriod = choice({
  name: 'ageInPaymentPeriod', options: ['first_day', 'last_day', 'each_day'], ask: 'IMDi',
  source: ref('IL', '20', { ledd: 3, certainty: 'U', note: 'Loven sier ikke hvilken dag i en utbetalingsperiode som avgjør alderen.' }),
})

/** A day is 1/30 of a month, and a month has 28 to 31 of them. */
export const partMonthDays = choice({
  name: 'partMonthDays', options: ['days_with', 'days_without'], ask: 'IMDi',
  source: ref('IL', '20', { ledd: 2, sentence: 2, certainty: 'U', note: 'Loven sier ikke om dagene med rett til stønad telles, eller om dagene uten trekkes fra, når en måned har flere eller færre enn 30 dager.' }),
})
