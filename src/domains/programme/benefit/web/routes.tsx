import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { benefit: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/benefit', permission: 'programme.economy', title: 'list.title', component: lazyPage(() => import('./RunsPage.tsx'), 'RunsPage'), nav: { section: 'programme', order: 66, icon: 'file', label: 'programme.nav.benefit' } },
  { path: '/benefit/$id', permission: 'programme.economy', title: 'list.title', component: lazyPage(() => import('./RunPage.tsx'), 'RunPage') },
]
