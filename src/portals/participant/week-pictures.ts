import { Html } from '#platform/page.ts'

/** Our own drawings for what a stretch of the week is, 24 × 24, one stroke; they say nothing the words do not. */
const drawings: Readonly<Record<string, string>> = {
  norwegian: 'M4 5.500c3-1.200 5.500-.8 8 1 2.5-1.800 5-2.200 8-1V18c-3-1.200-5.500-.8-8 1-2.5-1.800-5-2.200-8-1zM12 6.500V19',
  social_studies: 'M4 10 12 5l8 5M6 10v8M10 10v8M14 10v8M18 10v8M4 18.500h16',
  life_skills: 'M12 20s-7-4.200-7-9.500A3.900 3.900 0 0 1 12 8a3.900 3.900 0 0 1 7 2.500C19 15.800 12 20 12 20',
  parental_guidance: 'M8 10a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 8 10M16 12a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400M3.500 19c.2-3.600 2-5.600 4.500-5.600s4.300 2 4.500 5.600M13.500 19c.2-2.400 1-3.800 2.500-3.800s2.800 1.400 3 3.800',
  work: 'M4 8.500h16V19H4zM9 8.500V6h6v2.500M4 13h16',
  family: 'M4 11.500 12 5l8 6.500M6 10.500V19h12v-8.500M10 19v-5h4v5',
  health: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M12 8v8M8 12h8',
  other: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17M12 7v5.500l3.500 2',
}
const work = ['work_practice', 'language_practice', 'part_time_work', 'nav_measure', 'course', 'work_training', 'wage_subsidy', 'trainee', 'ordinary_job', 'apprenticeship', 'voluntary']

/** The drawing beside a stretch of her day. */
export const pictureOf = (kind: string): Html =>
  new Html(`<svg class="my-slot__picture" width="40" height="40" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${drawings[work.includes(kind) ? 'work' : kind] ?? drawings['other']}"/></svg>`)
