import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { employers: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/employers', permission: 'employers.read', title: 'nav.employers', component: lazyPage(() => import('./EmployersPage.tsx'), 'EmployersPage'),
    nav: { section: 'places', order: 30, icon: 'employer' } },
  { path: '/employers/$id', permission: 'employers.read', title: 'page.title', component: lazyPage(() => import('./EmployerPage.tsx'), 'EmployerPage') },
  { path: '/employers/$id/need/$needId', permission: 'employers.write', title: 'need.newTitle', component: lazyPage(() => import('./NeedPage.tsx'), 'NeedPage') },
  { path: '/employers/$id/guide', permission: 'employers.read', title: 'needs.guide', component: lazyPage(() => import('./NeedGuidePage.tsx'), 'NeedGuidePage') },
]
