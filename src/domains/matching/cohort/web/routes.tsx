import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { cohort: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/cohort', permission: 'matching.read', title: 'title', component: lazyPage(() => import('./PlansPage.tsx'), 'PlansPage'), nav: { section: 'places', order: 46, icon: 'spread', label: 'matching.navCohort' } },
  { path: '/cohort/$id', permission: 'matching.read', title: 'title', component: lazyPage(() => import('./PlanPage.tsx'), 'PlanPage') },
  { path: '/cohort/compare/$first/$second', permission: 'matching.read', title: 'compare.title', component: lazyPage(() => import('./ComparePage.tsx'), 'ComparePage') },
]
