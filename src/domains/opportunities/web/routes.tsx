import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { opportunities: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/openings', permission: 'opportunities.read', title: 'nav.openings', component: lazyPage(() => import('./OpeningsPage.tsx'), 'OpeningsPage'),
    nav: { section: 'places', order: 40, icon: 'place', label: 'opportunities.nav' } },
  { path: '/openings/new', permission: 'opportunities.write', title: 'form.newTitle', component: lazyPage(() => import('./NewOpeningPage.tsx'), 'NewOpeningPage') },
  { path: '/openings/$id', permission: 'opportunities.read', title: 'page.title', component: lazyPage(() => import('./OpeningPage.tsx'), 'OpeningPage') },
  { path: '/openings/$id/edit', permission: 'opportunities.write', title: 'page.change', component: lazyPage(() => import('./EditOpeningPage.tsx'), 'EditOpeningPage') },
]
