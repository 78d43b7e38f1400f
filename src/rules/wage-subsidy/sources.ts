import type { Source } from '../source.ts'
import { ref } from '../source.ts'
import type { Agreement } from './ladder.ts'

type Kind = Agreement['kind']
const trial = (section: string, ledd: number): Source => ref('FOR-2026-02-04-163', section, { ledd })

/** Where what counts in the refund is listed, by kind of subsidy. */
export const baseSource = (kind: Kind): Source => ({
  summer_job: ref('TF', '8-6', { ledd: 2, sentence: 2 }), temporary: ref('TF', '9-5', { ledd: 1, sentence: 2 }), permanent: ref('TF', '10-6', { ledd: 2 }), four_year: trial('6', 2),
})[kind]

/** Where the percents stand. */
export const percentSource = (kind: Kind): Source => ({
  summer_job: ref('TF', '8-6', { ledd: 4 }), temporary: ref('TF', '9-5', { ledd: 3 }), permanent: ref('TF', '10-7', { ledd: 2 }), four_year: trial('7', 1),
})[kind]

/** Where the length stands. */
export const lengthSource = (kind: Kind): Source => ({
  summer_job: ref('TF', '8-4', { ledd: 1 }), temporary: ref('TF', '9-4', { ledd: 2 }), permanent: ref('TF', '10-7', { ledd: 3 }), four_year: ref('FOR-2026-02-04-163', '8'),
})[kind]

/** Where the yearly limit of five basic amounts stands, of the kinds that have one. */
export const capSource = (kind: 'permanent' | 'four_year'): Source => (kind === 'permanent' ? ref('TF', '10-7', { ledd: 2, sentence: 2 }) : trial('7', 2))
