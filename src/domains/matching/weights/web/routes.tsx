import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { weights: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/weights', permission: 'matching.weights', title: 'title', component: lazyPage(() => import('./WeightsPage.tsx'), 'WeightsPage'), nav: { section: 'tools', order: 22, icon: 'edit', label: 'weights.nav' } },
]
