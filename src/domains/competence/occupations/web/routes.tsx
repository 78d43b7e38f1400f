import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { occupations: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/occupations', permission: 'occupations.read', title: 'title', component: lazyPage(() => import('./OccupationsPage.tsx'), 'OccupationsPage'), nav: { section: 'tools', order: 9, icon: 'family', label: 'occupations.nav' } },
]
