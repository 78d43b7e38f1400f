import { lazyPage, type SliceRoute } from '#web/route.ts'
import type nb from '../messages/nb.json'

declare module '#web/catalogues.ts' { interface Messages { cooperation: typeof nb } }

export const routes: SliceRoute[] = [
  { path: '/division', permission: 'employers.read', title: 'title', component: lazyPage(() => import('./DivisionPage.tsx'), 'DivisionPage'), nav: { section: 'tools', order: 5, icon: 'roles', label: 'cooperation.nav' } },
  { path: '/division/edit', permission: 'programme.overview', title: 'edit.title', component: lazyPage(() => import('./EditDivisionPage.tsx'), 'EditDivisionPage') },
]
