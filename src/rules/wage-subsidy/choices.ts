import { choice } from '../choice.ts'
import { ref } from '../source.ts'

/** The regulation names the contribution of pay and holiday pay; Nav's own calculation levies it on the pension too. */
export const contributionOnPension = choice({
  name: 'contributionOnPension', options: ['as_nav_computes', 'as_regulation_reads'], ask: 'Nav',
  source: ref('TF', '9-5', { ledd: 1, sentence: 2, certainty: 'U', note: 'Forskriften nevner avgift av lønn og feriepenger; Navs beregning tar avgift også av pensjonsinnskuddet' }),
})
