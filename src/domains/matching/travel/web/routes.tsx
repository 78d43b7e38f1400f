import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { travel: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/travel', permission: 'opportunities.read', title: 'title', component: lazyPage(() => import('./TravelPage.tsx'), 'TravelPage'), nav: { section: 'tools', order: 9, icon: 'place', label: 'travel.nav' } },
]
