import { everyPageOf, usePages } from '../support/pages.ts'

everyPageOf({
  'Ingrid Solheim': { paths: ['/today', '/people', '/people/new', '/people/duplicates', '/import', '/placements', '/employers', '/openings', '/matches', '/division', '/forecasts', '/paths', '/travel', '/standing-wishes', '/sharing?tab=agreements', '/sharing?tab=places', '/sharing?tab=ours', '/sharing?tab=theirs', '/cohort', '/what-if'],
    details: [['/people', '/people/:id'], ['/standing-wishes', '/standing-wishes/:id'], ['/sharing?tab=places', '/sharing/places/:id'], ['/sharing?tab=theirs', '/sharing/here/:id'], ['/employers', '/employers/:id'], ['/openings', '/openings/:id'], ['/placements', '/placements/:id']] },
}, usePages())
