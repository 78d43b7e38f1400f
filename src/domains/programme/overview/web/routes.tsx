import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { overview: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/overview', permission: 'programme.overview', title: 'title', component: lazyPage(() => import('./OverviewPage.tsx'), 'OverviewPage'), nav: { section: 'work', order: 5, icon: 'today', label: 'programme.nav.overview' } },
  { path: '/waiting', permission: 'programme.decide', title: 'waiting.title', component: lazyPage(() => import('./WaitingPage.tsx'), 'WaitingPage'), nav: { section: 'work', order: 22, icon: 'clock', label: 'programme.nav.waiting' } },
  { path: '/without-plan', permission: 'programme.decide', title: 'groups.title', component: lazyPage(() => import('./WithoutPlanPage.tsx'), 'WithoutPlanPage'), nav: { section: 'work', order: 23, icon: 'warning', label: 'programme.nav.withoutPlan' } },
]
